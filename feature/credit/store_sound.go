package credit

import (
	"erba/kernel"
	"erba/platform/db"
)

// unagreed are limits that are not what the proposals about them say: those in force
// were granted by somebody else than who asked, for this amount.
func unagreed(tx *db.Tx) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT l.id FROM credit_limits l LEFT JOIN approvals p ON p.id = l.approval_id AND p.kind = 'credit.limit' AND p.subject_id = l.id
		WHERE (p.id IS NULL OR p.amount_minor <> l.amount OR p.state <> CASE l.state WHEN 'waiting' THEN 'proposed' WHEN 'granted' THEN 'approved' ELSE l.state END
			OR l.state = 'granted' AND ?) AND ? ORDER BY l.id LIMIT ?`, alike(tx), tx.Visible("l.account_id"), mostWrong)
}

// unreleased are orders that wait or pass without a proposal that says so, and such
// whose reasons do not go with what they are.
func unreleased(tx *db.Tx) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT o.id FROM credit_orders o LEFT JOIN approvals p ON p.id = o.approval_id AND p.kind = 'credit.release' AND p.subject_id = o.id
		WHERE (o.state IN ('asked', 'released') AND (p.id IS NULL OR p.amount_minor <> o.amount OR p.state <> CASE o.state WHEN 'asked' THEN 'proposed' ELSE 'approved' END)
			OR o.state = 'released' AND ?
			OR o.state = 'passed' AND o.reasons <> '' OR o.state IN ('blocked', 'asked', 'released') AND o.reasons = '') AND ? ORDER BY o.id LIMIT ?`,
		alike(tx), tx.Visible("o.account_id"), mostWrong)
}

// mostWrong is where the doctor stops looking.
const mostWrong = 100

// alike holds where nobody but who asked has agreed to proposal p.
func alike(tx *db.Tx) db.Cond {
	return db.If(true, `NOT EXISTS (SELECT 1 FROM approval_decisions d WHERE d.approval_id = p.id AND d.verdict = 'approved' AND d.by_id <> p.by_id AND ?)`, tx.Shared())
}

// ordering are the accounts that have orders which count as such, or may come to.
func ordering(tx *db.Tx) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT o.account_id FROM credit_orders o WHERE o.state IN ('passed', 'released', 'blocked', 'asked') AND ? ORDER BY o.account_id`, tx.Visible("o.account_id"))
}

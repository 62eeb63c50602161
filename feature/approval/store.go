package approval

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `p.id, p.kind, p.object, p.subject_id, p.account_id, p.payload, p.amount_minor, p.amount_currency,
	p.args, p.link, p.reason, p.evidence, p.by_id, p.for_id, p.benefits_id, p.proposed_at, p.due_at, p.effect_at,
	p.ended_at, p.undoable_until, p.state, p.steps, p.step, p.needs, p.subject_before, p.subject_after, p.version`

func insert(tx *db.Tx, p Proposal) error { return db.Insert(tx, "approvals", p) }

func addDecision(tx *db.Tx, d Decision) error { return db.Insert(tx, "approval_decisions", d) }

// of is true for proposals about no account, or about one of which a condition holds.
func of(account db.Cond) db.Cond { return db.If(true, "(p.account_id IS NULL OR ?)", account) }

// find returns one proposal among those in sight.
func find(tx *db.Tx, id kernel.ID, sight db.Cond) (Proposal, error) {
	return db.Find[Proposal](tx, `SELECT `+columns+` FROM approvals p WHERE p.id = ? AND ? AND ?`,
		id, sight, of(tx.Visible("p.account_id")))
}

// reached reports whether a condition on proposals would hold for one about an account.
func reached(tx *db.Tx, account kernel.ID, cond db.Cond) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM (SELECT CAST(? AS BIGINT) AS account_id) p WHERE ? AND ?`,
		account, cond, tx.Shared())
}

// replace writes how far a proposal has come, over the version that was read.
func replace(tx *db.Tx, p Proposal) error {
	return tx.Replace(`
		UPDATE approvals SET state = ?, step = ?, needs = ?, effect_at = ?, ended_at = ?, undoable_until = ?,
			subject_after = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		p.State, p.Step, p.Needs, p.Effect, p.Ended, p.Undoable, p.After, p.ID, p.Version, tx.Shared())
}

// list is a page of proposals, the latest first.
func list(tx *db.Tx, which db.Cond, page Page) ([]Proposal, error) {
	return db.List[Proposal](tx, `
		SELECT `+columns+` FROM approvals p
		WHERE ? AND ? AND ? AND ? ORDER BY p.id DESC LIMIT ?`,
		which, db.If(page.Kind != "", "p.kind = ?", page.Kind), db.If(!page.After.IsZero(), "p.id < ?", page.After),
		of(tx.Visible("p.account_id")), page.Limit)
}

// decisionsOf are what was said of a proposal that the viewer has found.
func decisionsOf(tx *db.Tx, id kernel.ID) ([]Decision, error) {
	return db.List[Decision](tx, `
		SELECT d.id, d.approval_id, d.verdict, d.by_id, d.for_id, d.reason, d.at
		FROM approval_decisions d WHERE d.approval_id = ? AND ? ORDER BY d.id`, id, tx.Shared())
}

// undecided are the open proposals of a subject.
func undecided(tx *db.Tx, kind string, subject kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT p.id FROM approvals p WHERE p.kind = ? AND p.subject_id = ? AND p.state = ? AND ?`,
		kind, subject, Proposed, tx.Shared())
}

// late are the first open proposals whose time is over.
func late(tx *db.Tx, now int64) ([]Proposal, error) {
	return db.List[Proposal](tx, `SELECT `+columns+` FROM approvals p
		WHERE p.state = ? AND p.due_at <= ? AND ? ORDER BY p.id LIMIT ?`, Proposed, now, tx.Visible("p.account_id"), most)
}

package receivable

import (
	"erba/kernel"
	"erba/platform/db"
)

func traced(tx *db.Tx, account kernel.ID, on kernel.Date) (trace, error) {
	t, err := db.Find[trace](tx, `SELECT l.revision AS ledger,
			(SELECT count(*) FROM method_settings m WHERE m.effective_on <= ? AND ?) AS settings,
			c.many AS calendar, c.set_at AS days, a.last AS agreed, a.moved AS wording, d.many AS papers, d.last AS paper, p.many AS parts, p.last AS part
		FROM ledger_state l,
			(SELECT count(*) AS many, CAST(coalesce(sum(o.set_at), 0) AS BIGINT) AS set_at FROM days_off o WHERE ?) c,
			(SELECT coalesce(max(t.id), 0) AS last, CAST(coalesce(sum(t.version), 0) AS BIGINT) AS moved FROM payment_terms t WHERE t.account_id = ? AND ?) a,
			(SELECT count(*) AS many, coalesce(max(d.id), 0) AS last FROM receivable_documents d WHERE d.account_id = ? AND ?) d,
			(SELECT count(*) AS many, coalesce(max(p.id), 0) AS last FROM receivable_allocations p WHERE p.account_id = ? AND ?) p
		WHERE ?`, on, tx.Shared(), tx.Shared(), account, tx.Visible("t.account_id"), account, tx.Visible("d.account_id"), account, tx.Visible("p.account_id"), tx.Shared())
	t.On = on
	return t, err
}

package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// estimatesUpTo are those that counted on a day, of every account and kind.
func estimatesUpTo(tx *db.Tx, on kernel.Date) ([]Estimate, error) {
	return db.List[Estimate](tx, `SELECT `+estimateColumns+` FROM portfolio_estimates e
		WHERE e.estimated_on <= ? AND NOT EXISTS (SELECT 1 FROM portfolio_estimates l
			WHERE l.account_id = e.account_id AND l.kind = e.kind AND l.version > e.version AND l.estimated_on <= ?)
		AND ? ORDER BY e.account_id, e.kind`, on, on, tx.Visible("e.account_id"))
}

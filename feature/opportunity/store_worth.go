package opportunity

import "erba/platform/db"

// unrated are the deals that name an amount in a currency of their own, of which
// nobody knew a rate.
func unrated(tx *db.Tx) ([]Deal, error) {
	return db.List[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE o.currency <> '' AND o.original_minor IS NOT NULL AND o.amount_minor IS NULL AND ?`,
		tx.Visible("o.row_id"))
}

package latent

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const declinedColumns = `d.id, d.account_id, d.product, d.again, d.reason, d.by_id, d.declined_on`

// declined are the decisions about accounts in sight, of all or of one, the latest first.
func declined(tx *db.Tx, account kernel.ID) ([]Declined, error) {
	return db.List[Declined](tx, `SELECT `+declinedColumns+` FROM latent_declined d WHERE ? AND ? ORDER BY d.id DESC`,
		db.If(!account.IsZero(), "d.account_id = ?", account), tx.Visible("d.account_id"))
}

func findDeclined(tx *db.Tx, id kernel.ID) (Declined, error) {
	return db.Find[Declined](tx, `SELECT `+declinedColumns+` FROM latent_declined d WHERE d.id = ? AND ?`, id, tx.Visible("d.account_id"))
}

func decline(tx *db.Tx, d Declined) error { return db.Insert(tx, "latent_declined", d) }

func drop(tx *db.Tx, id kernel.ID) error {
	return tx.Replace(`DELETE FROM latent_declined WHERE id = ? AND ?`, id, tx.Visible("account_id"))
}

// bring puts a decision to another account.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE latent_declined SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("account_id"))
	return err
}

// move is a decision that a merge has brought.
type move struct {
	Merge    kernel.ID `db:"merge_id"`
	Decision kernel.ID `db:"decision_id"`
}

func noteMoves(tx *db.Tx, all []move) error { return db.Insert(tx, "latent_moves", all...) }

func moves(tx *db.Tx, merge kernel.ID) ([]move, error) {
	return db.List[move](tx, `SELECT m.merge_id, m.decision_id FROM latent_moves m WHERE m.merge_id = ? AND ?`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM latent_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// decidedAmong are those of some accounts about which somebody has decided.
func decidedAmong(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT d.account_id FROM latent_declined d WHERE ? AND ?`,
			db.In("d.account_id", part...), tx.Visible("d.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

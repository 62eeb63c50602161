package latent

import (
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

// bring puts a decision to another account; one that was taken back meanwhile is gone.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE latent_declined SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("account_id"))
	return err
}

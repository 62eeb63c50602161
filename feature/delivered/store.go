package delivered

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `o.id, o.account_id, o.name, o.unit, o.by_id, o.by_name, o.made_on, o.version`

// offersOf are the sheets of an account, the latest first.
func offersOf(tx *db.Tx, account kernel.ID) ([]Offer, error) {
	return db.List[Offer](tx, `SELECT `+columns+` FROM offers o WHERE o.account_id = ? AND ? ORDER BY o.id DESC`, account, tx.Visible("o.account_id"))
}

func find(tx *db.Tx, id kernel.ID) (Offer, error) {
	return db.Find[Offer](tx, `SELECT `+columns+` FROM offers o WHERE o.id = ? AND ?`, id, tx.Visible("o.account_id"))
}

func add(tx *db.Tx, o Offer) error {
	if err := db.Insert(tx, "offers", o); err != nil {
		return err
	}
	return addSides(tx, o.Sides)
}

func addSides(tx *db.Tx, all []Side) error { return db.Insert(tx, "offer_sides", all...) }

// rename writes over the version of a sheet that somebody has read.
func rename(tx *db.Tx, o Offer) error {
	return tx.Replace(`UPDATE offers SET name = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		o.Name, o.ID, o.Version, tx.Visible("offers.account_id"))
}

func renameSide(tx *db.Tx, s Side) error {
	return tx.Replace(`UPDATE offer_sides SET name = ? WHERE offer_id IN (SELECT o.id FROM offers o WHERE o.id = ? AND ?) AND place = ?`,
		s.Name, s.Offer, tx.Visible("o.account_id"), s.Place)
}

// drop forgets a sheet, its sides and its values.
func drop(tx *db.Tx, o Offer) error {
	return tx.Replace(`DELETE FROM offers WHERE id = ? AND version = ? AND ?`, o.ID, o.Version, tx.Visible("offers.account_id"))
}

// sides are those of the sheets of an account, in their order.
func sides(tx *db.Tx, account kernel.ID) ([]Side, error) {
	return db.List[Side](tx, `SELECT s.offer_id, s.place, s.name FROM offer_sides s JOIN offers o ON o.id = s.offer_id
		WHERE o.account_id = ? AND ? ORDER BY s.offer_id, s.place`, account, tx.Visible("o.account_id"))
}

const valueColumns = `v.id, v.offer_id, v.place, v.component, v.version, v.amount, v.evidence, v.by_id, v.by_name, v.said_on, v.latest`

// values are those of the sheets of an account that count.
func values(tx *db.Tx, account kernel.ID) ([]Value, error) {
	return db.List[Value](tx, `SELECT `+valueColumns+` FROM offer_values v JOIN offers o ON o.id = v.offer_id
		WHERE o.account_id = ? AND v.latest AND ? ORDER BY v.id`, account, tx.Visible("o.account_id"))
}

func addValue(tx *db.Tx, v Value) error { return db.Insert(tx, "offer_values", v) }

// retire takes the word from the version that a new value replaces.
func retire(tx *db.Tx, v Value) error {
	return tx.Replace(`UPDATE offer_values SET latest = ? WHERE id = ? AND version = ? AND latest
		AND offer_id IN (SELECT o.id FROM offers o WHERE ?)`, false, v.ID, v.Version, tx.Visible("o.account_id"))
}

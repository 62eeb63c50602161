package visit

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// hour is the half days on which somebody of them likes to be visited.
type hour struct {
	Contact kernel.ID   `db:"contact_id"`
	Slots   string      `db:"slots"`
	By      kernel.ID   `db:"by_id"`
	On      kernel.Date `db:"said_on"`
}

// preferred is somebody's half days, with his account.
type preferred struct {
	hour
	Account kernel.ID `db:"account_id"`
	Name    string    `db:"name"`
}

// preferences are those of the people of some accounts.
func preferences(tx *db.Tx, accounts []kernel.ID) (all []preferred, err error) {
	for part := range slices.Chunk(accounts, chunk) {
		found, err := db.List[preferred](tx, `SELECT h.contact_id, h.slots, h.by_id, h.said_on, c.account_id, c.name FROM visit_hours h
			JOIN contacts c ON c.id = h.contact_id WHERE ? AND ? ORDER BY h.contact_id`, db.In("c.account_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// prefer puts somebody's half days in place of those that were said before.
func prefer(tx *db.Tx, h hour) error {
	if _, err := tx.Exec(`DELETE FROM visit_hours WHERE contact_id = ? AND ?`, h.Contact, tx.Shared()); err != nil {
		return err
	}
	return db.Insert(tx, "visit_hours", h)
}

// accountOf is where somebody of them works.
func accountOf(tx *db.Tx, contact kernel.ID) (kernel.ID, error) {
	return db.Find[kernel.ID](tx, `SELECT c.account_id FROM contacts c WHERE c.id = ? AND ?`, contact, tx.Visible("c.account_id"))
}

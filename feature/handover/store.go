package handover

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `h.id, h.account_id, h.from_id, h.to_id, h.by_id, h.made_on, h.until_on, h.state, h.note, h.questions, h.accepted_on, h.pack, h.version,
	a.code, a.name, f.name AS from_name, t.name AS to_name`

const tables = ` FROM handovers h JOIN accounts a ON a.id = h.account_id JOIN users f ON f.id = h.from_id JOIN users t ON t.id = h.to_id `

func add(tx *db.Tx, all ...Handover) error { return db.Insert(tx, "handovers", all...) }

func find(tx *db.Tx, id kernel.ID) (Listed, error) {
	return db.Find[Listed](tx, `SELECT `+columns+tables+`WHERE h.id = ? AND ?`, id, tx.Visible("h.account_id"))
}

// Which narrows a list of hand-overs.
type Which struct {
	Account kernel.ID
	To      kernel.ID
	State   string
	After   kernel.ID
	Limit   int
}

// list is a page of those in sight, the latest first.
func list(tx *db.Tx, w Which) ([]Listed, error) {
	return db.List[Listed](tx, `SELECT `+columns+tables+`WHERE ? AND ? AND ? AND ? AND ? ORDER BY h.id DESC LIMIT ?`,
		db.If(!w.Account.IsZero(), "h.account_id = ?", w.Account), db.If(!w.To.IsZero(), "h.to_id = ?", w.To), db.If(w.State != "", "h.state = ?", w.State),
		db.If(!w.After.IsZero(), "h.id < ?", w.After), tx.Visible("h.account_id"), w.Limit)
}

// waiting are those of some accounts that nobody has accepted yet.
func waiting(tx *db.Tx, accounts []kernel.ID) (all []Listed, err error) {
	for part := range slices.Chunk(accounts, 100) {
		some, err := db.List[Listed](tx, `SELECT `+columns+tables+`WHERE ? AND h.state = 'waiting' AND ?`, db.In("h.account_id", part...), tx.Visible("h.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// naming are those with a pack in which somebody stands.
func naming(tx *db.Tx, contact kernel.ID) ([]Listed, error) {
	return db.List[Listed](tx, `SELECT `+columns+tables+`WHERE h.pack LIKE ? AND ?`, "%"+contact.String()+"%", tx.Visible("h.account_id"))
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, h Handover) error {
	return tx.Replace(`UPDATE handovers SET until_on = ?, state = ?, note = ?, questions = ?, accepted_on = ?, pack = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, h.Until, h.State, h.Note, h.Questions, h.Accepted, h.Frozen, h.ID, h.Version, tx.Visible("handovers.account_id"))
}

// bring puts a hand-over to another account.
func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE handovers SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("handovers.account_id"))
	return err
}

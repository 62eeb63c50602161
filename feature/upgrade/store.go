package upgrade

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `p.id, p.account_id, p.was, p.becomes, p.owner_id, p.due_on, p.state, p.note, p.by_id, p.started_on, p.ended_on, p.version`

// plans are those of an account, the latest first.
func plans(tx *db.Tx, account kernel.ID) ([]Plan, error) {
	return db.List[Plan](tx, `SELECT `+columns+` FROM upgrades p WHERE p.account_id = ? AND ? ORDER BY p.id DESC`, account, tx.Visible("p.account_id"))
}

func find(tx *db.Tx, id kernel.ID) (Plan, error) {
	return db.Find[Plan](tx, `SELECT `+columns+` FROM upgrades p WHERE p.id = ? AND ?`, id, tx.Visible("p.account_id"))
}

// add writes a plan with its steps. The steps' own insert names no account: they
// belong to the plan, which does.
func add(tx *db.Tx, p Plan) error {
	_, err := tx.Exec(`INSERT INTO upgrades (id, account_id, was, becomes, owner_id, due_on, state, note, by_id, started_on, ended_on, version)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.ID, p.Account, p.Was, p.Becomes, p.Owner, p.Due, p.State, p.Note, p.By, p.Started, p.Ended, p.Version)
	if err != nil {
		return err
	}
	return addSteps(tx, p)
}

func addSteps(tx *db.Tx, p Plan) error {
	for i := range p.Steps {
		p.Steps[i].Plan, p.Steps[i].Place = p.ID, int64(i)
	}
	return db.Insert(tx, "upgrade_steps", p.Steps...)
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, p Plan) error {
	return tx.Replace(`UPDATE upgrades SET owner_id = ?, due_on = ?, state = ?, note = ?, ended_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, p.Owner, p.Due, p.State, p.Note, p.Ended, p.ID, p.Version, tx.Visible("upgrades.account_id"))
}

func dropSteps(tx *db.Tx, plan kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM upgrade_steps WHERE upgrade_id IN (SELECT p.id FROM upgrades p WHERE p.id = ? AND ?)`, plan, tx.Visible("p.account_id"))
	return err
}

// steps are those of some plans, in their order.
func steps(tx *db.Tx, all []kernel.ID) (found []Step, err error) {
	for part := range slices.Chunk(all, 100) {
		rows, err := db.List[Step](tx, `SELECT s.upgrade_id, s.place, s.said, s.due_on, s.done_on FROM upgrade_steps s JOIN upgrades p ON p.id = s.upgrade_id
			WHERE ? AND ? ORDER BY s.upgrade_id, s.place`, db.In("s.upgrade_id", part...), tx.Visible("p.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// row is a plan with its account.
type row struct {
	Plan
	Code string `db:"code"`
	Name string `db:"name"`
}

// Which narrows a list of plans.
type Which struct {
	State string
	Owner kernel.ID
	After kernel.ID
	Limit int
}

// list is a page of plans, the latest first.
func list(tx *db.Tx, w Which) ([]row, error) {
	return db.List[row](tx, `SELECT `+columns+`, a.code, a.name FROM upgrades p JOIN accounts a ON a.id = p.account_id
		WHERE ? AND ? AND ? AND ? ORDER BY p.id DESC LIMIT ?`,
		db.If(w.State != "", "p.state = ?", w.State), db.If(!w.Owner.IsZero(), "p.owner_id = ?", w.Owner),
		db.If(!w.After.IsZero(), "p.id < ?", w.After), tx.Visible("p.account_id"), w.Limit)
}

// tally counts the open plans in sight, and those that are late.
func tally(tx *db.Tx, today kernel.Date) (n struct{ Open, Late int }, err error) {
	n.Open, err = db.Find[int](tx, `SELECT count(*) FROM upgrades p WHERE p.state = 'open' AND ?`, tx.Visible("p.account_id"))
	if err != nil {
		return n, err
	}
	n.Late, err = db.Find[int](tx, `SELECT count(*) FROM upgrades p WHERE p.state = 'open' AND (p.due_on < ? OR EXISTS (
		SELECT 1 FROM upgrade_steps s WHERE s.upgrade_id = p.id AND s.done_on IS NULL AND s.due_on < ?)) AND ?`, today, today, tx.Visible("p.account_id"))
	return n, err
}

package plan

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `p.id, p.name, p.from_on, p.until_on, p.state, p.by_id, p.begun_on, p.ended_on, p.version`

// plans are all of them, the latest first.
func plans(tx *db.Tx) ([]Plan, error) {
	return db.List[Plan](tx, `SELECT `+columns+` FROM plans p WHERE ? ORDER BY p.id DESC LIMIT 50`, tx.Shared())
}

func find(tx *db.Tx, id kernel.ID) (Plan, error) {
	return db.Find[Plan](tx, `SELECT `+columns+` FROM plans p WHERE p.id = ? AND ?`, id, tx.Shared())
}

// running is the plan that is open; without an id there is none.
func running(tx *db.Tx) (p Plan, err error) {
	all, err := db.List[Plan](tx, `SELECT `+columns+` FROM plans p WHERE p.state = 'open' AND ?`, tx.Shared())
	if len(all) > 0 {
		p = all[0]
	}
	return p, err
}

func add(tx *db.Tx, p Plan) error { return db.Insert(tx, "plans", p) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, p Plan) error {
	return tx.Replace(`UPDATE plans SET name = ?, from_on = ?, until_on = ?, state = ?, ended_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, p.Name, p.From, p.Until, p.State, p.Ended, p.ID, p.Version, tx.Shared())
}

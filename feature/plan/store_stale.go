package plan

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Mark says that a step of an account has to be looked at again.
type Mark struct {
	Plan    kernel.ID   `json:"-"       db:"plan_id"`
	Account kernel.ID   `json:"account" db:"account_id"`
	Step    int64       `json:"step"    db:"step"`
	Was     string      `json:"was"     db:"was" doc:"The tier that it rested on"`
	Becomes string      `json:"becomes" db:"becomes" doc:"Empty: none any more"`
	Since   kernel.Date `json:"since"   db:"since_on"`
}

const markColumns = `m.plan_id, m.account_id, m.step, m.was, m.becomes, m.since_on`

// marks are those of a plan; what was merged away has none.
func marks(tx *db.Tx, plan kernel.ID) ([]Mark, error) {
	return db.List[Mark](tx, `SELECT `+markColumns+` FROM plan_stale m JOIN accounts a ON a.id = m.account_id
		WHERE m.plan_id = ? AND a.merged_into IS NULL AND ? ORDER BY m.since_on DESC, m.account_id, m.step`, plan, tx.Visible("m.account_id"))
}

// marksOf are those of an account in a plan.
func marksOf(tx *db.Tx, plan, account kernel.ID) ([]Mark, error) {
	return db.List[Mark](tx, `SELECT `+markColumns+` FROM plan_stale m WHERE m.plan_id = ? AND m.account_id = ? AND ? ORDER BY m.step`,
		plan, account, tx.Visible("m.account_id"))
}

func addMarks(tx *db.Tx, all []Mark) error { return db.Insert(tx, "plan_stale", all...) }

// unmark takes the marks of some accounts away, of one step or, 0, of all.
func unmark(tx *db.Tx, plan kernel.ID, step int, accounts ...kernel.ID) (n int64, err error) {
	for part := range slices.Chunk(accounts, 100) {
		gone, err := tx.Exec(`DELETE FROM plan_stale WHERE plan_id = ? AND ? AND ? AND ?`, plan,
			db.If(step > 0, "step = ?", step), db.In("account_id", part...), tx.Visible("plan_stale.account_id"))
		if err != nil {
			return n, err
		}
		n += gone
	}
	return n, nil
}

// known is an account as it is named in a list.
type known struct {
	ID    kernel.ID `db:"id"`
	Code  string    `db:"code"`
	Name  string    `db:"name"`
	Owner kernel.ID `db:"owner_id"`
}

// accounts are those of some in sight, in the order of their names.
func accounts(tx *db.Tx, ids []kernel.ID) (found []known, err error) {
	for part := range slices.Chunk(ids, 100) {
		rows, err := db.List[known](tx, `SELECT a.id, a.code, a.name, a.owner_id FROM accounts a WHERE ? AND ? ORDER BY a.sort_key, a.id`,
			db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

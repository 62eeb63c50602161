package plan

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const runColumns = `r.id, r.template, r.from_on, r.made, r.by_id, r.made_on, r.undone_on`

// runs are the latest ones, of one person or of all.
func runs(tx *db.Tx, by kernel.ID) ([]Run, error) {
	return db.List[Run](tx, `SELECT `+runColumns+` FROM plan_runs r WHERE ? AND ? ORDER BY r.id DESC LIMIT 20`,
		db.If(!by.IsZero(), "r.by_id = ?", by), tx.Shared())
}

func findRun(tx *db.Tx, id kernel.ID) (Run, error) {
	return db.Find[Run](tx, `SELECT `+runColumns+` FROM plan_runs r WHERE r.id = ? AND ?`, id, tx.Shared())
}

func addRun(tx *db.Tx, r Run) error { return db.Insert(tx, "plan_runs", r) }

// endRun notes that a run was undone; once.
func endRun(tx *db.Tx, id kernel.ID, on kernel.Date) error {
	return tx.Replace(`UPDATE plan_runs SET undone_on = ? WHERE id = ? AND undone_on IS NULL AND ?`, on, id, tx.Shared())
}

// made is an action that there is of a template.
type made struct {
	Account kernel.ID `db:"account_id"`
	Origin  string    `db:"origin"`
}

// madeFor are the actions of templates that there are for some accounts.
func madeFor(tx *db.Tx, accounts []kernel.ID) (map[made]bool, error) {
	found := map[made]bool{}
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[made](tx, `SELECT x.account_id, x.origin FROM actions x WHERE x.origin <> '' AND x.state <> 'dropped' AND ? AND ?`,
			db.In("x.account_id", part...), tx.Visible("x.account_id"))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r] = true
		}
	}
	return found, nil
}

// untouched are the accounts of a run with the actions that nobody has changed.
func untouched(tx *db.Tx, run kernel.ID) ([]Action, error) {
	return db.List[Action](tx, `SELECT `+actionColumns+` FROM actions x WHERE x.run_id = ? AND x.state = 'open' AND x.version = 1 AND ? ORDER BY x.account_id, x.id`,
		run, tx.Visible("x.account_id"))
}

// removeUntouched takes those away.
func removeUntouched(tx *db.Tx, run kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM actions WHERE run_id = ? AND state = 'open' AND version = 1 AND ?`, run, tx.Visible("actions.account_id"))
	return err
}

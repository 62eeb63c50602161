package coverage

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// capacities are those that somebody has set.
func capacities(tx *db.Tx) ([]Capacity, error) {
	return db.List[Capacity](tx, `SELECT c.user_id, c.hours, c.reason, c.by_id, c.version FROM coverage_capacities c WHERE ?`, tx.Shared())
}

func addCapacity(tx *db.Tx, c Capacity) error { return db.Insert(tx, "coverage_capacities", c) }

// replaceCapacity writes over the version that somebody has read.
func replaceCapacity(tx *db.Tx, c Capacity) error {
	return tx.Replace(`UPDATE coverage_capacities SET hours = ?, reason = ?, by_id = ?, version = version + 1 WHERE user_id = ? AND version = ? AND ?`,
		c.Hours, c.Reason, c.By, c.User, c.Version, tx.Shared())
}

const markColumns = `m.account_id, m.strategic, m.exempt, m.reason, m.by_id, m.version`

// marks are those of all accounts in sight.
func marks(tx *db.Tx) ([]Mark, error) {
	return db.List[Mark](tx, `SELECT `+markColumns+` FROM coverage_marks m WHERE ?`, tx.Visible("m.account_id"))
}

// markOf is that of one account; without an account there is none.
func markOf(tx *db.Tx, account kernel.ID) (m Mark, err error) {
	all, err := db.List[Mark](tx, `SELECT `+markColumns+` FROM coverage_marks m WHERE m.account_id = ? AND ?`, account, tx.Visible("m.account_id"))
	if len(all) > 0 {
		m = all[0]
	}
	return m, err
}

func addMark(tx *db.Tx, m Mark) error { return db.Insert(tx, "coverage_marks", m) }

func replaceMark(tx *db.Tx, m Mark) error {
	return tx.Replace(`UPDATE coverage_marks SET strategic = ?, exempt = ?, reason = ?, by_id = ?, version = version + 1 WHERE account_id = ? AND version = ? AND ?`,
		m.Strategic, m.Exempt, m.Reason, m.By, m.Account, m.Version, tx.Visible("coverage_marks.account_id"))
}

// known are those of some accounts of which anything is arranged here.
func known(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE ? AND (EXISTS (SELECT 1 FROM coverage_marks m WHERE m.account_id = a.id)
			OR EXISTS (SELECT 1 FROM coverage_moves v WHERE v.account_id = a.id) OR EXISTS (SELECT 1 FROM coverage_shares p WHERE p.account_id = a.id)) AND ?`,
			db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

// owned is who an account belongs to.
type owned struct {
	Account kernel.ID `db:"id"`
	Owner   kernel.ID `db:"owner_id"`
}

// owners are who some accounts in sight belong to.
func owners(tx *db.Tx, accounts []kernel.ID) (map[kernel.ID]kernel.ID, error) {
	found := map[kernel.ID]kernel.ID{}
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[owned](tx, `SELECT a.id, a.owner_id FROM accounts a WHERE ? AND a.merged_into IS NULL AND ?`, db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r.Account] = r.Owner
		}
	}
	return found, nil
}

// absent are those for whom somebody stands in on a day.
func absent(tx *db.Tx, on kernel.Date) (map[kernel.ID]kernel.ID, error) {
	rows, err := db.List[struct {
		User    kernel.ID `db:"user_id"`
		StandIn kernel.ID `db:"stand_in_id"`
	}](tx, `SELECT d.user_id, d.stand_in_id FROM delegations d WHERE d.from_on <= ? AND d.until_on >= ? AND ? ORDER BY d.stand_in_id`, on, on, tx.Shared())
	found := map[kernel.ID]kernel.ID{}
	for _, r := range rows {
		found[r.User] = r.StandIn
	}
	return found, err
}

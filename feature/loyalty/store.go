package loyalty

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `p.id, p.account_id, p.line, p.demand, p.people, p.evidence, p.by_id, p.by_name, p.judged_on, p.expires_on, p.version`

// positions are those of accounts in sight, or of one.
func positions(tx *db.Tx, account kernel.ID) ([]Position, error) {
	all, err := db.List[Position](tx, `SELECT `+columns+` FROM loyalty_positions p WHERE ? AND ? ORDER BY p.account_id, p.line`,
		db.If(!account.IsZero(), "p.account_id = ?", account), tx.Visible("p.account_id"))
	for i := range all {
		if err == nil {
			err = all[i].split()
		}
	}
	return all, err
}

// find is the position of a line, with version 0 if there is none.
func find(tx *db.Tx, account kernel.ID, line string) (Position, error) {
	found, err := db.List[Position](tx, `SELECT `+columns+` FROM loyalty_positions p WHERE p.account_id = ? AND p.line = ? AND ?`,
		account, line, tx.Visible("p.account_id"))
	if err != nil || len(found) == 0 {
		return Position{Account: account, Line: line}, err
	}
	return found[0], found[0].split()
}

func add(tx *db.Tx, p Position) error { return db.Insert(tx, "loyalty_positions", p) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, p Position) error {
	return tx.Replace(`UPDATE loyalty_positions SET demand = ?, people = ?, evidence = ?, by_id = ?, by_name = ?, judged_on = ?, expires_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, p.Demand, p.Joined, p.Evidence, p.ByID, p.By, p.On, p.Expires, p.ID, p.Version, tx.Visible("loyalty_positions.account_id"))
}

func drop(tx *db.Tx, p Position) error {
	return tx.Replace(`DELETE FROM loyalty_positions WHERE id = ? AND version = ? AND ?`, p.ID, p.Version, tx.Visible("loyalty_positions.account_id"))
}

const rungColumns = `r.id, r.account_id, r.line, r.rung, r.sales, r.share, r.attitude, r.since_on, r.until_on`

// standings are those since a day of accounts in sight, or of one, the latest first.
func standings(tx *db.Tx, account kernel.ID, since kernel.Date) ([]Standing, error) {
	return db.List[Standing](tx, `SELECT `+rungColumns+` FROM loyalty_rungs r WHERE (r.until_on IS NULL OR r.until_on > ?) AND ? AND ?
		ORDER BY r.account_id, r.line, r.since_on DESC, r.id DESC`, since, db.If(!account.IsZero(), "r.account_id = ?", account), tx.Visible("r.account_id"))
}

func addStandings(tx *db.Tx, all ...Standing) error { return db.Insert(tx, "loyalty_rungs", all...) }

// refresh writes what a standing is now that its rung stays.
func refresh(tx *db.Tx, s Standing) error {
	_, err := tx.Exec(`UPDATE loyalty_rungs SET rung = ?, sales = ?, share = ?, attitude = ? WHERE id = ? AND ?`,
		s.Rung, s.Sales, s.Share, s.Attitude, s.ID, tx.Visible("loyalty_rungs.account_id"))
	return err
}

// end closes a standing on a day.
func end(tx *db.Tx, id kernel.ID, day kernel.Date) error {
	_, err := tx.Exec(`UPDATE loyalty_rungs SET until_on = ? WHERE id = ? AND ?`, day, id, tx.Visible("loyalty_rungs.account_id"))
	return err
}

// remove drops a standing of a day on which it ended, too.
func remove(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM loyalty_rungs WHERE id = ? AND ?`, id, tx.Visible("loyalty_rungs.account_id"))
	return err
}

// count is how many standings there are now.
func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM loyalty_rungs r WHERE r.until_on IS NULL AND ?`, tx.Visible("r.account_id"))
}

package development

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const chunk = 100 // values of one list

const stood = `s.id, s.account_id, s.stage, s.was, s.since_on, s.overridden, s.orders, s.managed, s.share, s.levels, s.departments, s.teams, s.transparent, s.setting, s.latest`

// stands are the stages on which accounts stand now, of one or, with none, of all:
// without what they were judged by.
func stands(tx *db.Tx, account kernel.ID, f func(Stand)) error {
	return tx.Each(func(scan func(...any) error) error {
		var s Stand
		err := scan(&s.Account, &s.Stage, &s.Since, &s.Overridden)
		f(s)
		return err
	}, `SELECT s.account_id, s.stage, s.since_on, s.overridden FROM development_stages s WHERE s.latest AND ? AND ?`, of("s.account_id", account), tx.Visible("s.account_id"))
}

// course is all stages of an account, the oldest first.
func course(tx *db.Tx, account kernel.ID) ([]Stand, error) {
	return db.List[Stand](tx, `SELECT `+stood+` FROM development_stages s WHERE s.account_id = ? AND ? ORDER BY s.since_on, s.id`, account, tx.Visible("s.account_id"))
}

// climbed are the stages that were reached after a day, the oldest first: without
// what they were judged by.
func climbed(tx *db.Tx, after kernel.Date, f func(Stand)) error {
	return tx.Each(func(scan func(...any) error) error {
		var s Stand
		err := scan(&s.Account, &s.Stage, &s.Was)
		f(s)
		return err
	}, `SELECT s.account_id, s.stage, s.was FROM development_stages s WHERE s.since_on > ? AND ? ORDER BY s.since_on, s.id`, after, tx.Visible("s.account_id"))
}

// fallen are accounts that have fallen back after a day, from a stage or above.
func fallen(tx *db.Tx, after kernel.Date, from int) ([]Stand, error) {
	return db.List[Stand](tx, `SELECT `+stood+` FROM development_stages s WHERE s.latest AND s.since_on > ? AND s.was >= ? AND s.stage < s.was AND ? ORDER BY s.account_id`,
		after, from, tx.Visible("s.account_id"))
}

func addStands(tx *db.Tx, all ...Stand) error { return db.Insert(tx, "development_stages", all...) }

// leave says that accounts do not stand any more where they stood last.
func leave(tx *db.Tx, accounts []kernel.ID) error {
	for some := range slices.Chunk(accounts, chunk) {
		if _, err := tx.Exec(`UPDATE development_stages SET latest = ? WHERE latest AND ? AND ?`, false,
			db.In("development_stages.account_id", some...), tx.Visible("development_stages.account_id")); err != nil {
			return err
		}
	}
	return nil
}

// gap is an interruption that is open.
type gap struct {
	ID      kernel.ID   `db:"id"`
	Account kernel.ID   `db:"account_id"`
	Since   kernel.Date `db:"since_on"`
}

// breaks are the interruptions of an account or, with none, of all.
func breaks(tx *db.Tx, account kernel.ID) ([]gap, error) {
	return db.List[gap](tx, `SELECT b.id, b.account_id, b.since_on FROM development_breaks b WHERE ? AND ?`, of("b.account_id", account), tx.Visible("b.account_id"))
}

func addBreak(tx *db.Tx, g gap) error { return db.Insert(tx, "development_breaks", g) }

func endBreak(tx *db.Tx, account kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM development_breaks WHERE account_id = ? AND ?`, account, tx.Visible("development_breaks.account_id"))
	return err
}

// boss is whom somebody reports to, nobody for who reports to nobody.
func boss(tx *db.Tx, user kernel.ID) (kernel.ID, error) {
	found, err := db.List[kernel.ID](tx, `SELECT u.boss_id FROM users u WHERE u.id = ? AND u.boss_id IS NOT NULL AND u.active AND ?`, user, tx.Shared())
	if err != nil || len(found) == 0 {
		return kernel.ID{}, err
	}
	return found[0], nil
}

package claim

import (
	"erba/kernel"
	"erba/platform/db"
)

// checks is how often somebody has asked since an instant.
func checks(tx *db.Tx, user kernel.ID, since int64) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM claim_checks k WHERE k.user_id = ? AND k.at >= ? AND ?`, user, since, tx.Shared())
}

func addCheck(tx *db.Tx, id, user kernel.ID, at int64) error {
	_, err := tx.Exec(`INSERT INTO claim_checks (id, user_id, at) VALUES (?, ?, ?)`, id, user, at)
	return err
}

// forgetChecks drops what no limit asks for any more.
func forgetChecks(tx *db.Tx, before int64) error {
	_, err := tx.Exec(`DELETE FROM claim_checks WHERE at < ? AND ?`, before, tx.Shared())
	return err
}

func note(tx *db.Tx, n Notice) error { return db.Insert(tx, "claim_notices", n) }

const most = 50 // notices that are shown

// news are what somebody has not seen yet.
func news(tx *db.Tx, user kernel.ID) ([]Notice, error) {
	return db.List[Notice](tx, `SELECT n.id, n.user_id, n.what, n.company, n.words, n.on_day, n.seen FROM claim_notices n
		WHERE n.user_id = ? AND NOT n.seen AND ? ORDER BY n.id DESC LIMIT ?`, user, tx.Shared(), most)
}

// see marks what somebody has seen, up to a notice.
func see(tx *db.Tx, user, upto kernel.ID) error {
	_, err := tx.Exec(`UPDATE claim_notices SET seen = TRUE WHERE user_id = ? AND id <= ? AND ?`, user, upto, tx.Shared())
	return err
}

// rules are those that count.
func rules(tx *db.Tx) (Rules, error) {
	all, err := db.List[Rules](tx, `SELECT r.version, r.days, r.most, r.renewals, r.warn, r.checks, r.reason, r.by_id, r.at FROM claim_rules r
		WHERE ? ORDER BY r.version DESC LIMIT 1`, tx.Shared())
	if err != nil || len(all) == 0 {
		return usual, err
	}
	return all[0], nil
}

// addRules adds a version, unless somebody was faster.
func addRules(tx *db.Tx, r Rules) error {
	return tx.Replace(`INSERT INTO claim_rules (version, days, most, renewals, warn, checks, reason, by_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (version) DO NOTHING`, r.Version, r.Days, r.Most, r.Renewals, r.Warn, r.Checks, r.Reason, r.By, r.At)
}

// owned are accounts with whose they are, as far as they are still there.
func owned(tx *db.Tx, ids []kernel.ID) ([]thing, error) {
	return db.List[thing](tx, `SELECT a.id, a.name, a.city, a.owner_id FROM accounts a
		WHERE ? AND a.merged_into IS NULL AND ? ORDER BY a.id`, db.In("a.id", ids...), tx.Visible("a.id"))
}

// thing is an account as far as claims speak of it.
type thing struct {
	ID    kernel.ID `db:"id"`
	Name  string    `db:"name"`
	City  string    `db:"city"`
	Owner kernel.ID `db:"owner_id"`
}

package competitor

import (
	"erba/kernel"
	"erba/platform/db"
)

const clearColumns = `l.id, l.account_id, l.evidence, l.by_id, l.by_name, l.judged_on, l.expires_on, l.version`

// facing are the rivals of all deals in sight of an account, without ourselves.
func facing(tx *db.Tx, account kernel.ID) ([]faced, error) {
	return db.List[faced](tx, `SELECT `+rivalColumns+`, o.name AS title, o.state FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE o.account_id = ? AND r.kind <> ? AND ? ORDER BY r.id`, account, Own, tx.Visible("o.row_id"))
}

// clearOf is what is said of the inside of an account; none: nothing.
func clearOf(tx *db.Tx, account kernel.ID) ([]Clear, error) {
	return db.List[Clear](tx, `SELECT `+clearColumns+` FROM competitor_clear l WHERE l.account_id = ? AND ?`, account, tx.Visible("l.account_id"))
}

func addClear(tx *db.Tx, c Clear) error { return db.Insert(tx, "competitor_clear", c) }

// replaceClear writes over the version that somebody has read.
func replaceClear(tx *db.Tx, c Clear) error {
	return tx.Replace(`UPDATE competitor_clear SET evidence = ?, by_id = ?, by_name = ?, judged_on = ?, expires_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, c.Evidence, c.ByID, c.By, c.On, c.Expires, c.ID, c.Version, tx.Visible("competitor_clear.account_id"))
}

func dropClear(tx *db.Tx, c Clear) error {
	return tx.Replace(`DELETE FROM competitor_clear WHERE id = ? AND version = ? AND ?`, c.ID, c.Version, tx.Visible("competitor_clear.account_id"))
}

// stood is that something is said of an account: of direct or of indirect rivals.
type stood struct {
	Account kernel.ID `db:"account_id"`
	Kind    string    `db:"kind"`
}

// said is what judgements that hold on a day say of accounts.
func said(tx *db.Tx, accounts []kernel.ID, today kernel.Date) ([]stood, error) {
	return db.List[stood](tx, `SELECT o.account_id, r.kind FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
			WHERE ? AND r.kind <> ? AND r.expires_on > ? AND ?
		UNION SELECT k.account_id, 'direct' FROM competitor_cells k WHERE ? AND k.competitor_id IS NOT NULL AND k.expires_on > ? AND ?
		UNION SELECT l.account_id, 'indirect' FROM competitor_clear l WHERE ? AND l.expires_on > ? AND ?`,
		db.In("o.account_id", accounts...), Own, today, tx.Visible("o.row_id"),
		db.In("k.account_id", accounts...), today, tx.Visible("k.account_id"),
		db.In("l.account_id", accounts...), today, tx.Visible("l.account_id"))
}

// seen are those of some accounts that are in sight.
func seen(tx *db.Tx, accounts []kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE ? AND ?`, db.In("a.id", accounts...), tx.Visible("a.id"))
}

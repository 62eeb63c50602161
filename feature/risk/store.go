package risk

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `r.id, r.account_id, r.cause, r.probability, r.impact, r.evidence, r.counter, r.owner_id, r.due_on, r.by_id, r.by_name, r.judged_on, r.version`

// of is true for the rows of some accounts; of all without any.
func of(column string, accounts []kernel.ID) db.Cond {
	if len(accounts) == 0 {
		return db.If(false, "")
	}
	return db.In(column, accounts...)
}

// risks are those of accounts in sight, or of some, by account.
func risks(tx *db.Tx, accounts ...kernel.ID) ([]Risk, error) {
	return db.List[Risk](tx, `SELECT `+columns+` FROM risks r WHERE ? AND ? ORDER BY r.account_id, r.cause`,
		of("r.account_id", accounts), tx.Visible("r.account_id"))
}

// findRisk is the judgement of a cause, with version 0 if there is none.
func findRisk(tx *db.Tx, account kernel.ID, cause string) (Risk, error) {
	found, err := db.List[Risk](tx, `SELECT `+columns+` FROM risks r WHERE r.account_id = ? AND r.cause = ? AND ?`, account, cause, tx.Visible("r.account_id"))
	if err != nil || len(found) == 0 {
		return Risk{Account: account, Cause: cause}, err
	}
	return found[0], nil
}

func addRisk(tx *db.Tx, r Risk) error { return db.Insert(tx, "risks", r) }

// replaceRisk writes over the version that somebody has read.
func replaceRisk(tx *db.Tx, r Risk) error {
	return tx.Replace(`UPDATE risks SET probability = ?, impact = ?, evidence = ?, counter = ?, owner_id = ?, due_on = ?, by_id = ?, by_name = ?,
			judged_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, r.Probability, r.Impact, r.Evidence, r.Counter, r.Owner, r.Due, r.ByID, r.By,
		r.On, r.ID, r.Version, tx.Visible("risks.account_id"))
}

func dropRisk(tx *db.Tx, r Risk) error {
	return tx.Replace(`DELETE FROM risks WHERE id = ? AND version = ? AND ?`, r.ID, r.Version, tx.Visible("risks.account_id"))
}

// levels are how risky accounts in sight, or some, are now: the latest of each.
func levels(tx *db.Tx, accounts ...kernel.ID) (found map[kernel.ID]Level, err error) {
	found = map[kernel.ID]Level{}
	parts := [][]kernel.ID{nil}
	if len(accounts) > 0 {
		parts = slices.Collect(slices.Chunk(accounts, portion))
	}
	for _, part := range parts {
		all, err := db.List[Level](tx, `SELECT l.id, l.account_id, l.cause, l.score, l.since_on FROM risk_levels l
			WHERE l.id = (SELECT max(n.id) FROM risk_levels n WHERE n.account_id = l.account_id) AND ? AND ?`,
			of("l.account_id", part), tx.Visible("l.account_id"))
		if err != nil {
			return nil, err
		}
		for _, l := range all {
			found[l.Account] = l
		}
	}
	return found, nil
}

const portion = 200 // accounts that are asked about at once

// past is how risky an account has been, the latest first.
func past(tx *db.Tx, account kernel.ID) ([]Level, error) {
	return db.List[Level](tx, `SELECT l.id, l.account_id, l.cause, l.score, l.since_on FROM risk_levels l WHERE l.account_id = ? AND ?
		ORDER BY l.id DESC LIMIT 50`, account, tx.Visible("l.account_id"))
}

func addLevel(tx *db.Tx, l Level) error {
	_, err := tx.Exec(`INSERT INTO risk_levels (id, account_id, cause, score, since_on) VALUES (?, ?, ?, ?, ?)`, l.ID, l.Account, l.Cause, l.Score, l.Since)
	return err
}

// heads are accounts in sight, or some, as far as lists speak of them.
func heads(tx *db.Tx, accounts ...kernel.ID) (found map[kernel.ID]head, err error) {
	found = map[kernel.ID]head{}
	for part := range slices.Chunk(accounts, portion) {
		all, err := db.List[head](tx, `SELECT a.id, a.code, a.name, a.owner_id FROM accounts a WHERE ? AND a.merged_into IS NULL AND ?`,
			db.In("a.id", part...), tx.Visible("a.id"))
		if err != nil {
			return nil, err
		}
		for _, h := range all {
			found[h.ID] = h
		}
	}
	return found, nil
}

// head is an account as far as risks speak of it.
type head struct {
	ID    kernel.ID `db:"id"`
	Code  string    `db:"code"`
	Name  string    `db:"name"`
	Owner kernel.ID `db:"owner_id"`
}

// countRisks is how many judgements there are.
func countRisks(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM risks r WHERE ?`, tx.Visible("r.account_id"))
}

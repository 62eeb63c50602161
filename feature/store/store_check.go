package store

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `c.id, c.account_id, c.shop, c.day_on, c.note, c.by_id, c.by_name, c.config, c.total, c.bottleneck, c.version`

// checksOf are those of an account, the latest first.
func checksOf(tx *db.Tx, account, after kernel.ID, limit int) ([]Check, error) {
	return db.List[Check](tx, `SELECT `+columns+` FROM store_checks c WHERE c.account_id = ? AND ? AND ? ORDER BY c.id DESC LIMIT ?`,
		account, db.If(!after.IsZero(), "c.id < ?", after), tx.Visible("c.account_id"), limit)
}

func find(tx *db.Tx, id kernel.ID) (Check, error) {
	return db.Find[Check](tx, `SELECT `+columns+` FROM store_checks c WHERE c.id = ? AND ?`, id, tx.Visible("c.account_id"))
}

// latest are the last checks of each shop in sight, the weakest first.
func latest(tx *db.Tx, limit int) ([]Ranked, error) {
	return db.List[Ranked](tx, `SELECT `+columns+`, a.code, a.name FROM store_checks c JOIN accounts a ON a.id = c.account_id
		WHERE NOT EXISTS (SELECT 1 FROM store_checks n WHERE n.account_id = c.account_id AND n.shop = c.shop AND (n.day_on > c.day_on OR n.day_on = c.day_on AND n.id > c.id))
		AND ? ORDER BY c.total, c.id LIMIT ?`, tx.Visible("c.account_id"), limit)
}

func add(tx *db.Tx, c Check, all []Answer) error {
	if err := db.Insert(tx, "store_checks", c); err != nil {
		return err
	}
	return db.Insert(tx, "store_answers", all...)
}

// replace writes over the version of a check that somebody has read.
func replace(tx *db.Tx, c Check, all []Answer) error {
	err := tx.Replace(`UPDATE store_checks SET shop = ?, day_on = ?, note = ?, config = ?, total = ?, bottleneck = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, c.Shop, c.Day, c.Note, c.Config, c.Total, c.Bottleneck, c.ID, c.Version, tx.Visible("store_checks.account_id"))
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM store_answers WHERE check_id IN (SELECT c.id FROM store_checks c WHERE c.id = ? AND ?)`, c.ID, tx.Visible("c.account_id")); err != nil {
		return err
	}
	return db.Insert(tx, "store_answers", all...)
}

// drop forgets a check with its answers and photos.
func drop(tx *db.Tx, c Check) error {
	return tx.Replace(`DELETE FROM store_checks WHERE id = ? AND version = ? AND ?`, c.ID, c.Version, tx.Visible("store_checks.account_id"))
}

// answers are those of some checks.
func answers(tx *db.Tx, checks []kernel.ID) (all []Answer, err error) {
	for part := range slices.Chunk(checks, 100) {
		some, err := db.List[Answer](tx, `SELECT n.check_id, n.stage, n.tool, n.present FROM store_answers n JOIN store_checks c ON c.id = n.check_id
			WHERE ? AND ? ORDER BY n.check_id, n.stage, n.tool`, db.In("n.check_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// shops are the names of an account's shops, the latest checked first.
func shops(tx *db.Tx, account kernel.ID) ([]string, error) {
	return db.List[string](tx, `SELECT c.shop FROM store_checks c WHERE c.account_id = ? AND ? GROUP BY c.shop ORDER BY MAX(c.day_on) DESC, c.shop LIMIT 50`, account, tx.Visible("c.account_id"))
}

package coverage

import (
	"erba/kernel"
	"erba/platform/db"
)

const planColumns = `p.id, p.name, p.unit, p.from_on, p.until_on, p.budget, p.least, p.ahead, p.config, p.by_id, p.version`

// plans are the latest.
func plans(tx *db.Tx, limit int) ([]Plan, error) {
	return db.List[Plan](tx, `SELECT `+planColumns+` FROM coverage_plans p WHERE ? ORDER BY p.until_on DESC, p.id DESC LIMIT ?`, tx.Shared(), limit)
}

func planOf(tx *db.Tx, id kernel.ID) (Plan, error) {
	return db.Find[Plan](tx, `SELECT `+planColumns+` FROM coverage_plans p WHERE p.id = ? AND ?`, id, tx.Shared())
}

// running are the plans of a day, the latest first.
func running(tx *db.Tx, on kernel.Date) ([]Plan, error) {
	return db.List[Plan](tx, `SELECT `+planColumns+` FROM coverage_plans p WHERE p.from_on <= ? AND p.until_on >= ? AND ? ORDER BY p.id DESC`, on, on, tx.Shared())
}

func addPlan(tx *db.Tx, p Plan) error { return db.Insert(tx, "coverage_plans", p) }

// touchPlan counts a change over the version that somebody has read.
func touchPlan(tx *db.Tx, p Plan) error {
	return tx.Replace(`UPDATE coverage_plans SET version = version + 1 WHERE id = ? AND version = ? AND ?`, p.ID, p.Version, tx.Shared())
}

func dropPlan(tx *db.Tx, p Plan) error {
	return tx.Replace(`DELETE FROM coverage_plans WHERE id = ? AND version = ? AND ?`, p.ID, p.Version, tx.Shared())
}

func addShares(tx *db.Tx, all []Share) error { return db.Insert(tx, "coverage_shares", all...) }

// sharesOf are those of a plan of which the account is in sight, the highest first.
func sharesOf(tx *db.Tx, plan kernel.ID) ([]Share, error) {
	return db.List[Share](tx, `SELECT s.plan_id, s.account_id, s.place, s.tier, s.weight, s.planned FROM coverage_shares s WHERE s.plan_id = ? AND ? ORDER BY s.place`,
		plan, tx.Visible("s.account_id"))
}

// shareOf is what a plan gives one account.
func shareOf(tx *db.Tx, plan, account kernel.ID) (Share, error) {
	return db.Find[Share](tx, `SELECT s.plan_id, s.account_id, s.place, s.tier, s.weight, s.planned FROM coverage_shares s WHERE s.plan_id = ? AND s.account_id = ? AND ?`,
		plan, account, tx.Visible("s.account_id"))
}

func replaceShare(tx *db.Tx, s Share) error {
	return tx.Replace(`UPDATE coverage_shares SET planned = ? WHERE plan_id = ? AND account_id = ? AND ?`, s.Planned, s.Plan, s.Account, tx.Visible("coverage_shares.account_id"))
}

// plannedOf is what a plan gives the accounts in sight together.
func plannedOf(tx *db.Tx, plan kernel.ID) (int64, error) {
	return db.Find[int64](tx, `SELECT COALESCE(sum(s.planned), 0) FROM coverage_shares s WHERE s.plan_id = ? AND ?`, plan, tx.Visible("s.account_id"))
}

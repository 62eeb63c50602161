package competitor

import (
	"erba/kernel"
	"erba/platform/db"
)

const cellColumns = `k.id, k.account_id, k.scope, k.place, k.product, k.competitor_id, k.scores, k.evidence, k.by_id, k.by_name, k.judged_on, k.expires_on, k.version`

// cellsOf are those of an account.
func cellsOf(tx *db.Tx, account kernel.ID) ([]Cell, error) {
	return db.List[Cell](tx, `SELECT `+cellColumns+` FROM competitor_cells k WHERE k.account_id = ? AND ? ORDER BY k.product, k.id`, account, tx.Visible("k.account_id"))
}

// cellsAt are those of a region or an industry, which belong to no account.
func cellsAt(tx *db.Tx, scope, place string) ([]Cell, error) {
	return db.List[Cell](tx, `SELECT `+cellColumns+` FROM competitor_cells k WHERE k.account_id IS NULL AND k.scope = ? AND k.place = ? AND ?
		ORDER BY k.product, k.id`, scope, place, tx.Shared())
}

// placesOf are the regions or industries that somebody has rated.
func placesOf(tx *db.Tx, scope string) ([]string, error) {
	return db.List[string](tx, `SELECT DISTINCT k.place FROM competitor_cells k WHERE k.account_id IS NULL AND k.scope = ? AND ? ORDER BY k.place`, scope, tx.Shared())
}

// site is where an account is.
type site struct {
	Region   string `db:"region"`
	Industry string `db:"industry"`
}

func siteOf(tx *db.Tx, account kernel.ID) (site, error) {
	return db.Find[site](tx, `SELECT a.region, a.industry FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}

// sites are the regions and industries of accounts in sight.
func sites(tx *db.Tx) ([]site, error) {
	return db.List[site](tx, `SELECT DISTINCT a.region, a.industry FROM accounts a WHERE a.merged_into IS NULL AND ? ORDER BY a.region, a.industry`, tx.Visible("a.id"))
}

func addCell(tx *db.Tx, c Cell) error { return db.Insert(tx, "competitor_cells", c) }

// replaceCell writes over the version that somebody has read; of a cell that
// belongs to no account whoever keeps grids may.
func replaceCell(tx *db.Tx, c Cell) error {
	return tx.Replace(`UPDATE competitor_cells SET scores = ?, evidence = ?, by_id = ?, by_name = ?, judged_on = ?, expires_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ((account_id IS NULL AND ?) OR ?)`, c.Words, c.Evidence, c.ByID, c.By, c.On, c.Expires, c.ID, c.Version,
		tx.Shared(), tx.Visible("competitor_cells.account_id"))
}

// dropCell takes a rating back.
func dropCell(tx *db.Tx, c Cell) error {
	return tx.Replace(`DELETE FROM competitor_cells WHERE id = ? AND version = ? AND ((account_id IS NULL AND ?) OR ?)`, c.ID, c.Version,
		tx.Shared(), tx.Visible("competitor_cells.account_id"))
}

// every are all cells in sight: of accounts, and of regions and industries.
func every(tx *db.Tx) ([]Cell, error) {
	return db.List[Cell](tx, `SELECT `+cellColumns+` FROM competitor_cells k WHERE (k.account_id IS NULL OR ?) ORDER BY k.scope, k.place, k.account_id, k.product, k.id`,
		tx.Visible("k.account_id"))
}

// countCells is how many there are.
func countCells(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM competitor_cells k WHERE (k.account_id IS NULL OR ?)`, tx.Visible("k.account_id"))
}

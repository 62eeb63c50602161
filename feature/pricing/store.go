package pricing

import (
	"erba/kernel"
	"erba/platform/db"
)

const listColumns = `l.id, l.name, l.scope, l.place, l.from_on, l.until_on, l.note, l.by_id, l.made_on, l.version`

// lists are all lists, those that hold on a day first.
func lists(tx *db.Tx) ([]List, error) {
	return db.List[List](tx, `SELECT `+listColumns+` FROM price_lists l WHERE ? ORDER BY l.from_on DESC, l.id DESC`, tx.Shared())
}

func findList(tx *db.Tx, id kernel.ID) (List, error) {
	return db.Find[List](tx, `SELECT `+listColumns+` FROM price_lists l WHERE l.id = ? AND ?`, id, tx.Shared())
}

func addList(tx *db.Tx, l List) error { return db.Insert(tx, "price_lists", l) }

func saveList(tx *db.Tx, l List) error {
	return tx.Replace(`UPDATE price_lists SET name = ?, scope = ?, place = ?, from_on = ?, until_on = ?, note = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		l.Name, l.Scope, l.Place, l.From, l.Until, l.Note, l.ID, l.Version, tx.Shared())
}

func dropList(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`DELETE FROM price_lists WHERE id = ? AND version = ? AND ?`, id, version, tx.Shared())
}

// touch says that a list has changed.
func touch(tx *db.Tx, id kernel.ID, version int64) error {
	return tx.Replace(`UPDATE price_lists SET version = version + 1 WHERE id = ? AND version = ? AND ?`, id, version, tx.Shared())
}

// entries are the prices of a list, by the codes of the products.
func entries(tx *db.Tx, list kernel.ID, search string, after string, limit int) ([]Entry, error) {
	return db.List[Entry](tx, `SELECT e.product_id, p.code, p.name, p.unit, e.list_price FROM price_entries e JOIN products p ON p.id = e.product_id
		WHERE e.list_id = ? AND ? AND ? AND ? ORDER BY p.code LIMIT ?`, list, tx.Matches("p.id", "product_words", search), db.If(after != "", "p.code > ?", after), tx.Shared(), limit)
}

func setEntry(tx *db.Tx, list, product kernel.ID, listed kernel.Decimal) error {
	if err := dropEntry(tx, list, product); err != nil {
		return err
	}
	_, err := tx.Exec(`INSERT INTO price_entries (list_id, product_id, list_price) VALUES (?, ?, ?)`, list, product, listed)
	return err
}

func dropEntry(tx *db.Tx, list, product kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM price_entries WHERE list_id = ? AND product_id = ? AND ?`, list, product, tx.Shared())
	return err
}

// counts are of how many products each list speaks.
func counts(tx *db.Tx) (map[kernel.ID]int, error) {
	all, err := db.List[struct {
		List kernel.ID `db:"list_id"`
		N    int       `db:"n"`
	}](tx, `SELECT e.list_id, count(*) AS n FROM price_entries e WHERE ? GROUP BY e.list_id`, tx.Shared())
	of := make(map[kernel.ID]int, len(all))
	for _, one := range all {
		of[one.List] = one.N
	}
	return of, err
}

// offer is what a list that holds says of a product.
type offer struct {
	Scope  string         `db:"scope"`
	Place  string         `db:"place"`
	Listed kernel.Decimal `db:"list_price"`
}

// offers are what the lists that hold on a day say of a product, the latest first.
func offers(tx *db.Tx, product kernel.ID, on kernel.Date) ([]offer, error) {
	return db.List[offer](tx, `SELECT l.scope, l.place, e.list_price FROM price_entries e JOIN price_lists l ON l.id = e.list_id
		WHERE e.product_id = ? AND l.from_on <= ? AND (l.until_on IS NULL OR l.until_on >= ?) AND ? ORDER BY l.from_on DESC, l.id DESC`, product, on, on, tx.Shared())
}

// customer is what lists ask of an account.
type customer struct {
	Region   string `db:"region"`
	Industry string `db:"industry"`
}

func customerOf(tx *db.Tx, account kernel.ID) (customer, error) {
	return db.Find[customer](tx, `SELECT a.region, a.industry FROM accounts a WHERE a.id = ? AND ?`, account, tx.Visible("a.id"))
}

// places are the regions or industries of the customers in sight.
func places(tx *db.Tx, column string) ([]string, error) {
	return db.List[string](tx, `SELECT DISTINCT a.`+column+` FROM accounts a WHERE a.`+column+` <> '' AND ? ORDER BY 1`, tx.Visible("a.id"))
}

// ware is what the list of products says.
type ware struct {
	Code   string          `db:"code"`
	Name   string          `db:"name"`
	Listed *kernel.Decimal `db:"list_price"`
	Cost   *kernel.Decimal `db:"cost"`
}

func wareOf(tx *db.Tx, product kernel.ID) (ware, error) {
	return db.Find[ware](tx, `SELECT p.code, p.name, p.list_price, p.cost FROM products p WHERE p.id = ? AND ?`, product, tx.Shared())
}

const floorColumns = `f.product_id, p.code, p.name, f.from_on, f.floor_price, f.unit_cost, f.made_on`

func floors(tx *db.Tx, search string) ([]Floor, error) {
	return db.List[Floor](tx, `SELECT `+floorColumns+` FROM price_floors f JOIN products p ON p.id = f.product_id
		WHERE ? AND ? ORDER BY p.code, f.from_on DESC`, tx.Matches("p.id", "product_words", search), tx.Shared())
}

// floorOn is the floor that holds on a day, if there is one.
func floorOn(tx *db.Tx, product kernel.ID, on kernel.Date) ([]Floor, error) {
	return db.List[Floor](tx, `SELECT `+floorColumns+` FROM price_floors f JOIN products p ON p.id = f.product_id
		WHERE f.product_id = ? AND f.from_on <= ? AND ? ORDER BY f.from_on DESC LIMIT 1`, product, on, tx.Shared())
}

func setFloor(tx *db.Tx, f Floor, by kernel.ID) error {
	if err := dropFloor(tx, f.Product, f.From); err != nil {
		return err
	}
	_, err := tx.Exec(`INSERT INTO price_floors (product_id, from_on, floor_price, unit_cost, by_id, made_on) VALUES (?, ?, ?, ?, ?, ?)`,
		f.Product, f.From, f.Floor, f.Unit, by, f.Made)
	return err
}

func dropFloor(tx *db.Tx, product kernel.ID, from kernel.Date) error {
	_, err := tx.Exec(`DELETE FROM price_floors WHERE product_id = ? AND from_on = ? AND ?`, product, from, tx.Shared())
	return err
}

func countEntries(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM price_entries e WHERE ?`, tx.Shared())
}

func countFloors(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM price_floors f WHERE ?`, tx.Shared())
}

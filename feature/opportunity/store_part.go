package opportunity

import (
	"erba/kernel"
	"erba/platform/db"
)

func addSlip(tx *db.Tx, s Slip) error { return db.Insert(tx, "opportunity_dates", s) }

// slips are how the expected day of a deal was moved, the first first.
func slips(tx *db.Tx, deal kernel.ID) ([]Slip, error) {
	return db.List[Slip](tx, `SELECT s.id, s.opportunity_id, s.was_on, s.becomes_on, s.reason, s.by_id, s.made_on FROM opportunity_dates s
		JOIN opportunities o ON o.id = s.opportunity_id WHERE s.opportunity_id = ? AND ? ORDER BY s.id`, deal, tx.Visible("o.row_id"))
}

// clear takes away what belongs to a deal in a table, to be written anew.
func clear(tx *db.Tx, table string, deal kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM `+table+` WHERE opportunity_id = ? AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = `+table+`.opportunity_id AND ?)`,
		deal, tx.Visible("o.row_id"))
	return err
}

func addSplits(tx *db.Tx, all []Split) error { return db.Insert(tx, "opportunity_splits", all...) }

func splits(tx *db.Tx, deal kernel.ID) ([]Split, error) {
	return db.List[Split](tx, `SELECT s.opportunity_id, s.user_id, s.percent FROM opportunity_splits s JOIN opportunities o ON o.id = s.opportunity_id
		WHERE s.opportunity_id = ? AND ? ORDER BY s.percent DESC, s.user_id`, deal, tx.Visible("o.row_id"))
}

// works counts those of some users who are active.
func works(tx *db.Tx, users ...kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM users u WHERE ? AND u.active AND ?`, db.In("u.id", users...), tx.Shared())
}

// kept is a line as it is kept.
type kept struct {
	ID       kernel.ID       `db:"id"`
	Deal     kernel.ID       `db:"opportunity_id"`
	Product  kernel.ID       `db:"product_id"`
	Text     string          `db:"words"`
	Quantity kernel.Decimal  `db:"quantity"`
	List     *kernel.Decimal `db:"list_price"`
	Asked    kernel.Decimal  `db:"asked_price"`
	Floor    *kernel.Decimal `db:"floor_price"`
	Unit     *kernel.Decimal `db:"unit_cost"`
	From     string          `db:"priced_from"`
	Amount   int64           `db:"amount_minor"`
}

func addLines(tx *db.Tx, all []Line) error {
	rows := make([]kept, len(all))
	for i, l := range all {
		rows[i] = kept{l.ID, l.Deal, l.Product, l.Text, l.Quantity, l.List, l.Asked, l.Floor, l.Unit, l.From, l.Amount}
	}
	return db.Insert(tx, "opportunity_lines", rows...)
}

const lineColumns = `l.id, l.opportunity_id, o.row_id, l.product_id, l.words, l.quantity, l.list_price, l.asked_price, l.floor_price, l.unit_cost, l.priced_from, l.amount_minor`

func lines(tx *db.Tx, deal kernel.ID) ([]Line, error) {
	all, err := db.List[Line](tx, `SELECT `+lineColumns+` FROM opportunity_lines l JOIN opportunities o ON o.id = l.opportunity_id
		WHERE l.opportunity_id = ? AND ? ORDER BY l.id`, deal, tx.Visible("o.row_id"))
	for i := range all {
		all[i].judge()
	}
	return all, err
}

const paperColumns = `f.id, f.name, f.kind, f.size, f.by_id, f.made_on`

func papers(tx *db.Tx, deal kernel.ID) ([]Paper, error) {
	return db.List[Paper](tx, `SELECT `+paperColumns+` FROM opportunity_files f JOIN opportunities o ON o.id = f.opportunity_id
		WHERE f.opportunity_id = ? AND ? ORDER BY f.id`, deal, tx.Visible("o.row_id"))
}

// filed is a paper with its content.
type filed struct {
	Paper
	Body []byte `db:"body"`
}

func paper(tx *db.Tx, deal, id kernel.ID) (filed, error) {
	return db.Find[filed](tx, `SELECT `+paperColumns+`, f.body FROM opportunity_files f JOIN opportunities o ON o.id = f.opportunity_id
		WHERE f.opportunity_id = ? AND f.id = ? AND ?`, deal, id, tx.Visible("o.row_id"))
}

func addPaper(tx *db.Tx, deal kernel.ID, p Paper, sum string, body []byte) error {
	_, err := tx.Exec(`INSERT INTO opportunity_files (id, opportunity_id, name, kind, size, sum, body, by_id, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.ID, deal, p.Name, p.Kind, p.Size, sum, body, p.By, p.Made)
	return err
}

// same are the papers of a deal with a content.
func same(tx *db.Tx, deal kernel.ID, sum string) ([]Paper, error) {
	return db.List[Paper](tx, `SELECT `+paperColumns+` FROM opportunity_files f JOIN opportunities o ON o.id = f.opportunity_id
		WHERE f.opportunity_id = ? AND f.sum = ? AND ?`, deal, sum, tx.Visible("o.row_id"))
}

func dropPaper(tx *db.Tx, deal, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM opportunity_files WHERE opportunity_id = ? AND id = ?
		AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_files.opportunity_id AND ?)`, deal, id, tx.Visible("o.row_id"))
	return err
}

// people are what users are called.
func people(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	all, err := db.List[struct {
		ID   kernel.ID `db:"id"`
		Name string    `db:"name"`
	}](tx, `SELECT u.id, u.name FROM users u WHERE ? AND ?`, db.In("u.id", ids...), tx.Shared())
	names := map[kernel.ID]string{}
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

// contactName is what somebody at the customer's is called.
func contactName(tx *db.Tx, id kernel.ID) (string, error) {
	all, err := db.List[string](tx, `SELECT c.name FROM contacts c WHERE c.id = ? AND ?`, id, tx.Visible("c.account_id"))
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[0], nil
}

// tag is what the list of products says of a price.
type tag struct {
	List *kernel.Decimal `db:"list_price"`
	Cost *kernel.Decimal `db:"cost"`
}

func listed(tx *db.Tx, product kernel.ID) (tag, error) {
	return db.Find[tag](tx, `SELECT p.list_price, p.cost FROM products p WHERE p.id = ? AND ?`, product, tx.Shared())
}

// inSight reports whether a deal is.
func inSight(tx *db.Tx, id kernel.ID) (bool, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM opportunities o WHERE o.id = ? AND ?`, id, tx.Visible("o.row_id"))
	return n > 0, err
}

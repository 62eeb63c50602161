package fee

import (
	"erba/kernel"
	"erba/platform/db"
)

const paperColumns = `p.id, p.name, p.kind, p.size, p.by_id, p.made_on`

func papers(tx *db.Tx, fee kernel.ID) ([]Paper, error) {
	return db.List[Paper](tx, `SELECT `+paperColumns+` FROM fee_papers p JOIN fees f ON f.id = p.fee_id WHERE p.fee_id = ? AND ? ORDER BY p.id`,
		fee, tx.Visible("f.account_id"))
}

// filed is a paper with its content.
type filed struct {
	Paper
	Body []byte `db:"body"`
}

func paper(tx *db.Tx, fee, id kernel.ID) (filed, error) {
	return db.Find[filed](tx, `SELECT `+paperColumns+`, p.body FROM fee_papers p JOIN fees f ON f.id = p.fee_id WHERE p.fee_id = ? AND p.id = ? AND ?`,
		fee, id, tx.Visible("f.account_id"))
}

// alike are the papers of a request with a content.
func alike(tx *db.Tx, fee kernel.ID, sum string) ([]Paper, error) {
	return db.List[Paper](tx, `SELECT `+paperColumns+` FROM fee_papers p JOIN fees f ON f.id = p.fee_id WHERE p.fee_id = ? AND p.sum = ? AND ?`,
		fee, sum, tx.Visible("f.account_id"))
}

func addPaper(tx *db.Tx, fee kernel.ID, p Paper, sum string, body []byte) error {
	_, err := tx.Exec(`INSERT INTO fee_papers (id, fee_id, name, kind, size, sum, body, by_id, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.ID, fee, p.Name, p.Kind, p.Size, sum, body, p.By, p.Made)
	return err
}

// shops are the looks at shops that show a request, or those that might.
func shops(tx *db.Tx, r Request, show bool) ([]Seen, error) {
	return db.List[Seen](tx, `SELECT s.id, s.shop, s.day_on, s.by_name FROM store_checks s WHERE s.account_id = ? AND ? AND ? AND ? ORDER BY s.day_on DESC, s.id DESC LIMIT 50`,
		r.Account, db.If(show, "EXISTS (SELECT 1 FROM fee_checks c WHERE c.fee_id = ? AND c.check_id = s.id)", r.ID),
		db.If(!show, "s.day_on >= ? AND s.day_on <= ? AND NOT EXISTS (SELECT 1 FROM fee_checks c WHERE c.fee_id = ? AND c.check_id = s.id)", r.From.Add(-7), r.Until.Add(14), r.ID),
		tx.Visible("s.account_id"))
}

func addCheck(tx *db.Tx, fee, check kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO fee_checks (fee_id, check_id) VALUES (?, ?)`, fee, check)
	return err
}

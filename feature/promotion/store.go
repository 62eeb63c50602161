package promotion

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

// Value and Scan put a list into SQL and take it out: a word a line.
func (l List) Value() (driver.Value, error) { return strings.Join(l, "\n"), nil }

// Scan is the other way.
func (l *List) Scan(src any) error {
	text, err := textOf(src)
	*l = List{}
	if text != "" {
		*l = strings.Split(text, "\n")
	}
	return err
}

// Value and Scan put a budget into SQL and take it out, as JSON.
func (b Means) Value() (driver.Value, error) {
	raw, err := json.Marshal(b.Budget)
	return string(raw), err
}

// Scan is the other way.
func (b *Means) Scan(src any) error {
	text, err := textOf(src)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(text), &b.Budget)
}

func textOf(src any) (string, error) {
	switch src := src.(type) {
	case string:
		return src, nil
	case []byte:
		return string(src), nil
	}
	return "", fmt.Errorf("promotion: %T is no text", src)
}

const columns = `p.id, p.account_id, p.name, p.background, p.from_on, p.until_on, p.products, p.place, p.audience, p.budget, p.amount, p.ways, p.tools, p.baseline,
	p.expected, p.lesson, p.state, p.by_id, p.made_on, p.version`

func find(tx *db.Tx, id kernel.ID) (Promotion, error) {
	return db.Find[Promotion](tx, `SELECT `+columns+` FROM promotions p WHERE p.id = ? AND ?`, id, tx.Visible("p.account_id"))
}

func add(tx *db.Tx, all ...Promotion) error { return db.Insert(tx, "promotions", all...) }

func write(tx *db.Tx, p Promotion) error {
	return tx.Replace(`UPDATE promotions SET name = ?, background = ?, from_on = ?, until_on = ?, products = ?, place = ?, audience = ?, budget = ?, amount = ?, ways = ?, tools = ?,
			baseline = ?, expected = ?, lesson = ?, state = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, p.Name, p.Background, p.From, p.Until, p.Products, p.Place, p.Audience, p.Budget, p.Amount, p.Ways, p.Tools,
		p.Baseline, p.Expected, p.Lesson, p.State, p.ID, p.Version, tx.Visible("promotions.account_id"))
}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE promotions SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("promotions.account_id"))
	return err
}

const selected = `SELECT ` + columns + `, a.code, a.name AS whom, coalesce(u.name, '') AS ours FROM promotions p JOIN accounts a ON a.id = p.account_id
	LEFT JOIN users u ON u.id = p.by_id `

// running are the promotions that run within some days, of an account or of all in sight.
func running(tx *db.Tx, account kernel.ID, from, until kernel.Date, limit int) ([]Row, error) {
	return db.List[Row](tx, selected+`WHERE ? AND p.from_on <= ? AND p.until_on >= ? AND ? ORDER BY p.from_on, p.id LIMIT ?`,
		db.If(!account.IsZero(), "p.account_id = ?", account), until, from, tx.Visible("p.account_id"), limit)
}

func row(tx *db.Tx, id kernel.ID) (Row, error) {
	return db.Find[Row](tx, selected+`WHERE p.id = ? AND ?`, id, tx.Visible("p.account_id"))
}

func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM promotions p WHERE ?`, tx.Visible("p.account_id"))
}

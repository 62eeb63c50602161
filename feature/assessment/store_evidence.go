package assessment

import (
	"erba/kernel"
	"erba/platform/db"
)

// offered is a line of what is offered, in millionths; no cost: nobody knows it.
type offered struct {
	Quantity int64  `db:"quantity"`
	Asked    int64  `db:"asked_price"`
	Cost     *int64 `db:"unit_cost"`
}

// offers are the lines of a deal, for those who may read what they cost.
func offers(tx *db.Tx, deal kernel.ID) ([]offered, error) {
	return db.List[offered](tx, `SELECT l.quantity, l.asked_price, l.unit_cost FROM opportunity_lines l JOIN opportunities o ON o.id = l.opportunity_id
		WHERE l.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
}

// record is how many deals were won and lost.
type record struct {
	Won  int `db:"won"`
	Lost int `db:"lost"`
}

const counted = `SELECT coalesce(sum(CASE WHEN o.state = 'won' THEN 1 ELSE 0 END), 0) AS won,
	coalesce(sum(CASE WHEN o.state = 'lost' THEN 1 ELSE 0 END), 0) AS lost FROM opportunities o WHERE o.state IN ('won', 'lost') AND ? AND ?`

// withAccount and ofProduct count the closed deals in sight with a customer, and of a
// product.
func withAccount(tx *db.Tx, account kernel.ID) (record, error) {
	return db.Find[record](tx, counted, db.If(true, "o.account_id = ?", account), tx.Visible("o.row_id"))
}

func ofProduct(tx *db.Tx, product string) (record, error) {
	return db.Find[record](tx, counted, db.If(true, "o.product = ?", product), tx.Visible("o.row_id"))
}

// bid is what it takes to bid, with version 0 where nobody has said it.
func bid(tx *db.Tx, deal kernel.ID) (b Bid, err error) {
	found, err := db.List[Bid](tx, `SELECT b.deal_id, b.spend, b.by_id, b.version FROM assessment_bids b JOIN opportunities o ON o.id = b.deal_id
		WHERE b.deal_id = ? AND ?`, deal, tx.Visible("o.row_id"))
	if err != nil {
		return b, err
	}
	if b.Deal = deal; len(found) > 0 {
		b = found[0]
	}
	b.People, err = db.List[Needed](tx, `SELECT h.deal_id, h.user_id, u.name, h.hours FROM assessment_hours h JOIN users u ON u.id = h.user_id
		JOIN opportunities o ON o.id = h.deal_id WHERE h.deal_id = ? AND ? ORDER BY u.name, u.id`, deal, tx.Visible("o.row_id"))
	return b, err
}

// otherwise are the hours that other open deals ask of somebody.
func otherwise(tx *db.Tx, deal, user kernel.ID) (kernel.Decimal, error) {
	n, err := db.Find[int64](tx, `SELECT CAST(coalesce(sum(h.hours), 0) AS BIGINT) FROM assessment_hours h JOIN opportunities o ON o.id = h.deal_id
		WHERE h.user_id = ? AND h.deal_id <> ? AND o.state = 'open' AND ?`, user, deal, tx.Visible("o.row_id"))
	return kernel.Micro(n), err
}

// setBid writes what it takes over the version that somebody has read.
func setBid(tx *db.Tx, b Bid) error {
	if b.Version == 0 {
		if _, err := tx.Exec(`INSERT INTO assessment_bids (deal_id, spend, by_id, version) VALUES (?, ?, ?, 1)`, b.Deal, b.Spend, b.ByID); err != nil {
			return err
		}
	} else if err := tx.Replace(`UPDATE assessment_bids SET spend = ?, by_id = ?, version = version + 1 WHERE deal_id = ? AND version = ? AND `+seen+`assessment_bids.deal_id AND ?)`,
		b.Spend, b.ByID, b.Deal, b.Version, tx.Visible("o.row_id")); err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM assessment_hours WHERE deal_id = ? AND `+seen+`assessment_hours.deal_id AND ?)`, b.Deal, tx.Visible("o.row_id")); err != nil {
		return err
	}
	return tx.Bulk("assessment_hours", []string{"deal_id", "user_id", "hours"}, len(b.People), func(i int, args []any) {
		args[0], args[1], args[2] = b.Deal, b.People[i].User, b.People[i].Hours.Micro()
	})
}

// active counts those of some users who can sign in.
func active(tx *db.Tx, users []kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM users u WHERE u.active AND ? AND ?`, db.In("u.id", users...), tx.Shared())
}

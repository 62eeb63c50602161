package winloss

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// ended narrows deals to those that ended within a time; those that have not ended
// are of every time.
func (a Ask) ended() db.Cond {
	return db.If(true, "? AND ?", db.If(!a.From.IsZero(), "(o.closed_on IS NULL OR o.closed_on >= ?)", a.From),
		db.If(!a.Until.IsZero(), "(o.closed_on IS NULL OR o.closed_on <= ?)", a.Until))
}

// read returns the deals in sight.
func read(tx *db.Tx, a Ask) ([]fact, error) {
	return db.List[fact](tx, `SELECT o.id, o.row_id, o.account_id, coalesce(a.name, '') AS account_name, coalesce(a.industry, '') AS sector,
		coalesce(a.region, '') AS region, o.owner_id, coalesce(u.name, o.owner_name) AS owner_name, coalesce(b.name, '') AS manager,
		o.product, o.process, o.stage, o.state, o.opened_on, o.unopened, o.closed_on, o.amount_minor, o.reason, o.winner_id
		FROM opportunities o LEFT JOIN accounts a ON a.id = o.account_id LEFT JOIN users u ON u.id = o.owner_id LEFT JOIN users b ON b.id = u.boss_id
		WHERE ? AND ?`, a.ended(), tx.Visible("o.row_id"))
}

// line is what a deal offers of a product, in millionths.
type line struct {
	Deal     kernel.ID      `db:"opportunity_id"`
	Quantity kernel.Decimal `db:"quantity"`
	List     kernel.Decimal `db:"list_price"`
	Amount   int64          `db:"amount_minor"`
}

// offered are the lines of deals in sight that have a list price.
func offered(tx *db.Tx) ([]line, error) {
	return db.List[line](tx, `SELECT l.opportunity_id, l.quantity, l.list_price, l.amount_minor FROM opportunity_lines l
		JOIN opportunities o ON o.id = l.opportunity_id WHERE l.list_price IS NOT NULL AND ?`, tx.Visible("o.row_id"))
}

// rival is who stood against us in a deal.
type rival struct {
	Deal       kernel.ID `db:"opportunity_id"`
	Competitor kernel.ID `db:"competitor_id"`
}

func rivals(tx *db.Tx) ([]rival, error) {
	return db.List[rival](tx, `SELECT r.opportunity_id, r.competitor_id FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE r.competitor_id IS NOT NULL AND ?`, tx.Visible("o.row_id"))
}

// choice is the strategy with which a deal is fought for, or was.
type choice struct {
	Deal     kernel.ID `db:"opportunity_id"`
	Strategy string    `db:"strategy"`
}

// choices are the last ones of deals in sight.
func choices(tx *db.Tx) ([]choice, error) {
	return db.List[choice](tx, `SELECT c.opportunity_id, c.strategy FROM strategy_choices c JOIN opportunities o ON o.id = c.opportunity_id
		WHERE c.number = (SELECT max(d.number) FROM strategy_choices d WHERE d.opportunity_id = c.opportunity_id) AND ?`, tx.Visible("o.row_id"))
}

// taught is true of deals that ended with words.
const taught = `o.state IN ('won', 'lost') AND (o.lesson <> '' OR o.outcome <> '')`

func learntAtAll(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM opportunities o WHERE `+taught+` AND ?`, tx.Visible("o.row_id"))
}

// lessons are what was learnt, the latest first; after names the last one of the page before.
func lessons(tx *db.Tx, a Learnt) ([]Lesson, error) {
	return db.List[Lesson](tx, `SELECT o.id, o.row_id, o.code, o.name, coalesce(a.name, '') AS account_name, coalesce(u.name, o.owner_name) AS owner_name,
		o.product, o.state, o.reason, o.outcome, o.lesson, coalesce(w.name, '') AS winner, o.closed_on
		FROM opportunities o LEFT JOIN accounts a ON a.id = o.account_id LEFT JOIN users u ON u.id = o.owner_id LEFT JOIN competitors w ON w.id = o.winner_id
		WHERE `+taught+` AND ? AND ? AND ? AND ?
		ORDER BY o.closed_on DESC, o.id DESC LIMIT ?`,
		db.If(a.State != "", "o.state = ?", a.State), db.If(a.Reason != "", "o.reason = ?", a.Reason),
		db.If(!a.After.IsZero(), "(o.closed_on, o.id) < (SELECT l.closed_on, l.id FROM opportunities l WHERE l.id = ? AND ?)", a.After, tx.Visible("l.row_id")),
		tx.Visible("o.row_id"), a.Limit)
}

// built are the deals of some that somebody has judged, or fights for: they are
// not taken back with the file that brought them.
func built(tx *db.Tx, deals []kernel.ID) (all []kernel.ID, err error) {
	for part := range slices.Chunk(deals, 200) {
		some, err := db.List[kernel.ID](tx, `SELECT o.id FROM opportunities o WHERE ? AND ?
			AND (EXISTS (SELECT 1 FROM competitor_rivals r WHERE r.opportunity_id = o.id) OR EXISTS (SELECT 1 FROM assessments j WHERE j.deal_id = o.id)
			OR EXISTS (SELECT 1 FROM assessment_criteria c WHERE c.deal_id = o.id) OR EXISTS (SELECT 1 FROM strategy_choices s WHERE s.opportunity_id = o.id)
			OR EXISTS (SELECT 1 FROM strategy_facts f WHERE f.opportunity_id = o.id))`, db.In("o.id", part...), tx.Visible("o.row_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

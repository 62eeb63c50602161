package pipeline

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `o.id, o.row_id, o.account_id, coalesce(a.name, '') AS customer, o.code, o.name, o.owner_id, o.owner_name, o.process, o.stage,
	o.state, o.amount_minor, o.opened_on, o.entered_on, o.expected_on, o.first_expected_on, o.slips, o.next_step, o.next_on, o.version`

// cards are the deals of a choice, as far as boards show them.
func cards(tx *db.Tx, w Which) ([]Card, error) {
	return db.List[Card](tx, `SELECT `+columns+` FROM opportunities o LEFT JOIN accounts a ON a.id = o.account_id WHERE ? AND ?`,
		w.cond(), tx.Visible("o.row_id"))
}

// page are the deals of a choice behind the first few of their step, the next
// expected first; of one step where it is named.
func page(tx *db.Tx, w Which, stage string, skip int) ([]Card, error) {
	return db.List[Card](tx, `SELECT `+columns+` FROM (
			SELECT o.id, row_number() OVER (PARTITION BY o.stage ORDER BY coalesce(o.expected_on, ?), coalesce(o.amount_minor, 0) DESC, o.code) AS place
			FROM opportunities o WHERE ? AND ? AND ?) p
		JOIN opportunities o ON o.id = p.id LEFT JOIN accounts a ON a.id = o.account_id WHERE p.place > ? AND p.place <= ? AND ? ORDER BY p.place`,
		never, w.cond(), db.If(stage != "", "o.stage = ?", stage), tx.Visible("o.row_id"), skip, skip+pageOf, tx.Visible("o.row_id"))
}

// sum is what the deals at a step hold.
type sum struct {
	Stage  string `db:"stage"`
	Count  int    `db:"n"`
	Known  int    `db:"known"`
	Amount int64  `db:"amount"`
}

func sums(tx *db.Tx, w Which) ([]sum, error) {
	return db.List[sum](tx, `SELECT o.stage, count(*) AS n, count(o.amount_minor) AS known, CAST(coalesce(sum(o.amount_minor), 0) AS BIGINT) AS amount
		FROM opportunities o WHERE ? AND ? GROUP BY o.stage ORDER BY o.stage`, w.cond(), tx.Visible("o.row_id"))
}

func (w Which) cond() db.Cond {
	return db.If(true, "? AND ? AND ?", db.If(w.State != "", "o.state = ?", w.State), db.If(w.Process != "", "o.process = ?", w.Process),
		db.If(!w.Owner.IsZero(), "o.owner_id = ?", w.Owner))
}

// counts are how many deals go by each process.
func counts(tx *db.Tx, w Which) (map[string]int, error) {
	w.Process = ""
	all, err := db.List[struct {
		Process string `db:"process"`
		Count   int    `db:"n"`
	}](tx, `SELECT o.process, count(*) AS n FROM opportunities o WHERE ? AND ? GROUP BY o.process`, w.cond(), tx.Visible("o.row_id"))
	found := map[string]int{}
	for _, one := range all {
		found[one.Process] = one.Count
	}
	return found, err
}

// reached are the milestones of deals.
func reached(tx *db.Tx, deals []kernel.ID) (map[kernel.ID][]string, error) {
	all, err := db.List[struct {
		Deal kernel.ID `db:"opportunity_id"`
		Key  string    `db:"milestone"`
	}](tx, `SELECT m.opportunity_id, m.milestone FROM opportunity_milestones m JOIN opportunities o ON o.id = m.opportunity_id WHERE ? AND ?
		ORDER BY m.opportunity_id, m.milestone`, db.In("m.opportunity_id", deals...), tx.Visible("o.row_id"))
	found := map[kernel.ID][]string{}
	for _, one := range all {
		found[one.Deal] = append(found[one.Deal], one.Key)
	}
	return found, err
}

// inSight are those of some deals that a transaction sees.
func inSight(tx *db.Tx, deals []kernel.ID) (map[kernel.ID]bool, error) {
	all, err := db.List[kernel.ID](tx, `SELECT o.id FROM opportunities o WHERE ? AND ?`, db.In("o.id", deals...), tx.Visible("o.row_id"))
	found := map[kernel.ID]bool{}
	for _, id := range all {
		found[id] = true
	}
	return found, err
}

func countAll(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM opportunities o WHERE o.state IN ('open', 'nurture') AND ?`, tx.Visible("o.row_id"))
}

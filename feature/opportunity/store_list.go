package opportunity

import (
	"strings"

	"erba/analysis/sale"
	"erba/kernel"
	"erba/platform/db"
)

// never is the day of what has none, so that it comes last.
var never = kernel.On(9999, 12, 31)

// keys are what each order goes by; a ? is a day that never comes.
var keys = map[string]string{
	ByExpected: "coalesce(x.expected_on, ?)",
	ByAmount:   "coalesce(x.amount_minor, -1)",
	ByOpened:   "x.opened_on",
	ByEntered:  "x.entered_on",
	ByName:     "x.name",
}

// key is what an order goes by, in a table.
func (w Which) key(table string) db.Cond {
	text, ok := keys[w.Sort]
	if !ok {
		text = keys[ByExpected]
	}
	c := db.Cond{Text: strings.ReplaceAll(text, "x.", table+".")}
	if strings.Contains(text, "?") {
		c.Args = []any{never}
	}
	return c
}

const rowTables = ` FROM opportunities o LEFT JOIN accounts a ON a.id = o.account_id `

// page is a part of a list, in its order.
func page(tx *db.Tx, w Which, dwells db.Cond) ([]Row, error) {
	way, beyond := "ASC", ">"
	if w.Desc {
		way, beyond = "DESC", "<"
	}
	after := db.If(!w.After.IsZero(), "(?, o.id) "+beyond+" (SELECT ?, c.id FROM opportunities c WHERE c.id = ? AND ?)",
		w.key("o"), w.key("c"), w.After, tx.Visible("c.row_id"))
	return db.List[Row](tx, `SELECT `+columns+`, coalesce(a.name, '') AS customer`+rowTables+`WHERE ? AND ? AND ? ORDER BY ? `+way+`, o.id `+way+` LIMIT ?`,
		w.cond(dwells), after, tx.Visible("o.row_id"), w.key("o"), w.Limit)
}

// cond is what narrows a list.
func (w Which) cond(late db.Cond) db.Cond {
	f := Filter{Account: w.Account, Owner: w.Owner, Process: w.Process, Stage: w.Stage, From: w.From, Until: w.Until}
	if w.State != All {
		f.State = []string{w.State}
	}
	if !w.Late {
		late = db.If(false, "")
	}
	return db.If(true, "? AND ? AND ? AND ?", f.cond(), db.If(w.Category != "", "o.category = ?", w.Category), w.named(), late)
}

// named finds deals by what they are called.
func (w Which) named() db.Cond {
	word := strings.ToLower(strings.TrimSpace(w.Search))
	like := "%" + strings.NewReplacer(`!`, `!!`, `%`, `!%`, `_`, `!_`).Replace(word) + "%"
	return db.If(word != "", `(lower(o.name) LIKE ? ESCAPE '!' OR lower(o.code) LIKE ? ESCAPE '!' OR lower(o.product) LIKE ? ESCAPE '!' OR lower(coalesce(a.name, '')) LIKE ? ESCAPE '!')`,
		like, like, like, like)
}

// lateness are open deals whose days have gone by: that of the order, that of the
// next step, or those that they may stay at their step.
func lateness(cfg sale.Config, today kernel.Date) db.Cond {
	stuck := db.Cond{Text: "1 = 0"}
	for _, p := range cfg.Processes {
		for _, s := range p.Stages {
			if s.Dwell > 0 {
				stuck = db.If(true, "? OR o.process = ? AND o.stage = ? AND o.entered_on < ?", stuck, p.Key, s.Key, today.Add(-s.Dwell))
			}
		}
	}
	return db.If(true, "o.state = 'open' AND (o.expected_on < ? OR o.next_on < ? OR ?)", today, today, stuck)
}

// sum is what the deals of a step hold.
type sum struct {
	Process string `db:"process"`
	Stage   string `db:"stage"`
	State   string `db:"state"`
	Count   int    `db:"n"`
	Amount  int64  `db:"amount"`
	Unknown int    `db:"unknown"`
}

// sums are what the deals of a list hold, by step.
func sums(tx *db.Tx, w Which, late db.Cond) ([]sum, error) {
	return db.List[sum](tx, `SELECT o.process, o.stage, o.state, count(*) AS n, CAST(coalesce(sum(o.amount_minor), 0) AS BIGINT) AS amount,
			count(*) - count(o.amount_minor) AS unknown`+rowTables+`WHERE ? AND ? GROUP BY o.process, o.stage, o.state`,
		w.cond(late), tx.Visible("o.row_id"))
}

func countAll(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM opportunities o WHERE ?`, tx.Visible("o.row_id"))
}

// rowOf is a deal as a list shows it.
func rowOf(tx *db.Tx, id kernel.ID) (Row, error) {
	return db.Find[Row](tx, `SELECT `+columns+`, coalesce(a.name, '') AS customer`+rowTables+`WHERE o.id = ? AND ?`, id, tx.Visible("o.row_id"))
}

// dueSteps are the open deals with a next step that is due: somebody's own, and
// those of others that are late for some days.
func dueSteps(tx *db.Tx, user kernel.ID, day kernel.Date, most int) ([]Deal, error) {
	return db.List[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE o.state = 'open' AND o.next_on <= ? AND o.next_step <> ''
		AND (o.owner_id = ? OR o.next_on < ?) AND ? ORDER BY o.next_on, o.id LIMIT ?`, day, user, day.Add(-patience), tx.Visible("o.row_id"), most)
}

// passedDays are the open deals whose expected day has gone by.
func passedDays(tx *db.Tx, user kernel.ID, day kernel.Date, most int) ([]Deal, error) {
	return db.List[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE o.state = 'open' AND o.expected_on < ?
		AND (o.owner_id = ? OR o.expected_on < ?) AND ? ORDER BY o.expected_on, o.id LIMIT ?`, day, user, day.Add(-patience), tx.Visible("o.row_id"), most)
}

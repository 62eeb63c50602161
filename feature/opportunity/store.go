package opportunity

import (
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `o.id, o.row_id, o.account_id, o.code, o.name, o.owner_id, o.owner_name, o.source, o.process, o.stage, o.state, o.opened_on, o.entered_on,
	o.expected_on, o.first_expected_on, o.closed_on, o.wake_on, o.slips, o.amount_minor, o.currency, o.original_minor, o.category, o.reason, o.outcome,
	o.lesson, o.winner_id, o.purchase, o.product, o.next_step, o.next_on, o.contact_id, o.batch_id, o.author_id, o.made_on, o.version, o.unopened`

// places are where a deal's columns go, in their order.
func (d *Deal) places() []any {
	return []any{&d.ID, &d.Row, &d.Account, &d.Code, &d.Name, &d.Owner, &d.OwnerName, &d.Source, &d.Process, &d.Stage, &d.State, &d.Opened, &d.Entered,
		&d.Expected, &d.FirstExpected, &d.Closed, &d.Wake, &d.Slips, &d.Amount, &d.Currency, &d.Original, &d.Category, &d.Reason, &d.Outcome,
		&d.Lesson, &d.Winner, &d.Purchase, &d.Product, &d.NextStep, &d.NextOn, &d.Contact, &d.Batch, &d.Author, &d.Made, &d.Version, &d.Unopened}
}

func find(tx *db.Tx, id kernel.ID) (Deal, error) {
	return db.Find[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE o.id = ? AND ?`, id, tx.Visible("o.row_id"))
}

func add(tx *db.Tx, all ...Deal) error { return insert(tx, all) }

// insert adds deals; what is only computed of them is no column.
func insert(tx *db.Tx, all []Deal) error {
	names := strings.Split(strings.NewReplacer("o.", "", " ", "", "\n", "", "\t", "").Replace(columns), ",")
	return tx.Bulk("opportunities", names, len(all), func(i int, args []any) {
		for j, place := range all[i].places() {
			args[j] = valueAt(place)
		}
	})
}

// valueAt is what stands in one of a deal's places.
func valueAt(place any) any {
	switch p := place.(type) {
	case *kernel.ID:
		return *p
	case *kernel.Date:
		return *p
	case *string:
		return *p
	case *bool:
		return *p
	case *int:
		return int64(*p)
	case *int64:
		return *p
	case **int64:
		if *p == nil {
			return nil
		}
		return **p
	}
	return nil
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, d Deal) error {
	return tx.Replace(`UPDATE opportunities SET row_id = ?, account_id = ?, name = ?, owner_id = ?, owner_name = ?, source = ?, process = ?, stage = ?, state = ?,
		opened_on = ?, entered_on = ?, expected_on = ?, first_expected_on = ?, closed_on = ?, wake_on = ?, slips = ?, amount_minor = ?, currency = ?, original_minor = ?,
		category = ?, reason = ?, outcome = ?, lesson = ?, winner_id = ?, purchase = ?, product = ?, next_step = ?, next_on = ?, contact_id = ?, batch_id = ?, unopened = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`,
		d.Row, d.Account, d.Name, d.Owner, d.OwnerName, d.Source, d.Process, d.Stage, d.State,
		d.Opened, d.Entered, d.Expected, d.FirstExpected, d.Closed, d.Wake, d.Slips, d.Amount, d.Currency, d.Original,
		d.Category, d.Reason, d.Outcome, d.Lesson, d.Winner, d.Purchase, d.Product, d.NextStep, d.NextOn, d.Contact, d.Batch, d.Unopened,
		d.ID, d.Version, tx.Visible("opportunities.row_id"))
}

// cond is what narrows deals.
func (f Filter) cond() db.Cond {
	return db.If(true, "? AND ? AND ? AND ? AND ? AND ? AND ? AND ? AND ? AND ?", db.If(!f.Account.IsZero(), "o.account_id = ?", f.Account),
		db.If(!f.Owner.IsZero(), "o.owner_id = ?", f.Owner), stated(f.State),
		db.If(f.Process != "", "o.process = ?", f.Process), db.If(f.Stage != "", "o.stage = ?", f.Stage),
		db.If(!f.From.IsZero(), "o.expected_on >= ?", f.From), db.If(!f.Until.IsZero(), "o.expected_on <= ?", f.Until),
		db.If(!f.ClosedFrom.IsZero(), "o.closed_on >= ?", f.ClosedFrom), db.If(!f.ClosedUntil.IsZero(), "o.closed_on <= ?", f.ClosedUntil),
		db.If(!f.Since.IsZero(), "(o.closed_on IS NULL OR o.closed_on >= ?)", f.Since))
}

func stated(states []string) db.Cond {
	if len(states) == 0 {
		return db.If(false, "")
	}
	return db.In("o.state", states...)
}

// each hands over deals in the order in which they were made, while they are read.
func each(tx *db.Tx, f Filter, take func(Deal) error) error {
	limit := db.If(true, "")
	if f.Limit > 0 {
		limit = db.Cond{Text: "LIMIT ?", Args: []any{f.Limit}}
	}
	return tx.Each(func(scan func(...any) error) error {
		var d Deal
		if err := scan(d.places()...); err != nil {
			return err
		}
		return take(d)
	}, `SELECT `+columns+` FROM opportunities o WHERE ? AND ? ORDER BY o.id ?`, f.cond(), tx.Visible("o.row_id"), limit)
}

func list(tx *db.Tx, f Filter) ([]Deal, error) {
	limit := db.If(true, "")
	if f.Limit > 0 {
		limit = db.Cond{Text: "LIMIT ?", Args: []any{f.Limit}}
	}
	return db.List[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE ? AND ?
		ORDER BY CASE WHEN o.expected_on IS NULL THEN 1 ELSE 0 END, o.expected_on, o.id ?`, f.cond(), tx.Visible("o.row_id"), limit)
}

// move is a Move as it is kept.
type move struct {
	ID     kernel.ID   `db:"id"`
	Deal   kernel.ID   `db:"opportunity_id"`
	From   string      `db:"from_stage"`
	To     string      `db:"to_stage"`
	State  string      `db:"state"`
	On     kernel.Date `db:"moved_on"`
	Reason string      `db:"reason"`
	By     kernel.ID   `db:"by_id"`
}

func addMoves(tx *db.Tx, all ...move) error { return db.Insert(tx, "opportunity_moves", all...) }

// moves are how a deal went, the first first.
func moves(tx *db.Tx, deal kernel.ID) ([]Move, error) {
	return db.List[Move](tx, `SELECT m.from_stage, m.to_stage, m.state, m.moved_on, m.reason, coalesce(u.name, '') AS by_name
		FROM opportunity_moves m JOIN opportunities o ON o.id = m.opportunity_id LEFT JOIN users u ON u.id = m.by_id
		WHERE m.opportunity_id = ? AND ? ORDER BY m.id`, deal, tx.Visible("o.row_id"))
}

// eachMove hands over the moves of deals that are open or ended since a day, by
// deal in the order in which the deals were made.
func eachMove(tx *db.Tx, since kernel.Date, take func(kernel.ID, Move) error) error {
	return tx.Each(func(scan func(...any) error) error {
		var deal kernel.ID
		var m Move
		if err := scan(&deal, &m.From, &m.To, &m.State, &m.On, &m.Reason); err != nil {
			return err
		}
		return take(deal, m)
	}, `SELECT m.opportunity_id, m.from_stage, m.to_stage, m.state, m.moved_on, m.reason FROM opportunity_moves m JOIN opportunities o ON o.id = m.opportunity_id
		WHERE (o.closed_on IS NULL OR o.closed_on >= ?) AND ? ORDER BY o.id, m.id`, since, tx.Visible("o.row_id"))
}

// named is what a user is called who is active.
func named(tx *db.Tx, user kernel.ID) ([]string, error) {
	return db.List[string](tx, `SELECT u.name FROM users u WHERE u.id = ? AND u.active AND ?`, user, tx.Shared())
}

// at counts those of some people who are at an account.
func at(tx *db.Tx, account, contact kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM contacts c WHERE c.account_id = ? AND c.id = ? AND ?`, account, contact, tx.Visible("c.account_id"))
}

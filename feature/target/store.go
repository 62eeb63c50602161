package target

import (
	"erba/kernel"
	"erba/platform/db"
)

// Targets belong to people and product lines, not to accounts: whose they are is
// asked before, every statement says that it is shared.

// kept is a row of targets.
type kept struct {
	ID      kernel.ID   `db:"id"`
	Year    int64       `db:"year"`
	Measure string      `db:"measure"`
	Kind    string      `db:"kind"`
	User    kernel.ID   `db:"user_id"`
	Line    string      `db:"product_line"`
	Author  kernel.ID   `db:"author_id"`
	On      kernel.Date `db:"set_on"`
	Version int64       `db:"version"`
}

func (k kept) target() Target {
	return Target{ID: k.ID, Year: k.Year, Measure: k.Measure, Kind: k.Kind, User: k.User, Line: k.Line, Author: k.Author, On: k.On, Version: k.Version}
}

func (t Target) kept() kept {
	return kept{t.ID, t.Year, t.Measure, t.Kind, t.User, t.Line, t.Author, t.On, t.Version}
}

// amount is a row of target_months.
type amount struct {
	Target kernel.ID `db:"target_id"`
	Month  int64     `db:"month"`
	Amount int64     `db:"amount"`
}

// targets are those of a year and measure.
func targets(tx *db.Tx, year int64, measure string) (holding, error) {
	rows, err := db.List[kept](tx, `SELECT t.id, t.year, t.measure, t.kind, t.user_id, t.product_line, t.author_id, t.set_on, t.version
		FROM targets t WHERE t.year = ? AND t.measure = ? AND ? ORDER BY t.id`, year, measure, tx.Shared())
	if err != nil {
		return nil, err
	}
	months, err := db.List[amount](tx, `SELECT m.target_id, m.month, m.amount FROM target_months m JOIN targets t ON t.id = m.target_id
		WHERE t.year = ? AND t.measure = ? AND ?`, year, measure, tx.Shared())
	if err != nil {
		return nil, err
	}
	of := make(map[kernel.ID]*Months, len(rows))
	for _, k := range rows {
		of[k.ID] = &Months{}
	}
	for _, m := range months {
		if at := of[m.Target]; at != nil && m.Month >= 1 && m.Month <= 12 {
			at[m.Month-1] = m.Amount
		}
	}
	h := make(holding, len(rows))
	for _, k := range rows {
		t := k.target()
		t.Months = *of[k.ID]
		h[t.holder()] = t
	}
	return h, nil
}

// add writes a target that nobody has set before.
func add(tx *db.Tx, t Target) error {
	if err := db.Insert(tx, "targets", t.kept()); err != nil {
		return err
	}
	return addMonths(tx, t)
}

func addMonths(tx *db.Tx, t Target) error {
	all := make([]amount, len(t.Months))
	for i, v := range t.Months {
		all[i] = amount{t.ID, int64(i + 1), v}
	}
	return db.Insert(tx, "target_months", all...)
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, t Target) error {
	err := tx.Replace(`UPDATE targets SET author_id = ?, set_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		t.Author, t.On, t.ID, t.Version, tx.Shared())
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM target_months WHERE target_id = ? AND ?`, t.ID, tx.Shared()); err != nil {
		return err
	}
	return addMonths(tx, t)
}

// fiscal is a row of fiscal_years.
type fiscal struct {
	ID      kernel.ID   `db:"id"`
	Year    int64       `db:"year"`
	Version int64       `db:"version"`
	Latest  bool        `db:"latest"`
	Dropped bool        `db:"dropped"`
	Author  kernel.ID   `db:"author_id"`
	On      kernel.Date `db:"set_on"`
}

// closing is a row of fiscal_months.
type closing struct {
	Year  kernel.ID   `db:"year_id"`
	Month int64       `db:"month"`
	From  kernel.Date `db:"from_on"`
	To    kernel.Date `db:"to_on"`
}

// calendars are the years that are set, and the versions of those that were.
func calendars(tx *db.Tx) (Calendars, map[int64]int64, error) {
	years, err := db.List[fiscal](tx, `SELECT y.id, y.year, y.version, y.latest, y.dropped, y.author_id, y.set_on
		FROM fiscal_years y WHERE y.latest AND ? ORDER BY y.year`, tx.Shared())
	if err != nil {
		return nil, nil, err
	}
	months, err := db.List[closing](tx, `SELECT m.year_id, m.month, m.from_on, m.to_on FROM fiscal_months m
		JOIN fiscal_years y ON y.id = m.year_id WHERE y.latest AND ?`, tx.Shared())
	of := map[kernel.ID][12]Span{}
	for _, m := range months {
		all := of[m.Year]
		all[m.Month-1] = Span{m.From, m.To}
		of[m.Year] = all
	}
	all, versions := Calendars{}, map[int64]int64{}
	for _, y := range years {
		if versions[y.Year] = y.Version; !y.Dropped {
			all[y.Year] = Calendar{ID: y.ID, Year: y.Year, Months: of[y.ID], Set: true, Version: y.Version}
		}
	}
	return all, versions, err
}

// retire takes the word from the version of a year that a new one replaces.
func retire(tx *db.Tx, year, version int64) error {
	return tx.Replace(`UPDATE fiscal_years SET latest = ? WHERE year = ? AND version = ? AND latest AND ?`, false, year, version, tx.Shared())
}

func addYear(tx *db.Tx, y fiscal, months []closing) error {
	if err := db.Insert(tx, "fiscal_years", y); err != nil {
		return err
	}
	return db.Insert(tx, "fiscal_months", months...)
}

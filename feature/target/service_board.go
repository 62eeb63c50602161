package target

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	rules "erba/analysis/goal"
	"erba/analysis/why"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// scene is all that a board of a year shows, whoever asks.
type scene struct {
	*year
	*Line
	holding
	*deeds
	currency string
}

// open reads the scene of a year; 0 is the one to which the last day of the ledger belongs.
func (s *Service) open(ctx context.Context, of int64, measure string, lines bool) (sc *scene, err error) {
	if of != 0 && (of < earliest || of > latest) {
		return nil, kernel.Invalid("target.bad_year", "first", earliest, "last", latest)
	}
	sc = &scene{year: &year{}}
	if sc.asOf, err = s.asOf(ctx); err != nil {
		return nil, err
	}
	if sc.Line, err = s.line(ctx); err != nil {
		return nil, err
	}
	var years Calendars
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		var versions map[int64]int64
		if years, versions, err = calendars(tx); err != nil {
			return err
		}
		if of == 0 {
			of = years.At(sc.asOf).Year
		}
		sc.calendar = years.Of(of)
		sc.calendar.Version = versions[of]
		if sc.holding, err = targets(tx, of, measure); err != nil {
			return err
		}
		sc.colours, _, err = method.Setting[rules.Config](s.methods, tx, "M66")
		return err
	})
	if err != nil {
		return nil, err
	}
	if sc.deeds, err = s.done(ctx, asks(years, of, measure, sc.asOf), lines); err != nil {
		return nil, err
	}
	sc.currency, sc.whole = sc.columns.Currency, s.begun(sc.deeds)
	return sc, nil
}

// begun reports whether the year before is known from its first month on.
func (s *Service) begun(d *deeds) bool {
	for _, one := range d.by {
		if one.Before[0] != 0 {
			return true
		}
	}
	return false
}

// rows are those of some people, judged and placed among all.
func (sc *scene) rows(among map[kernel.ID]bool) (rows []Row, place map[kernel.ID]int, of int) {
	everyone := map[kernel.ID]bool{}
	for _, m := range sc.Line.all {
		everyone[m.ID] = true
	}
	whole := sc.people(sc.Line, everyone, sc.by)
	for i := range whole {
		sc.judge(&whole[i])
	}
	if place, of = places(whole); len(among) == len(everyone) {
		rows = whole
	} else {
		rows = sc.people(sc.Line, among, sc.by)
		for i := range rows {
			sc.judge(&rows[i])
		}
	}
	for i := range rows {
		if rows[i].Kind == Person {
			rows[i].Place = place[rows[i].User]
		}
	}
	return rows, place, of
}

// Board is what the people that the viewer sees are to do and have done.
func (s *Service) Board(ctx context.Context, of int64, measure string) (b Board, err error) {
	sc, err := s.open(ctx, of, measure, false)
	if err != nil {
		return b, err
	}
	people, scope, err := s.sight(ctx, sc.Line)
	if err != nil {
		return b, err
	}
	viewer, _ := identity.From(ctx)
	b = Board{Year: sc.calendar.Year, Measure: measure, Calendar: sc.calendar, AsOf: sc.asOf, Month: sc.month(), Currency: sc.currency,
		Scope: scope, Me: viewer.ID, May: viewer.May("target:write")}
	rows, place, all := sc.rows(people)
	if b.Rows, b.Of = rows, all; place[viewer.ID] > 0 {
		b.Mine = &Place{place[viewer.ID], all}
	}
	return b, nil
}

// month is the fiscal month of the day.
func (y *year) month() int {
	for i, m := range y.calendar.Months {
		if m.holds(y.asOf) {
			return i + 1
		}
	}
	if y.asOf.Compare(y.calendar.Days().From) < 0 {
		return 0
	}
	return len(y.calendar.Months) + 1
}

// Lines are what product lines are to sell and have sold. They concern everybody's
// accounts, so only who sees all is told.
type Lines struct {
	Year     int64       `json:"year"`
	Calendar Calendar    `json:"calendar"`
	AsOf     kernel.Date `json:"as_of"`
	Currency string      `json:"currency"`
	Told     bool        `json:"told" doc:"The viewer sees everybody, so he is told"`
	Rows     []Row       `json:"rows" doc:"The largest of the year before first; a line without a name is what belongs to none"`
}

// Lines returns the board of product lines.
func (s *Service) Lines(ctx context.Context, of int64) (b Lines, err error) {
	viewer, _ := identity.From(ctx)
	sc, err := s.open(ctx, of, Sales, viewer.SeesAll())
	if err != nil {
		return b, err
	}
	b = Lines{Year: sc.calendar.Year, Calendar: sc.calendar, AsOf: sc.asOf, Currency: sc.currency, Told: viewer.SeesAll(), Rows: []Row{}}
	if b.Told {
		b.Rows = sc.lineRows()
	}
	return b, nil
}

func (sc *scene) lineRows() (rows []Row) {
	names := map[string]bool{}
	for name := range sc.lines {
		names[name] = true
	}
	for h := range sc.holding {
		if h.kind == Product {
			names[h.line] = true
		}
	}
	for name := range names {
		r := sc.row(holder{Product, name, kernel.ID{}})
		r.Name, r.done = name, sc.lines[name]
		sc.judge(&r)
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Before.Sum(), a.Before.Sum()), cmp.Compare(a.Line, b.Line))
	})
	return rows
}

// Explain says how the colour and the forecast of somebody, or of his team, came about.
func (s *Service) Explain(ctx context.Context, of int64, measure, kind string, id kernel.ID) (e why.Explanation, err error) {
	sc, err := s.open(ctx, of, measure, false)
	if err != nil {
		return e, err
	}
	people, _, err := s.sight(ctx, sc.Line)
	if err != nil {
		return e, err
	}
	rows, _, _ := sc.rows(people)
	at := slices.IndexFunc(rows, func(r Row) bool { return r.User == id && r.Kind == kind })
	if at < 0 {
		return e, kernel.Missing("db.missing")
	}
	return sc.explain(&rows[at]), nil
}

// Suggest divides a team's target; nothing is kept.
func (s *Service) Suggest(ctx context.Context, w Wish) (out Suggestion, err error) {
	if err := w.Check(); err != nil {
		return out, err
	}
	sc, err := s.open(ctx, w.Year, w.Measure, false)
	if err != nil {
		return out, err
	}
	people, _, err := s.sight(ctx, sc.Line)
	if err != nil {
		return out, err
	}
	head, known := sc.Find(w.Head)
	switch {
	case !known || !people[w.Head]:
		return out, kernel.Missing("db.missing")
	case !sc.Leads(w.Head):
		return out, kernel.Refused("target.no_team", "name", head.Name)
	case w.Total == 0 && sc.holding[holder{Team, "", w.Head}].Months.Sum() == 0:
		return out, kernel.Refused("target.nothing_to_divide", "name", head.Name)
	}
	d := divider{Wish: w, Line: sc.Line, holding: sc.holding, done: sc.by}
	months := d.begin(head)
	out = Suggestion{Year: w.Year, Measure: w.Measure, History: d.did(head.ID).Before.Sum() > 0}
	out.Rest = d.divide(head, months, 1)
	out.Rows = d.rows
	return out, nil
}

// Header are the columns of an exported board.
var Header = []string{"target.name", "target.kind", "target.fiscal_year", "target.month", "target.from", "target.to", "target.target", "target.actual",
	"target.attainment", "target.before"}

// Export is the board, month by month, as rows under Header; say is how words are said.
func (s *Service) Export(ctx context.Context, of int64, measure string, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.Board(ctx, of, measure)
	if err != nil {
		return nil, err
	}
	rows := func(yield func([]any) bool) {
		for i := range b.Rows {
			for m := range b.Calendar.Months {
				if !yield(b.cells(&b.Rows[i], m, say)) {
					return
				}
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "target.exported", "target", kernel.ID{}, map[string]any{"rows": 12 * len(b.Rows), "year": b.Year, "measure": measure})
	})
}

func (b *Board) cells(r *Row, m int, say func(key string) string) []any {
	month := b.Calendar.Months[m]
	kind := "target.kind_" + r.Kind
	cells := []any{r.Name, say(kind), b.Year, int64(m + 1), month.From, month.To, nil, export.Amount(r.Actual[m]), nil, export.Amount(r.Before[m])}
	if r.Version > 0 {
		cells[6] = export.Amount(r.Target[m])
	}
	if r.Target[m] > 0 && month.From.Compare(b.AsOf) <= 0 {
		cells[8] = kernel.Micro(int64(math.Round(float64(r.Actual[m]) / float64(r.Target[m]) * 1e6)))
	}
	return cells
}

// Population is of how many rows the board is a part, for who takes it along.
func (s *Service) Population(ctx context.Context) (int64, error) {
	l, err := s.line(ctx)
	return int64(12 * len(l.all)), err
}

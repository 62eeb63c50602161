package lifetime

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	"erba/analysis/lifetime"
	"erba/analysis/why"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/export"
)

// valued are the values of all accounts, row by row, with what they were made from.
type valued struct {
	columns *portfolio.Columns
	config  lifetime.Config
	fit     kernel.ID
	worth   []lifetime.Worth
	order   []int32 // the largest first, those not known last
}

// of reports whether they are still those of now.
func (v *valued) of(f *portfolio.Facts, b *book) bool {
	return v != nil && v.columns == f.Columns && v.config == b.Config && v.fit == b.kept.ID
}

// valued are the values by a basis; ready is false as long as nothing was fitted.
func (s *Service) valued(ctx context.Context, f *portfolio.Facts, basis Basis) (*book, *valued, error) {
	b, err := s.open(ctx, basis)
	if err != nil || !b.ready {
		return &b, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.kept[basis]
	if !v.of(f, &b) {
		v = b.value(f, basis)
		s.kept[basis] = v
	}
	return &b, v, nil
}

func (b *book) value(f *portfolio.Facts, basis Basis) *valued {
	n := f.Len()
	v := &valued{f.Columns, b.Config, b.kept.ID, make([]lifetime.Worth, n), make([]int32, n)}
	for row := range int32(n) {
		v.worth[row], v.order[row] = b.Config.Value(&b.fit, lifeOf(f.Life(row), f.Ask.AsOf, basis)), row
	}
	slices.SortStableFunc(v.order, func(x, y int32) int { return cmp.Compare(v.place(y), v.place(x)) })
	return v
}

// place is by what a row is sorted.
func (v *valued) place(row int32) float64 {
	if five := v.worth[row].Five; five.Known() {
		return float64(five)
	}
	return math.Inf(-1)
}

// List is a page of the accounts in sight, those that will bring most first.
func (s *Service) List(ctx context.Context, w Which) (Lifetimes, error) {
	f, err := s.facts(ctx)
	if err != nil {
		return Lifetimes{}, err
	}
	b, v, err := s.valued(ctx, f, w.Basis)
	if err != nil {
		return Lifetimes{}, err
	}
	l := Lifetimes{Frame: b.frame(f, w.Basis), Parts: []Part{}, Rows: []Row{}}
	if v == nil {
		return l, nil
	}
	if l.Scope == string(portfolio.Whole) {
		l.Told = &Told{told(b.fit.Retention), b.fit.Measured, b.fit.Repeats, b.fit.Sample}
	}
	at := 0
	for _, row := range v.order {
		if !f.Sees(row) {
			continue
		}
		l.count(v.worth[row])
		if w.takes(v.worth[row]) {
			if at >= w.From && len(l.Rows) < w.Limit {
				l.Rows = append(l.Rows, v.row(f, row, w.Basis))
			}
			at++
		}
	}
	if at > w.From+len(l.Rows) {
		l.Next = w.From + len(l.Rows)
	}
	return l, nil
}

// count takes a value into the parts.
func (l *Lifetimes) count(w lifetime.Worth) {
	at := slices.IndexFunc(l.Parts, func(p Part) bool { return p.Way == w.Way && p.Why == w.Why })
	if at < 0 {
		at = len(l.Parts)
		l.Parts = append(l.Parts, Part{Way: w.Way, Why: w.Why})
	}
	l.Parts[at].Count++
	if w.Five.Known() {
		l.Parts[at].Five += int64(w.Five)
	}
}

// row is an account as it is listed.
func (v *valued) row(f *portfolio.Facts, row int32, b Basis) Row {
	a, w, l := f.Account(row), v.worth[row], f.Life(row)
	year := lifeOf(l, f.Ask.AsOf, b).Margin
	return Row{a.ID, a.Code, a.Name, w.Way, w.Why, minor(w.Five), minor(w.Whole), minor(year), told(w.Alive), l.Orders}
}

// Sheet is what there is to say about an account.
func (s *Service) Sheet(ctx context.Context, id kernel.ID, basis Basis) (Sheet, error) {
	f, err := s.facts(ctx)
	if err != nil {
		return Sheet{}, err
	}
	row := f.Row(id)
	if row < 0 || !f.Sees(row) {
		return Sheet{}, kernel.Missing("db.missing")
	}
	b, v, err := s.valued(ctx, f, basis)
	sheet := Sheet{Frame: b.frame(f, basis)}
	if err != nil || v == nil {
		sheet.Row = Row{ID: id, Code: f.Account(row).Code, Name: f.Account(row).Name}
		return sheet, err
	}
	sheet.Row, sheet.Why = v.row(f, row, basis), b.explain(lifeOf(f.Life(row), f.Ask.AsOf, basis), sheet.Scope)
	return sheet, nil
}

// explain says why an account has its value. How many of all accounts stay is
// told to who sees all.
func (b *book) explain(l lifetime.Life, scope string) *why.Explanation {
	e := b.Config.Explain(&b.fit, l)
	if scope != string(portfolio.Whole) {
		e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return f.Key == "lifetime.retention" })
	}
	return &e
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"lifetime.code", "lifetime.account", "lifetime.way", "lifetime.five", "lifetime.whole", "lifetime.year", "clv.alive", "lifetime.because"}

// everything is more accounts than anybody has.
const everything = 1 << 30

// Export is the list as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.From, w.Limit = 0, everything
	l, err := s.List(ctx, w)
	return func(yield func([]any) bool) {
		for _, r := range l.Rows {
			if !yield(r.cells(say)) {
				return
			}
		}
	}, err
}

func (r *Row) cells(say func(key string) string) []any {
	way, because := "", ""
	if r.Way != "" {
		key := "lifetime.way_" + r.Way
		way = say(key)
	}
	switch {
	case r.Why != "":
		because = say(r.Why)
	case r.Way == lifetime.Forecast:
		because = say("lifetime.identified")
	}
	cells := []any{r.Code, r.Name, way}
	for _, sum := range []*int64{r.Five, r.Whole, r.Year} {
		if cells = append(cells, nil); sum != nil {
			cells[len(cells)-1] = export.Amount(*sum)
		}
	}
	if cells = append(cells, nil); r.Alive != nil {
		cells[len(cells)-1] = kernel.Micro(int64(math.Round(*r.Alive*1e4)) * 100)
	}
	return append(cells, because)
}

package portfolio

import (
	"math/bits"
	"sort"

	"erba/analysis/pareto"
)

// Mask says which rows somebody looks at, one bit each.
type Mask []uint64

// NewMask is a mask of n rows, none of them set.
func NewMask(n int) Mask { return make(Mask, (n+63)/64) }

// Set adds a row.
func (m Mask) Set(row int32) { m[row>>6] |= 1 << (row & 63) }

// Has reports whether a row is looked at.
func (m Mask) Has(row int32) bool { return m[row>>6]&(1<<(row&63)) != 0 }

// and are the rows of both masks, of which nil has all.
func (m Mask) and(other Mask) Mask {
	switch {
	case m == nil:
		return other
	case other == nil:
		return m
	}
	both := make(Mask, len(m))
	for i := range m {
		both[i] = m[i] & other[i]
	}
	return both
}

// without are the rows that a mask has and another has not.
func (m Mask) without(other Mask) Mask {
	rest := make(Mask, len(m))
	for i := range m {
		rest[i] = m[i] &^ other[i]
	}
	return rest
}

// rows are those of a mask, nil if there are more than so many.
func (m Mask) rows(most int) []int32 {
	if m == nil {
		return nil
	}
	all := []int32{}
	for i, word := range m {
		for ; word != 0; word &= word - 1 {
			if len(all) == most {
				return nil
			}
			all = append(all, int32(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return all
}

// through is the mask of the accounts that are there, that a viewer sees (nil:
// all) and that a filter lets through.
func (f Filter) through(c *Columns, sight Mask) Mask {
	if sight == nil && f == (Filter{}) {
		return c.there
	}
	m := NewMask(c.Len())
	for row := range int32(c.Len()) {
		if c.there.Has(row) && (sight == nil || sight.Has(row)) && f.lets(&c.accounts[row]) {
			m.Set(row)
		}
	}
	return m
}

func (f Filter) lets(a *Account) bool {
	return (f.Region == "" || a.Region == f.Region) && (f.Industry == "" || a.Industry == f.Industry) &&
		(f.Owner.IsZero() || a.Owner == f.Owner)
}

// View is an evaluation as one viewer gets it: classes as among all accounts,
// figures of the accounts under the mask.
type View struct {
	*Evaluated
	mask   Mask
	scope  Scope
	narrow bool // a filter is on
	ranked *pareto.Ranking
	big    map[int32]int64 // the largest orders of those who have few, nil: nobody has asked the ledger
	Frame  Frame
}

// view looks at an evaluation, at some rows of it if those are not nil.
func (e *Evaluated) view(f Filter, sight, those Mask) *View {
	v := &View{Evaluated: e, mask: f.through(e.Columns, sight).and(those), scope: Whole, narrow: f != Filter{}, ranked: &e.ranking}
	if sight != nil {
		v.scope = Own
	}
	if v.scope == Own || v.narrow {
		v.ranked = v.rank()
	}
	v.Frame = v.frame()
	return v
}

// rank is the ranking of the rows under the mask, in their order among all.
func (v *View) rank() *pareto.Ranking {
	values := make([]int64, v.Len())
	for row, value := range v.value {
		if v.mask.Has(int32(row)) {
			values[row] = value
		}
	}
	return new(pareto.Ranking).Rank(values)
}

func (v *View) frame() Frame {
	return Frame{AsOf: v.Ask.AsOf, From: v.Ask.From, Measure: v.Ask.Measure, Returns: v.Ask.Returns, Scope: v.scope,
		Filtered: v.narrow, Currency: v.Currency, Config: v.Setting.Version, Revision: v.Revision, Warnings: v.warnings()}
}

// company reports whether the figures are those of the whole company, of which
// alone the methods warn.
func (v *View) company() bool { return v.scope == Whole && !v.narrow }

func (v *View) warnings() []string {
	all := []string{}
	if v.Ask.Measure == Gross && !v.costed && len(v.ranking.Rows) > 0 {
		all = append(all, "portfolio.warn_no_cost")
	}
	return all
}

// each calls f for every row under the mask.
func (v *View) each(f func(row int32)) {
	for row := range int32(v.Len()) {
		if v.mask.Has(row) {
			f(row)
		}
	}
}

// tally adds one account.
func (t *Tally) tally(value int64) {
	t.Count++
	t.Amount += value
}

// of sets the share once the amount is complete.
func (t *Tally) of(total int64) {
	if total != 0 {
		t.Share = float64(t.Amount) / float64(total)
	}
}

// Summary is the key figures; before is the total of the window before, if any.
func (v *View) Summary(before *int64) Summary {
	s := Summary{Frame: v.Frame, Measured: v.ranked.Measure(v.Setting.Config.Pareto), Total: v.ranked.Total, Before: before,
		Customers: len(v.ranked.Rows)}
	v.each(func(row int32) {
		s.Accounts++
		s.Orders += int64(v.orders[row])
		switch {
		case v.lines[row] == 0:
			s.Inactive++
		case v.value[row] <= 0:
			s.Apart++
		}
		if v.key(row) {
			s.Keys++
		}
		if v.tray(row) {
			s.Tray++
		}
	})
	s.Measured.Excluded = s.Apart
	if s.Measured.Dependent && v.company() {
		s.Warnings = append(s.Warnings, "portfolio.warn_dependent")
	}
	return s
}

// Total is the sum of the values above zero under the mask.
func (v *View) Total() int64 { return v.ranked.Total }

const (
	curvePoints = 200
	bars        = 20
)

// Pareto is how concentrated the accounts under the mask are.
func (v *View) Pareto() Pareto {
	apart := 0
	p := Pareto{Frame: v.Frame, Result: v.ranked.Measure(v.Setting.Config.Pareto), Curve: v.ranked.Curve(curvePoints), Bars: v.bars(), Bands: v.bands()}
	v.each(func(row int32) {
		p.Orders, p.Revenue = p.Orders+int64(v.orders[row]), p.Revenue+v.value[row]
		if v.apart(row) {
			apart++
		}
	})
	p.Excluded = apart
	if p.Dependent && v.company() {
		p.Warnings = append(p.Warnings, "portfolio.warn_dependent")
	}
	return p
}

func (v *View) countOrders() (n int64) {
	v.each(func(row int32) { n += int64(v.orders[row]) })
	return n
}

// apart reports whether an account has lines but no value above zero.
func (v *View) apart(row int32) bool { return v.lines[row] > 0 && v.value[row] <= 0 }

// barOf is the bar, from 0, that a place of the ranking falls into.
func barOf(place, customers int) int { return place * bars / customers }

func (v *View) bars() []Bar {
	all := make([]Bar, bars)
	n, from := len(v.ranked.Rows), 0
	for i := range all {
		to := sort.Search(n, func(place int) bool { return barOf(place, n) > i })
		all[i] = Bar{To: float64(i+1) / bars, Count: to - from, Amount: v.between(from, to)}
		if v.ranked.Total > 0 {
			all[i].Share = float64(all[i].Amount) / float64(v.ranked.Total)
		}
		from = to
	}
	return all
}

// between is what a stretch of the ranking brings.
func (v *View) between(from, to int) int64 {
	if from == to {
		return 0
	}
	amount := v.ranked.Sums[to-1]
	if from > 0 {
		amount -= v.ranked.Sums[from-1]
	}
	return amount
}

// bands are the classes along the ranking: among all accounts they follow each
// other, so they do among some of them.
func (v *View) bands() []Band {
	n, from := len(v.ranked.Rows), 0
	all := make([]Band, 0, 3)
	for class := pareto.A; class <= pareto.C; class++ {
		to := sort.Search(n, func(i int) bool { return v.abc[v.ranked.Rows[i]] > class })
		b := Band{Class: class.String(), Tally: Tally{Count: to - from, Amount: v.between(from, to)}}
		b.of(v.ranked.Total)
		if n > 0 {
			b.From, b.To = float64(from)/float64(n), float64(to)/float64(n)
		}
		all, from = append(all, b), to
	}
	return all
}

// mostApart is how many customers at or below zero are listed by name.
const mostApart = 200

// ABC is the classes of the accounts under the mask.
func (v *View) ABC() ABC {
	a := ABC{Frame: v.Frame, Result: v.ranked.Measure(v.Setting.Config.Pareto), Classes: v.bands(), Apart: []Apart{}, Cuts: v.Setting.Config.Pareto}
	a.Orders = v.countOrders()
	v.each(func(row int32) {
		if v.apart(row) {
			account := v.Account(row)
			a.Apart = append(a.Apart, Apart{account.ID, account.Code, account.Name, v.value[row]})
		}
	})
	a.Excluded = len(a.Apart)
	sort.SliceStable(a.Apart, func(i, j int) bool { return a.Apart[i].Amount < a.Apart[j].Amount })
	a.Apart = a.Apart[:min(len(a.Apart), mostApart)]
	return a
}

package worth

import (
	"cmp"
	"context"
	"slices"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
)

// Movement is that of some accounts.
type Movement struct {
	portfolio.Frame
	Since kernel.Date `json:"since" doc:"First day of the twelve months"`
	Until kernel.Date `json:"until" doc:"Their last day"`
	Moved
}

// Movements are those of groups of accounts, which sum to the whole exactly.
type Movements struct {
	Movement
	By   string  `json:"by"   enum:"family,region,industry,owner"`
	Rows []Shift `json:"rows" doc:"By how much each contributes more or less, the largest first, at most 200"`
	Rest *Shift  `json:"rest,omitempty" doc:"All others together"`
	More int     `json:"more" doc:"How many groups the rest is of"`
}

// Shift is the movement of a group in one line.
type Shift struct {
	portfolio.Portion
	Moved
}

// Lines are what product lines leave of their sales. What it takes to serve, what
// is given beside the invoice and what credit costs belong to accounts: no rule
// divides them over lines, so lines end at the gross profit.
type Lines struct {
	portfolio.Frame
	Since kernel.Date `json:"since"`
	Until kernel.Date `json:"until"`
	Whole Line        `json:"whole"`
	Rows  []Line      `json:"rows" doc:"The largest sales first"`
}

// mostShifts is how many groups are listed.
const mostShifts = 200

// Movement is why one account brings more or less than in the year before.
func (s *Service) Movement(ctx context.Context, account kernel.ID, asOf kernel.Date) (Movement, error) {
	o, err := s.portfolio.OutlayOf(ctx, account, portfolio.Ask{AsOf: asOf})
	if err != nil {
		return Movement{}, err
	}
	m, err := s.movedOne(ctx, account, ledger.Month(o.Last))
	if err != nil {
		return Movement{}, err
	}
	var t tally
	o.Each(func(_ kernel.ID, _ int32, now, before portfolio.Outlay) { t.take(m, outlay(now), outlay(before)) })
	return Movement{o.Frame, o.Since, o.Until, t.told()}, nil
}

// shifted is a group with its tally.
type shifted struct {
	portfolio.Portion
	tally
}

// shifts are the groups of accounts in sight that moved, by how much each brings
// more, and what all moved.
func (s *Service) shifts(ctx context.Context, a Ask, by string) (o *portfolio.Outlays, groups []shifted, whole tally, err error) {
	if o, err = s.portfolio.Outlays(ctx, a.question(), a.filter(), by); err != nil {
		return nil, nil, whole, err
	}
	t, err := s.tradeUpTo(ctx, ledger.Month(o.Last))
	if err != nil {
		return nil, nil, whole, err
	}
	groups = t.shift(o)
	for i := range groups {
		whole.join(&groups[i].tally)
	}
	groups = slices.DeleteFunc(groups, func(g shifted) bool { return g.empty() })
	slices.SortStableFunc(groups, func(x, y shifted) int { return cmp.Compare(y.change(), x.change()) })
	return o, groups, whole, nil
}

// shift adds accounts up by their portions.
func (t *trade) shift(o *portfolio.Outlays) []shifted {
	groups, at := make([]shifted, len(o.Portions)), 0
	for i := range groups {
		groups[i].Portion = o.Portions[i]
	}
	o.Each(func(id kernel.ID, portion int32, now, before portfolio.Outlay) {
		m, there := nobody, false
		if at, there = t.seek(at, id); there {
			m = t.moves[at]
		}
		groups[portion].take(m, outlay(now), outlay(before))
	})
	return groups
}

// Movements are those of groups of the accounts in sight.
func (s *Service) Movements(ctx context.Context, a Ask, by string) (m Movements, err error) {
	o, groups, whole, err := s.shifts(ctx, a, by)
	if err != nil {
		return m, err
	}
	m = Movements{Movement: Movement{o.Frame, o.Since, o.Until, whole.told()}, By: by, Rows: []Shift{}}
	var rest tally
	for i := range groups {
		if i < mostShifts/2 || i >= len(groups)-mostShifts/2 { // who brings more, who brings less
			m.Rows = append(m.Rows, Shift{groups[i].Portion, groups[i].told()})
			continue
		}
		rest.join(&groups[i].tally)
		m.More++
	}
	if m.More > 0 {
		m.Rest = &Shift{Moved: rest.told()}
	}
	return m, nil
}

// Lines are what product lines leave of their sales to the accounts in sight.
func (s *Service) Lines(ctx context.Context, a Ask) (l Lines, err error) {
	o, err := s.portfolio.Outlays(ctx, a.question(), a.filter(), "")
	if err != nil {
		return l, err
	}
	t, err := s.tradeUpTo(ctx, ledger.Month(o.Last))
	if err != nil {
		return l, err
	}
	l = Lines{Frame: o.Frame, Since: o.Since, Until: o.Until}
	l.Whole, l.Rows = t.linesOf(func(f func(kernel.ID)) {
		o.Each(func(id kernel.ID, _ int32, _, _ portfolio.Outlay) { f(id) })
	})
	return l, nil
}

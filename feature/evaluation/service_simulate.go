package evaluation

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/backtest"
	"erba/analysis/null"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/model"
)

// trial is a method that can be tried: whose classes it decides, whether tiers
// hang on it, and which of its classes are the best.
type trial struct {
	marks string
	tiers bool
	best  []string
}

var trials = map[string]trial{
	"M01": {"register", false, []string{"register.key_account"}},
	"M15": {"grid", true, []string{"grid.VIP", "grid.A"}},
	"M16": {"quadrant", true, []string{"quadrant.large_high", "quadrant.small_high"}},
	"M17": {"pyramid", true, []string{"pyramid.major", "pyramid.named"}},
	"M18": {"climb", false, []string{"grade.A", "grade.B"}},
	"M19": {"cards", false, []string{"membership.platinum", "membership.gold"}},
	"M24": {"rfm", false, []string{"rfm.important_value", "rfm.important_keep", "rfm.important_develop", "rfm.important_win_back"}},
	"M25": {"abc", false, []string{"abc.A"}},
}

// Try lets the library of methods ask what a draft would do, and would have done.
func (s *Service) Try(methods *method.Service) {
	methods.Simulates(Method, s.simulateRules)
	for id, t := range trials {
		methods.Simulates(id, func(ctx context.Context, draft model.Config) (method.Simulation, error) {
			return s.simulate(ctx, t, draft)
		})
		methods.BackTests(id, func(ctx context.Context, config model.Config, at kernel.Date) (method.Test, error) {
			return s.backTest(ctx, t, config, at)
		})
	}
}

// mostMoved is how many accounts a simulation names.
const mostMoved = 1000

// simulate compares what is computed with what a draft would make of it.
func (s *Service) simulate(ctx context.Context, t trial, draft model.Config) (sim method.Simulation, err error) {
	now, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return sim, err
	}
	then, err := s.portfolio.Tried(ctx, now.Ask, draft)
	if err != nil {
		return sim, err
	}
	seen, err := s.portfolio.Sees(ctx, now)
	if err != nil {
		return sim, err
	}
	p := &pair{Classed: then, before: now, seen: seen,
		was: func(row int32) string { return now.Mark(t.marks, row) }, is: func(row int32) string { return then.Mark(t.marks, row) }}
	holds, rules, err := s.holder(ctx, then)
	if err != nil {
		return sim, err
	}
	sim = p.simulation(t, holds)
	if t.tiers {
		sim.Loads, err = s.loads(ctx, p, rules.Capacity, func(row int32) (float64, float64) {
			before, after := int(now.Tier(row)), int(then.Tier(row))
			if before != after && holds(row) {
				after = before
			}
			return rules.Cares.hours(before), rules.Cares.hours(after)
		})
	}
	return sim, err
}

// simulation is the moves of a pair and who moves, the largest first.
func (p *pair) simulation(t trial, holds func(row int32) bool) method.Simulation {
	f := flow(t.marks, func(f func(was, is string)) { p.each(func(_ int32, was, is string) { f(was, is) }) })
	sim := method.Simulation{AsOf: p.Ask.AsOf, Accounts: f.Accounts, Up: f.Up, Down: f.Down, Moves: []method.Move{}, Moved: []method.Moved{}, Loads: []method.Load{}}
	for _, c := range f.Cells {
		sim.Moves = append(sim.Moves, method.Move{From: c.Was, To: c.Is, Count: c.Count})
	}
	var rows []int32
	p.each(func(row int32, was, is string) {
		if was != is {
			rows = append(rows, row)
		}
	})
	slices.SortStableFunc(rows, func(a, b int32) int {
		x, _ := p.Trade(a)
		y, _ := p.Trade(b)
		return cmp.Compare(y, x)
	})
	for _, row := range rows {
		a, held := p.Account(row), t.governed() && holds(row)
		if held {
			sim.Held++
		}
		if len(sim.Moved) < mostMoved {
			sim.Moved = append(sim.Moved, method.Moved{Account: a.ID, Code: a.Code, Name: a.Name, From: p.was(row), To: p.is(row), Held: held})
		}
	}
	return sim
}

// governed reports whether the classes of a trial take effect by decision alone.
func (t trial) governed() bool { return t.marks == "pyramid" || t.marks == "register" }

// browse is the book of an evaluation that writes nothing. Until it is put back
// nobody else has it.
func (s *Service) browse(ctx context.Context, c portfolio.Classed) (*book, func(), error) {
	s.standing.Lock()
	b, err := s.book(system(ctx), c, &Run{AsOf: c.Ask.AsOf})
	if err != nil {
		s.standing.Unlock()
		return nil, nil, err
	}
	return b, func() {
		s.memory = b.known
		s.standing.Unlock()
	}, nil
}

// holder says of rows whether hysteresis or a holding period would keep their
// tier, were a draft in force at the next evaluation, and by which rules.
func (s *Service) holder(ctx context.Context, then portfolio.Classed) (func(row int32) bool, Rules, error) {
	b, putBack, err := s.browse(ctx, then)
	if err != nil {
		return nil, Rules{}, err
	}
	defer putBack()
	held := make(map[int32]bool)
	for row := range int32(then.Len()) {
		if step, any := b.step(row, place(Tier)); any {
			held[row] = step.Fate == Waits || step.Fate == Holds || step.Fate == Rests || step.Fate == Spent
		}
	}
	return func(row int32) bool { return held[row] }, b.rules, nil
}

// loads are the hours a month of those who look after accounts, now and as they
// would be, the most overloaded first.
func (s *Service) loads(ctx context.Context, p *pair, capacity float64, hours func(row int32) (before, after float64)) ([]method.Load, error) {
	by := map[kernel.ID]*method.Load{}
	p.rows(func(row int32) {
		owner := p.Owner(row)
		if owner.IsZero() {
			return
		}
		l := by[owner]
		if l == nil {
			l = &method.Load{User: owner, Capacity: capacity}
			by[owner] = l
		}
		before, after := hours(row)
		l.Before += before
		l.After += after
	})
	users, err := s.users.Users(system(ctx))
	all := []method.Load{}
	for _, u := range users {
		if l := by[u.ID]; l != nil {
			l.Name = cmp.Or(u.Name, u.Login)
			all = append(all, *l)
		}
	}
	slices.SortStableFunc(all, func(a, b method.Load) int { return cmp.Compare(b.After, a.After) })
	return all, err
}

// backTest stands on a day in the past and flags whom a configuration puts into
// its best classes: did they grow (method M90)?
func (s *Service) backTest(ctx context.Context, t trial, config model.Config, at kernel.Date) (method.Test, error) {
	cfg := backtest.Default()
	now, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return method.Test{}, err
	}
	last := now.Ask.AsOf
	if at.IsZero() {
		at = last.AddMonths(-cfg.Months)
	}
	if why := cfg.Refused(now.Begun(), last, at); why != "" {
		return method.Test{At: at, Refused: why}, nil
	}
	then, err := s.portfolio.Then(ctx, at, config)
	if err != nil {
		return method.Test{}, err
	}
	after, err := s.portfolio.Classed(ctx, portfolio.Ask{AsOf: at.AddMonths(cfg.Months)})
	if err != nil {
		return method.Test{}, err
	}
	if after.Columns != then.Columns {
		return method.Test{}, kernel.Stale("evaluation.imported_meanwhile")
	}
	seen, err := s.portfolio.Sees(ctx, then)
	if err != nil {
		return method.Test{}, err
	}
	return tested(at, cfg.Run(columns(t, then, after, seen), backtest.Grew)), nil
}

// columns are the accounts in sight, as a back-test looks at them.
func columns(t trial, then, after portfolio.Classed, seen portfolio.Mask) (c backtest.Columns) {
	for row := range int32(then.Len()) {
		if !then.There(row) || seen != nil && !seen.Has(row) {
			continue
		}
		before, bought := then.Trade(row)
		later, ordered := after.Trade(row)
		c.Flagged = append(c.Flagged, slices.Contains(t.best, then.Mark(t.marks, row)))
		c.Active = append(c.Active, bought > 0)
		c.Before, c.After = append(c.Before, before), append(c.After, later)
		c.Ordered = append(c.Ordered, ordered > 0)
	}
	return c
}

func tested(at kernel.Date, r backtest.Result) method.Test {
	return method.Test{At: at, Population: r.Population, Skipped: r.Skipped, Flagged: r.Flagged,
		Left: r.Left.Count, Shrank: r.Shrank.Count, Grew: r.Grew.Count, Hit: r.Target.Hit,
		Precision: told(r.Target.Precision), Recall: told(r.Target.Recall), Lift: told(r.Target.Lift), FalseAlarms: r.FalseAlarms}
}

// told is a number or nothing.
func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	v := float64(n)
	return &v
}

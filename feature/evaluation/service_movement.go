package evaluation

import (
	"context"
	"slices"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

// Between are the classes of one model on two days.
type Between struct {
	Model    string
	From, To kernel.Date
}

// Check reports what makes no sense.
func (b Between) Check() error {
	switch {
	case ladders[b.Model] == nil:
		return kernel.Invalid("evaluation.bad_model", "model", b.Model)
	case b.From.IsZero() || b.To.IsZero() || b.From.Compare(b.To) >= 0:
		return kernel.Invalid("evaluation.bad_days")
	}
	return nil
}

// pair are the classes of all accounts on two days, row by row.
type pair struct {
	portfolio.Classed // of the second day
	before            portfolio.Classed
	was, is           func(row int32) string
	seen              portfolio.Mask
}

// rows are those in sight.
func (p *pair) rows(f func(row int32)) {
	for row := range int32(p.Len()) {
		if p.There(row) && (p.seen == nil || p.seen.Has(row)) {
			f(row)
		}
	}
}

func (p *pair) each(f func(row int32, was, is string)) {
	p.rows(func(row int32) { f(row, p.was(row), p.is(row)) })
}

// Movements returns how the classes of a model have moved among the accounts
// that the viewer sees.
func (s *Service) Movements(ctx context.Context, b Between) (Flow, error) {
	p, err := s.pair(ctx, b)
	if err != nil {
		return Flow{}, err
	}
	f := flow(b.Model, func(f func(was, is string)) { p.each(func(_ int32, was, is string) { f(was, is) }) })
	f.From, f.To, f.InForce = b.From, b.To, place(b.Model) >= 0
	return f, nil
}

// Movers returns a page of the accounts behind a cell; of all that have moved
// where neither class is named.
func (s *Service) Movers(ctx context.Context, b Between, was, is string, after kernel.ID, limit int) (page Movers, err error) {
	p, err := s.pair(ctx, b)
	if err != nil {
		return page, err
	}
	page.Rows = []Mover{}
	p.each(func(row int32, from, to string) {
		a := p.Account(row)
		fits := from == was && to == is || was == "" && is == "" && from != to
		if !fits || a.ID.Compare(after) <= 0 {
			return
		}
		if len(page.Rows) == limit {
			page.Next = page.Rows[limit-1].ID
			return
		}
		m := Mover{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Was: from, Is: to}
		m.Before, _ = p.before.Trade(row)
		m.After, _ = p.Trade(row)
		page.Rows = append(page.Rows, m)
	})
	return page, nil
}

func (s *Service) pair(ctx context.Context, b Between) (*pair, error) {
	if err := b.Check(); err != nil {
		return nil, err
	}
	p := &pair{}
	var err error
	if p.before, err = s.then(ctx, b.From); err != nil {
		return nil, err
	}
	if p.Classed, err = s.then(ctx, b.To); err != nil {
		return nil, err
	}
	if p.before.Columns != p.Classed.Columns { // something was imported in between
		if p.before, err = s.then(ctx, b.From); err != nil {
			return nil, err
		}
	}
	if p.seen, err = s.portfolio.Sees(ctx, p.Classed); err != nil {
		return nil, err
	}
	if place(b.Model) >= 0 {
		return p, s.lived(ctx, p, b)
	}
	p.was = func(row int32) string { return p.before.Mark(b.Model, row) }
	p.is = func(row int32) string { return p.Mark(b.Model, row) }
	return p, nil
}

// then remembers a few answers about days that are over.
func (s *Service) then(ctx context.Context, on kernel.Date) (portfolio.Classed, error) {
	now, err := s.portfolio.Classed(ctx, portfolio.Ask{AsOf: on})
	if err != nil {
		return now, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, known := range s.past {
		if known.on == on && known.now == now.Evaluated {
			s.past = append(slices.Delete(s.past, i, i+1), known)
			return known.then, nil
		}
	}
	then, err := s.portfolio.Then(ctx, on, nil)
	if err == nil {
		s.past = append(s.past, answer{on, now.Evaluated, then})
		s.past = s.past[max(0, len(s.past)-mostKnown):]
	}
	return then, err
}

// answer is what was known on a day, as long as nothing changes that knows now.
type answer struct {
	on   kernel.Date
	now  *portfolio.Evaluated
	then portfolio.Classed
}

// mostKnown is how many answers are remembered: one of 100,000 accounts takes 12 MB.
const mostKnown = 4

// lived are the classes in force on two days, out of the history.
func (s *Service) lived(ctx context.Context, p *pair, b Between) error {
	type life struct {
		now     string
		entered kernel.Date
		moves   []Move
	}
	lives := map[kernel.ID]*life{}
	err := s.db.Snapshot(system(ctx), func(tx *db.Tx) error {
		err := eachClass(tx, func(c Class) {
			if c.Model == b.Model {
				lives[c.Account] = &life{now: c.Class, entered: c.Entered}
			}
		})
		if err != nil {
			return err
		}
		byHand, err := sets(tx)
		for _, one := range byHand {
			if l := lives[one.Account]; one.Model == b.Model && one.Holds(s.today()) {
				if l == nil {
					l = &life{entered: one.From}
					lives[one.Account] = l
				}
				l.now = one.Class
			}
		}
		if err != nil {
			return err
		}
		all, err := movesAfter(tx, b.Model, b.From)
		for _, m := range all {
			if l := lives[m.Account]; l != nil {
				l.moves = append(l.moves, m)
			}
		}
		return err
	})
	on := func(day kernel.Date) func(row int32) string {
		return func(row int32) string {
			l := lives[p.Account(row).ID]
			if l == nil || l.entered.Compare(day) > 0 {
				return Text(b.Model, "")
			}
			for _, m := range l.moves {
				if m.On.Compare(day) > 0 {
					return Text(b.Model, m.Was)
				}
			}
			return Text(b.Model, l.now)
		}
	}
	p.was, p.is = on(b.From), on(b.To)
	return err
}

package risk

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
)

// gather reads everything that signals look at.
func (s *Service) gather(ctx context.Context) (*gathered, error) {
	g := &gathered{facts: map[kernel.ID]*risk.Facts{}}
	if err := s.shares(ctx, g); err != nil {
		return nil, err
	}
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		if g.cfg, _, err = s.settings(tx); err != nil {
			return err
		}
		for _, read := range []func(*db.Tx, *gathered) error{s.concerned, s.happenings, s.promises, s.cells, s.ratings} {
			if err := read(tx, g); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := s.money(ctx, g); err != nil {
		return nil, err
	}
	return g, s.silence(ctx, g)
}

// shares has signals look at accounts that matter, and at how our share of them
// has changed within the last quarter.
func (s *Service) shares(ctx context.Context, g *gathered) error {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return err
	}
	g.asOf = facts.Ask.AsOf
	if g.asOf.IsZero() {
		return nil // the ledger is empty
	}
	before, last := quarters(g.asOf)
	earlier, err := s.portfolio.Facts(ctx, before)
	if err != nil {
		return err
	}
	later, err := s.portfolio.Facts(ctx, last)
	if err != nil {
		return err
	}
	for row := range int32(facts.Len()) {
		if !facts.Sees(row) || facts.Value("key_account", row) != 1 && !slices.Contains(watched, facts.Word("tier", row)) {
			continue
		}
		id := facts.Account(row).ID
		g.enter(id)
		g.facts[id].Before, g.facts[id].After = earlier.Value("wallet", earlier.Row(id)), later.Value("wallet", later.Row(id))
	}
	return nil
}

// concerned has signals look at accounts that somebody has judged, too.
func (s *Service) concerned(tx *db.Tx, g *gathered) error {
	all, err := risks(tx)
	for _, r := range all {
		g.enter(r.Account)
	}
	return err
}

func (s *Service) happenings(tx *db.Tx, g *gathered) error {
	all, err := happened(tx)
	for _, e := range all {
		g.each(e.Account, func(f *risk.Facts) {
			days := since(e.On, s.today())
			if e.Kind == risk.KeyLeft {
				f.KeyLeft = min(f.KeyLeft, days)
			} else {
				f.Handed = min(f.Handed, days)
			}
		})
	}
	return err
}

func (s *Service) promises(tx *db.Tx, g *gathered) error {
	overdue, err := s.promised.Overdue(tx)
	for id, f := range g.facts {
		f.Promises = null.Of(overdue[id])
	}
	return err
}

// silence is for how many cadences nobody has been there; within the first one it is
// none.
func (s *Service) silence(ctx context.Context, g *gathered) error {
	late, err := s.visits.Overdue(ctx)
	for _, f := range g.facts {
		f.Silent = 0
	}
	for _, o := range late {
		g.each(o.Account, func(f *risk.Facts) { f.Silent = quiet(o, s.today()) })
	}
	return err
}

// quiet is how many cadences have passed since somebody was there, or since the
// account is known.
func quiet(o visit.Overdue, today kernel.Date) null.Number {
	from := o.Last
	if from.IsZero() {
		from = o.Since
	}
	if from.IsZero() || o.Cadence <= 0 {
		return null.None
	}
	return null.Of(today.Days(from)) / null.Of(o.Cadence)
}

// cells are how lately the kind of work with an account has changed (M09).
func (s *Service) cells(tx *db.Tx, g *gathered) error {
	all, err := s.stages.Cells(tx)
	for id, one := range all {
		g.each(id, func(f *risk.Facts) { f.Cell = since(one.Since, s.today()) })
	}
	return err
}

// money is for how long accounts have owed it, by the last day of the ledger.
func (s *Service) money(ctx context.Context, g *gathered) error {
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return err
	}
	late := c.Late(g.asOf)
	for id, f := range g.facts {
		f.Overdue = null.None
		if days, told := late[id]; told {
			f.Overdue = null.Of(days)
		}
	}
	return nil
}

// ratings are how good relationships are, as somebody has rated them (M52).
func (s *Service) ratings(tx *db.Tx, g *gathered) error {
	if s.quality == nil {
		return nil
	}
	all, err := s.quality(tx)
	for id, value := range all {
		g.each(id, func(f *risk.Facts) { f.Poor = value })
	}
	return err
}

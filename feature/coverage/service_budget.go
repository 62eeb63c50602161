package coverage

import (
	"context"
	"strings"

	"erba/analysis/allocation"
	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	shownPlans = 50
	planning   = "coverage:plan"
)

// Plans are the latest budgets. Who does not see all accounts is not told what the
// whole of a budget is.
func (s *Service) Plans(ctx context.Context) (all Plans, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all.Rows, err = plans(tx, shownPlans)
		for i := range all.Rows {
			all.Rows[i] = all.Rows[i].told(viewer.SeesAll())
		}
		return err
	})
	all.May = viewer.May(planning)
	return all, err
}

// told is a plan without what is said of all accounts, unless all of it may be told.
func (p Plan) told(all bool) Plan {
	if !all {
		p.Budget, p.Leading = 0, 0
	}
	return p
}

// Plan lays a budget out over all accounts.
func (s *Service) Plan(ctx context.Context, p Plan) (Plan, error) {
	p.ID, p.Name, p.By, p.Version = kernel.NewID(), strings.TrimSpace(p.Name), user(ctx), 1
	p = p.whole()
	if err := p.Check(); err != nil {
		return p, err
	}
	b, err := s.book(ctx)
	if err != nil {
		return p, err
	}
	return p, s.db.Write(ctx, func(tx *db.Tx) error {
		var cfg allocation.Config
		if cfg, p.Config, err = s.laying(tx); err != nil {
			return err
		}
		shares, err := b.shares(&p, cfg)
		if err != nil {
			return err
		}
		if err := addPlan(tx, p); err != nil {
			return err
		}
		if err := addShares(tx, shares); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.planned", "budget", p.ID, p)
	})
}

// Spread is a plan against what was done, with a page of its shares.
func (s *Service) Spread(ctx context.Context, id kernel.ID, from, limit int) (spread Spread, err error) {
	classed, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return spread, err
	}
	viewer, _ := identity.From(ctx)
	var p Plan
	var cfg allocation.Config
	var shares []Share
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if p, err = planOf(tx, id); err != nil {
			return err
		}
		if cfg, _, err = s.laying(tx); err != nil {
			return err
		}
		shares, err = sharesOf(tx, id)
		return err
	})
	if err != nil {
		return spread, err
	}
	put := func(account kernel.ID) null.Number { return p.actual(classed, account) }
	spread = p.spread(cfg, shares, put)
	begin, end := page(from, limit, len(shares))
	for i, one := range shares[begin:end] {
		row := p.sharing(classed, one)
		if !viewer.SeesAll() {
			row.Place = begin + i + 1 // among all accounts it would tell how many there are, and how far down the top reaches
		}
		spread.Rows = append(spread.Rows, row)
	}
	if end < len(shares) {
		spread.Next = end
	}
	spread.Scope, spread.May = "own", viewer.May(planning)
	if viewer.SeesAll() {
		spread.Scope = "whole"
		spread.Outside = p.outside(classed, shares)
	} else {
		spread.Aimed, spread.Reached, spread.Alarm = 0, nil, false
	}
	spread.Plan = p.told(viewer.SeesAll())
	return spread, nil
}

// actual is what was put into an account in the months of a plan, in hundredths.
func (p Plan) actual(classed portfolio.Classed, account kernel.ID) null.Number {
	row := classed.Row(account)
	if row < 0 {
		return null.None
	}
	hours, cost := classed.PutIn(row, p.From, p.Until)
	if p.Unit == InHours {
		return null.Number(int64(hours/10_000)) + hours - hours // millionths to hundredths; unknown stays unknown
	}
	return cost
}

func (p Plan) sharing(classed portfolio.Classed, one Share) Sharing {
	s := Sharing{Share: one, Top: one.Place <= p.Leading}
	if row := classed.Row(one.Account); row >= 0 {
		s.Code, s.Name = classed.Account(row).Code, classed.Account(row).Name
	}
	if n := p.actual(classed, one.Account); n.Known() {
		s.Actual = new(int64(n))
	}
	return s
}

// outside is what was put into accounts that are not in a plan.
func (p Plan) outside(classed portfolio.Classed, shares []Share) (sum int64) {
	within := portfolio.NewMask(classed.Len())
	for _, one := range shares {
		if row := classed.Row(one.Account); row >= 0 {
			within.Set(row)
		}
	}
	for row := range int32(classed.Len()) {
		if !classed.There(row) || within.Has(row) {
			continue
		}
		if n := p.actual(classed, classed.Account(row).ID); n.Known() {
			sum += int64(n)
		}
	}
	return sum
}

// Give gives an account of a plan another share than was worked out.
func (s *Service) Give(ctx context.Context, id kernel.ID, version int64, account kernel.ID, planned int64) error {
	if planned < 0 || planned > mostBudget {
		return kernel.Invalid("coverage.bad_budget")
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := planOf(tx, id)
		if err != nil {
			return err
		}
		before, err := shareOf(tx, id, account)
		if err != nil {
			return err
		}
		p.Version = version
		if err := touchPlan(tx, p); err != nil {
			return err
		}
		after := before
		after.Planned = planned
		if err := replaceShare(tx, after); err != nil {
			return err
		}
		return audit.Changed(tx, "coverage.given", "budget", id, before, after)
	})
}

// Discard drops a plan with its shares.
func (s *Service) Discard(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := planOf(tx, id)
		if err != nil {
			return err
		}
		p.Version = version
		if err := dropPlan(tx, p); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.discarded", "budget", id, p)
	})
}

// Planned is what the shares of the running plan sum to, and its budget, in
// hundredths (method M94, step 7); zeros without a plan, or for who does not see
// all accounts.
func (s *Service) Planned(ctx context.Context) (sum, budget int64, err error) {
	ctx = identity.Under(ctx, budgeting)
	if viewer, _ := identity.From(ctx); !viewer.SeesAll() {
		return 0, 0, nil
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := running(tx, s.today())
		if err != nil || len(all) == 0 {
			return err
		}
		budget = all[0].Budget
		sum, err = plannedOf(tx, all[0].ID)
		return err
	})
	return sum, budget, err
}

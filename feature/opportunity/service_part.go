package opportunity

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Expect moves the day on which the order is expected, over the version that was
// read. Putting it off counts as a slip and says why.
func (s *Service) Expect(ctx context.Context, id kernel.ID, version int64, on kernel.Date, reason string) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.expected", func(tx *db.Tx, d *Deal) error {
		slip, err := d.expect(on, reason)
		if err != nil {
			return err
		}
		if err := d.Check(); err != nil {
			return err
		}
		slip.Reason, slip.By, slip.Made = strings.TrimSpace(reason), viewer(ctx), s.today()
		if err := addSlip(tx, slip); err != nil {
			return err
		}
		return s.level(tx, d)
	})
}

// Reach says that a milestone is reached, and what shows it.
func (s *Service) Reach(ctx context.Context, id kernel.ID, version int64, r Reached) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.reached", func(tx *db.Tx, d *Deal) error {
		if err := s.checkMilestone(tx, *d, &r); err != nil {
			return err
		}
		if err := dropMilestone(tx, id, r.Milestone); err != nil {
			return err
		}
		if err := addMilestones(tx, milestone{Deal: id, Key: r.Milestone, On: r.On, Evidence: r.Evidence, By: viewer(ctx)}); err != nil {
			return err
		}
		return audit.Note(tx, "opportunity.milestone", "opportunity", id, map[string]any{"account": d.Row, "milestone": r.Milestone, "evidence": r.Evidence})
	})
}

func (s *Service) checkMilestone(tx *db.Tx, d Deal, r *Reached) error {
	p, err := s.process(tx, d)
	if err != nil {
		return err
	}
	if r.On.IsZero() {
		r.On = s.today()
	}
	r.Evidence = strings.TrimSpace(r.Evidence)
	_, known := p.Has(r.Milestone)
	switch {
	case !d.Live():
		return kernel.Refused("opportunity.ended")
	case !known:
		return kernel.Invalid("opportunity.bad_milestone").In("milestone")
	case !said(r.Evidence):
		return kernel.Invalid("opportunity.no_evidence").In("evidence")
	case r.On.Compare(s.today()) > 0 || r.On.Compare(d.Opened) < 0:
		return kernel.Invalid("opportunity.bad_reached").In("on")
	}
	return nil
}

// Miss takes back that a milestone was reached.
func (s *Service) Miss(ctx context.Context, id kernel.ID, version int64, key string) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.missed", func(tx *db.Tx, d *Deal) error {
		if !d.Live() {
			return kernel.Refused("opportunity.ended")
		}
		if err := dropMilestone(tx, id, key); err != nil {
			return err
		}
		return audit.Note(tx, "opportunity.milestone_off", "opportunity", id, map[string]any{"account": d.Row, "milestone": key})
	})
}

// Share says who shares a deal; the parts make a whole.
func (s *Service) Share(ctx context.Context, id kernel.ID, version int64, all []Split) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.shared", func(tx *db.Tx, d *Deal) error {
		if !d.Live() {
			return kernel.Refused("opportunity.ended")
		}
		if err := checkSplits(all); err != nil {
			return err
		}
		users := make([]kernel.ID, len(all))
		for i := range all {
			all[i].Deal, users[i] = id, all[i].User
		}
		if n, err := works(tx, users...); err != nil || n != len(all) {
			return either(err, kernel.Invalid("opportunity.nobody").In("splits"))
		}
		if err := clear(tx, "opportunity_splits", id); err != nil {
			return err
		}
		if err := addSplits(tx, all); err != nil {
			return err
		}
		return audit.Note(tx, "opportunity.splits", "opportunity", id, map[string]any{"account": d.Row, "splits": all})
	})
}

// Offer says what a deal offers; where there are lines, they are its amount. List
// price, floor and cost come from who knows prices.
func (s *Service) Offer(ctx context.Context, id kernel.ID, version int64, all []Line) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.offered", func(tx *db.Tx, d *Deal) error {
		switch {
		case !d.Live():
			return kernel.Refused("opportunity.ended")
		case len(all) > mostLines:
			return kernel.Invalid("opportunity.many_lines", "max", mostLines).In("lines")
		}
		if err := s.price(tx, *d, all); err != nil {
			return err
		}
		if err := clear(tx, "opportunity_lines", id); err != nil {
			return err
		}
		if err := addLines(tx, all); err != nil || len(all) == 0 {
			return err
		}
		d.Amount, d.Product = new(total(all)), all[0].Text
		return d.Check()
	})
}

// price fills in what the lines of a deal cost.
func (s *Service) price(tx *db.Tx, d Deal, all []Line) error {
	for i := range all {
		l := &all[i]
		l.ID, l.Deal, l.List, l.Floor, l.Unit, l.From = kernel.NewID(), d.ID, nil, nil, nil, ""
		if !l.Product.IsZero() {
			p, err := s.costing(tx, d.Account, l.Product)
			if err != nil {
				return kernel.Within("lines", err)
			}
			l.List, l.Floor, l.Unit, l.From = p.List, p.Floor, p.Cost, p.From
		}
		if err := l.check(); err != nil {
			return kernel.Within("lines", err)
		}
	}
	return nil
}

// costing is what a product costs an account today: as who knows prices says, else
// as the list of products does.
func (s *Service) costing(tx *db.Tx, account, product kernel.ID) (Price, error) {
	if s.prices != nil {
		return s.prices(tx, account, product, s.today())
	}
	p, err := listed(tx, product)
	if err != nil {
		return Price{}, err
	}
	return Price{List: p.List, Cost: p.Cost, From: "opportunity.from_products"}, nil
}

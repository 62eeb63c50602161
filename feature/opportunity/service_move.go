package opportunity

import (
	"context"
	"strings"

	"erba/analysis/sale"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

// Advance moves a deal to another step, over the version that was read: to the next
// one when its mandatory milestones are reached; past others, or back, with a reason.
func (s *Service) Advance(ctx context.Context, id kernel.ID, version int64, to, reason string) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.moved", func(tx *db.Tx, d *Deal) error {
		if err := s.passable(tx, *d, to, reason); err != nil {
			return err
		}
		return s.move(tx, d, to, Going, reason)
	})
}

// passable refuses a move that leaves out what must not be left out.
func (s *Service) passable(tx *db.Tx, d Deal, to, reason string) error {
	if !d.Live() {
		return kernel.Refused("opportunity.ended")
	}
	p, err := s.process(tx, d)
	if err != nil {
		return err
	}
	if p.Index(to) < 0 {
		return kernel.Invalid("opportunity.bad_stage").In("stage")
	}
	switch way := p.Way(d.Stage, to); {
	case way == sale.Stay && d.State == Going:
		return kernel.Refused("opportunity.there_already")
	case way == sale.Skip && !said(reason):
		return kernel.Invalid("opportunity.skips").In("reason")
	case way == sale.Back && !said(reason):
		return kernel.Invalid("opportunity.back").In("reason")
	}
	reached, err := milestones(tx, d.ID)
	if err != nil {
		return err
	}
	return unpassed(p.Missing(d.Stage, to, holding(reached)))
}

// process is the one that a deal goes by.
func (s *Service) process(tx *db.Tx, d Deal) (sale.Process, error) {
	cfg, err := s.Config(tx)
	if err != nil {
		return sale.Process{}, err
	}
	p, ok := cfg.Process(d.Process)
	if !ok {
		return p, kernel.Refused("opportunity.no_process", "process", d.Process)
	}
	return p, nil
}

// move asks the gates, and moves a deal.
func (s *Service) move(tx *db.Tx, d *Deal, to, state, reason string) error {
	m := Move{From: d.Stage, To: to, State: state, On: s.today(), Reason: strings.TrimSpace(reason)}
	for _, gate := range s.gates {
		if err := gate(tx, *d, m); err != nil {
			return err
		}
	}
	if d.Stage, d.State = to, state; m.From != to {
		d.Entered = m.On
	}
	err := addMoves(tx, move{ID: kernel.NewID(), Deal: d.ID, From: m.From, To: to, State: state, On: m.On, Reason: m.Reason, By: viewer(tx.Context())})
	if err != nil || !d.Live() {
		return err
	}
	if state == Going {
		d.Wake = kernel.Date{}
	}
	cfg, err := s.Config(tx)
	judge(cfg, d)
	if err != nil {
		return err
	}
	return event.Emit(s.events, tx, Moved{*d, m.From})
}

// Nurture puts a deal aside until a day: it is not lost, but nobody works on it.
func (s *Service) Nurture(ctx context.Context, id kernel.ID, version int64, until kernel.Date, reason string) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.nurtured", func(tx *db.Tx, d *Deal) error {
		switch {
		case !d.Live():
			return kernel.Refused("opportunity.ended")
		case !said(reason):
			return kernel.Invalid("opportunity.no_reason").In("reason")
		case until.Compare(s.today()) <= 0 || until.Days(s.today()) > ahead:
			return kernel.Invalid("opportunity.bad_wake").In("until")
		}
		d.Wake = until
		return s.move(tx, d, d.Stage, Nurture, reason)
	})
}

// Close ends a deal, over the version that was read. A contract shows itself: what
// is mandatory and not reached yet is reached by it.
func (s *Service) Close(ctx context.Context, id kernel.ID, version int64, o Outcome) (Deal, error) {
	return s.write(ctx, id, version, "opportunity.closed", func(tx *db.Tx, d *Deal) error {
		if !d.Live() {
			return kernel.Refused("opportunity.ended")
		}
		if err := o.check(); err != nil {
			return err
		}
		if o.On.IsZero() {
			o.On = s.today()
		}
		if o.On.Compare(d.Opened) < 0 || o.On.Compare(s.today()) > 0 {
			return kernel.Invalid("opportunity.bad_closed").In("on")
		}
		if name, err := s.winner(tx, o.Winner); err != nil || name == "" && !o.Winner.IsZero() && s.rivals != nil {
			return either(err, kernel.Invalid("opportunity.no_winner").In("winner"))
		}
		return s.end(tx, d, o)
	})
}

func (s *Service) end(tx *db.Tx, d *Deal, o Outcome) error {
	to := d.Stage
	if o.State == Won {
		p, err := s.process(tx, *d)
		if err != nil {
			return err
		}
		if err := s.sign(tx, *d, p, o); err != nil {
			return err
		}
		to = p.Stages[len(p.Stages)-1].Key
	}
	d.Lesson = strings.TrimSpace(o.Lesson)
	if err := s.move(tx, d, to, o.State, o.Words); err != nil {
		return err
	}
	d.Closed, d.Reason, d.Outcome, d.Winner, d.Wake = o.On, o.Reason, strings.TrimSpace(o.Words), o.Winner, kernel.Date{}
	if err := s.settled(tx, d); err != nil {
		return err
	}
	if d.Percent = 0; o.State == Won {
		d.Percent = 100
	}
	if err := d.Check(); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Closed{*d})
}

// sign reaches the mandatory milestones that a contract shows to be.
func (s *Service) sign(tx *db.Tx, d Deal, p sale.Process, o Outcome) error {
	reached, err := milestones(tx, d.ID)
	if err != nil {
		return err
	}
	missing := p.Unsigned(d.Stage, holding(reached))
	if len(missing) > 0 && !said(o.Evidence) {
		return kernel.Invalid("opportunity.no_evidence").In("evidence")
	}
	var all []milestone
	for _, m := range missing {
		all = append(all, milestone{Deal: d.ID, Key: m.Key, On: o.On, Evidence: strings.TrimSpace(o.Evidence), By: viewer(tx.Context())})
	}
	return addMilestones(tx, all...)
}

// write changes the version of a deal that somebody has read.
func (s *Service) write(ctx context.Context, id kernel.ID, version int64, verb string, change func(*db.Tx, *Deal) error) (d Deal, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		d, err = s.Alter(tx, id, version, verb, change)
		return err
	})
	return d, err
}

// Alter is a change of a deal in the caller's transaction, noted under a verb.
func (s *Service) Alter(tx *db.Tx, id kernel.ID, version int64, verb string, change func(*db.Tx, *Deal) error) (Deal, error) {
	d, err := s.Deal(tx, id)
	if err != nil {
		return d, err
	}
	before := d
	if d.Version != version {
		return d, kernel.Stale("db.stale")
	}
	if err := change(tx, &d); err != nil {
		return d, err
	}
	if err := replace(tx, d); err != nil {
		return d, err
	}
	d.Version++
	return d, audit.Changed(tx, verb, "opportunity", id, before, d)
}

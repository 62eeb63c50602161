package opportunity

import (
	"erba/kernel"
	"erba/platform/db"
)

// Course is a deal with the way it went, as somebody remembers it who kept it elsewhere.
type Course struct {
	Deal    Deal
	Moves   []Move
	Reached []Reached
	Slips   []Slip
	Lines   []Line
	Splits  []Split
}

// Recall takes over new deals with how they went. What was done then was done by
// their owners; gates are not asked, because what happened has happened.
func (s *Service) Recall(tx *db.Tx, all []Course) error {
	var deals []Deal
	for i := range all {
		d, err := s.brought(tx, all[i].Deal)
		if err != nil {
			return kernel.Within(all[i].Deal.Code, err)
		}
		d.FirstExpected, d.Slips = all[i].first(), len(all[i].Slips)
		all[i].Deal, deals = d, append(deals, d)
	}
	if err := s.unknown(tx, deals); err != nil {
		return err
	}
	if err := add(tx, deals...); err != nil {
		return err
	}
	for _, c := range all {
		if err := c.keep(tx); err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
	}
	return nil
}

// first is the day on which the order was expected at first.
func (c Course) first() kernel.Date {
	if len(c.Slips) > 0 {
		return c.Slips[0].Was
	}
	return c.Deal.Expected
}

// keep writes what belongs to a deal.
func (c Course) keep(tx *db.Tx) error {
	d := c.Deal
	if err := checkSplits(c.Splits); err != nil {
		return err
	}
	moves := make([]move, len(c.Moves))
	for i, m := range c.Moves {
		moves[i] = move{kernel.NewID(), d.ID, m.From, m.To, m.State, m.On, m.Reason, d.Owner}
	}
	reached := make([]milestone, len(c.Reached))
	for i, r := range c.Reached {
		reached[i] = milestone{d.ID, r.Milestone, r.On, r.Evidence, d.Owner}
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		l.ID, l.Deal = kernel.NewID(), d.ID
		if err := l.check(); err != nil {
			return err
		}
	}
	for i := range c.Splits {
		c.Splits[i].Deal = d.ID
	}
	for _, w := range []func() error{
		func() error { return addMoves(tx, moves...) }, func() error { return addMilestones(tx, reached...) },
		func() error { return addLines(tx, c.Lines) }, func() error { return addSplits(tx, c.Splits) },
	} {
		if err := w(); err != nil {
			return err
		}
	}
	for _, one := range c.Slips {
		one.ID, one.Deal, one.By = kernel.NewID(), d.ID, d.Owner
		if err := addSlip(tx, one); err != nil {
			return err
		}
	}
	return nil
}

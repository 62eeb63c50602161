package terms

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Calendar are the days of a year of which something is said.
type Calendar struct {
	Year int   `json:"year"`
	Days []Day `json:"days"`
	May  bool  `json:"may" doc:"The viewer may change it"`
}

// Calendar are the days of a year, or all of them.
func (s *Service) Calendar(ctx context.Context, year int) (c Calendar, err error) {
	viewer, _ := identity.From(ctx)
	c.Year, c.May = year, viewer.Reaches("dayoff:write")
	var from, until kernel.Date
	if year > 0 {
		from, until = kernel.On(year, 1, 1), kernel.On(year, 12, 31)
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c.Days, err = days(tx, from, until)
		return err
	})
	return c, err
}

// SetDay says of a day what the week does not.
func (s *Service) SetDay(ctx context.Context, d Day) (Day, error) {
	if err := d.Check(); err != nil {
		return d, err
	}
	return d, s.change(ctx, d.On, &d, func(tx *db.Tx) error { return setDay(tx, d) })
}

// DropDay leaves a day to the week again.
func (s *Service) DropDay(ctx context.Context, on kernel.Date) error {
	return s.change(ctx, on, nil, func(tx *db.Tx) error { return dropDay(tx, on) })
}

func (s *Service) change(ctx context.Context, on kernel.Date, is *Day, write func(tx *db.Tx) error) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := days(tx, on, on)
		if err != nil {
			return err
		}
		var before *Day
		if len(was) > 0 {
			before = &was[0]
		}
		if before == nil && is == nil {
			return kernel.Missing("db.missing")
		}
		if err := write(tx); err != nil {
			return err
		}
		if err := event.Emit(s.events, tx, Changed{}); err != nil {
			return err
		}
		return audit.Changed(tx, "terms.day", "day", kernel.ID{}, before, is)
	})
}

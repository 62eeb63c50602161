package target

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Years are the fiscal years around a year, set or not.
func (s *Service) Years(ctx context.Context, around int64) (all []Calendar, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		years, versions, err := calendars(tx)
		if err != nil {
			return err
		}
		if around == 0 {
			around = years.At(s.today()).Year
		}
		for y := max(around-2, earliest); y <= min(around+1, latest); y++ {
			c := years.Of(y)
			c.Version = versions[y]
			all = append(all, c)
		}
		return nil
	})
	return all, err
}

// Year is one fiscal year.
func (s *Service) Year(ctx context.Context, year int64) (c Calendar, err error) {
	if year < earliest || year > latest {
		return c, kernel.Invalid("target.bad_year", "first", earliest, "last", latest)
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		years, versions, err := calendars(tx)
		c = years.Of(year)
		c.Version = versions[year]
		return err
	})
	return c, err
}

// Arrange sets the months of a fiscal year, over the version that its author has read.
func (s *Service) Arrange(ctx context.Context, c Calendar) (Calendar, error) {
	if err := c.Check(); err != nil {
		return c, err
	}
	err := s.keep(ctx, &c, false)
	return c, err
}

// Release forgets what was set: the year follows from the nearest one again.
func (s *Service) Release(ctx context.Context, year, version int64) error {
	return s.keep(ctx, &Calendar{Year: year, Version: version}, true)
}

// keep writes the next version of a year; the versions before stay.
func (s *Service) keep(ctx context.Context, c *Calendar, dropped bool) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		years, versions, err := calendars(tx)
		switch {
		case err != nil:
			return err
		case versions[c.Year] != c.Version:
			return kernel.Stale("db.stale")
		case dropped && !years[c.Year].Set:
			return kernel.Missing("db.missing")
		case !dropped:
			err = years.Fits(*c)
		}
		if err != nil {
			return err
		}
		if c.Version > 0 {
			if err := retire(tx, c.Year, c.Version); err != nil {
				return err
			}
		}
		before := years[c.Year]
		c.ID, c.Set, c.Version = kernel.NewID(), !dropped, c.Version+1
		var months []closing
		for i := 0; i < len(c.Months) && !dropped; i++ {
			months = append(months, closing{c.ID, int64(i + 1), c.Months[i].From, c.Months[i].To})
		}
		y := fiscal{ID: c.ID, Year: c.Year, Version: c.Version, Latest: true, Dropped: dropped, Author: user(ctx), On: s.today()}
		if err := addYear(tx, y, months); err != nil {
			return err
		}
		return audit.Changed(tx, "target.arranged", "fiscal_year", c.ID, before, *c)
	})
}

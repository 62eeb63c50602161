package forecast

import (
	"context"

	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	week   = 7
	memory = 36 // months that are kept
)

// Note writes down how all open deals stand today, once a week and on the first
// day of a month; told again on a day, it says it anew. It returns how many; none
// where it is not time.
func (s *Service) Note(ctx context.Context) (n int, err error) {
	err = s.db.Write(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		today := s.today()
		if due, err := s.due(tx, today); err != nil || !due {
			return err
		}
		n, err = s.note(tx, today)
		return err
	})
	return n, err
}

// due reports whether it is time to write something down.
func (s *Service) due(tx *db.Tx, today kernel.Date) (bool, error) {
	if _, _, day := today.Parts(); day == 1 {
		return true, nil
	}
	last, err := days(tx, today.Add(1-week), today)
	return len(last) == 0, err
}

func (s *Service) note(tx *db.Tx, today kernel.Date) (int, error) {
	var all []stood
	err := s.deals.Each(tx, opportunity.Filter{State: []string{opportunity.Going}}, func(d opportunity.Deal) error {
		all = append(all, stood{d.ID, d.Owner, d.Process, d.Stage, d.Percent, d.Category, amountOf(d), d.Expected})
		return nil
	})
	if err != nil {
		return 0, err
	}
	if err := keep(tx, today, all); err != nil {
		return 0, err
	}
	return len(all), forget(tx, today.AddMonths(-memory))
}

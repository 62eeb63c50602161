package point

import (
	"context"
	"time"

	"erba/analysis/point"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/job"
)

// earning is the nightly job that books what members have earned.
const (
	earning = "point.earn"
	night   = "04:20"
)

// Work adds the jobs of points to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(earning, func(ctx context.Context, run *job.Run) error {
		n, err := s.Earn(ctx)
		run.Report(map[string]int{"bookings": n})
		return err
	})
	q.Schedule(earning, night)
}

// closed is a month of a member that is over.
type closed struct {
	account kernel.ID
	month   int64
}

// Earn books what members have earned in months that are over: the points of what
// they bought, less those that were booked before. So returns, corrections and
// imports that come late book a difference, and a second run books nothing.
func (s *Service) Earn(ctx context.Context) (n int, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := s.due(tx)
		if err != nil || len(all) == 0 {
			return err
		}
		n = len(all)
		if err := book(tx, all...); err != nil {
			return err
		}
		return audit.Note(tx, "point.earned", "point", all[0].ID, map[string]any{"bookings": n})
	})
	return n, err
}

// due are the bookings that are missing.
func (s *Service) due(tx *db.Tx) (missing []Booking, err error) {
	enrolled, err := byAccount(tx)
	if err != nil || len(enrolled) == 0 {
		return nil, err
	}
	cfg, vips, err := s.rules(tx)
	if err != nil {
		return nil, err
	}
	before, err := earnedBefore(tx)
	if err != nil {
		return nil, err
	}
	now := monthOf(s.today())
	err = s.ledger.Months(tx, 0, func(m *ledger.AccountMonth) error {
		member, ok := enrolled[m.Account]
		key := closed{m.Account, int64(m.Month)}
		if !ok || key.month >= now || !member.earns(key.month) {
			return nil
		}
		if more := cfg.Earned(m.Net(), vips[m.Account]) - before[key]; more != 0 {
			missing = append(missing, s.earned(cfg, key, more))
		}
		return nil
	})
	return missing, err
}

// earned is the booking of a difference: its points expire with those of the month.
func (s *Service) earned(cfg point.Config, key closed, points int64) Booking {
	on := ledger.Month(key.month).Last()
	return Booking{ID: kernel.NewID(), Account: key.account, Kind: Earned, Points: points, On: s.today(), Expires: cfg.Expires(on), Month: &key.month, At: time.Now().UnixMicro()}
}

func byAccount(tx *db.Tx) (map[kernel.ID]Member, error) {
	all, err := members(tx)
	found := make(map[kernel.ID]Member, len(all))
	for _, m := range all {
		found[m.Account] = m
	}
	return found, err
}

// earnedBefore is what was booked of each month.
func earnedBefore(tx *db.Tx) (map[closed]int64, error) {
	all, err := bookingsOf(tx)
	sums := map[closed]int64{}
	for _, b := range all {
		if b.Kind == Earned && b.Month != nil {
			sums[closed{b.Account, *b.Month}] += b.Points
		}
	}
	return sums, err
}

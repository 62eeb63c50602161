package visit

import (
	"context"

	"erba/analysis/grid"
	rules "erba/analysis/visit"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
)

// book is how all accounts are to be visited, row by row as the portfolio has them.
// It is never changed once others read it.
type book struct {
	classed portfolio.Classed
	version int64 // of the cadences
	states
	today   kernel.Date
	cfg     rules.Config
	entries []entry
}

// opened is the book as it stands, made anew where classes, cadences or the day
// have changed, and with the visits since.
func (s *Service) opened(ctx context.Context) (*book, error) {
	ctx = system(ctx)
	classed, err := s.Portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		next := &book{classed: classed}
		if next.cfg, next.version, next.today, err = s.cadences(tx); err != nil {
			return err
		}
		if next.states, err = stateOf(tx); err != nil {
			return err
		}
		return s.renew(tx, next)
	})
	return s.book, err
}

// renew puts the next book in place of the last one.
func (s *Service) renew(tx *db.Tx, next *book) error {
	old := s.book
	switch {
	case old == nil || old.classed.Evaluated != next.classed.Evaluated || old.version != next.version || old.Classes != next.Classes || old.today != next.today:
		if err := s.enlist(tx, next); err != nil {
			return err
		}
		if err := next.follow(tx, 0); err != nil {
			return err
		}
	case old.Revision != next.Revision:
		next.entries = append([]entry(nil), old.entries...)
		if err := next.follow(tx, old.Revision); err != nil {
			return err
		}
	default:
		return nil
	}
	s.book = next
	return nil
}

// enlist puts all accounts into a book, with how often each is to be visited.
func (s *Service) enlist(tx *db.Tx, b *book) error {
	tiers, err := s.Evaluations.InForceAll(tx, evaluation.Tier)
	if err != nil {
		return err
	}
	vips, err := s.Evaluations.InForceAll(tx, evaluation.VIP)
	if err != nil {
		return err
	}
	b.entries = make([]entry, b.classed.Len())
	for row := range int32(b.classed.Len()) {
		a := b.classed.Account(row)
		e := &b.entries[row]
		e.none = !b.classed.There(row) || a.Status == account.Closed
		e.standing = rules.Standing{Tier: tiers[a.ID], VIP: vips[a.ID] != "", Grid: gridOf(b.classed, row)}
		_, e.standing.Factor = b.classed.Invested(row)
		e.cadence, e.known = b.cfg.Of(e.standing), kernel.DayOf(a.ID.Time())
		e.sales, _ = b.classed.Trade(row)
		e.space = -1
		if current, expected := b.classed.Values(row); expected != grid.Unknown {
			e.space = max(0, expected-current)
		}
		e.none = e.none || e.cadence.Days == 0
		e.settle(b.today)
	}
	return nil
}

// gridOf is the class of a row in the value grid, empty where it has none.
func gridOf(c portfolio.Classed, row int32) string {
	switch c.Mark("grid", row) {
	case "grid.VIP", "grid.A":
		return "A"
	case "grid.B":
		return "B"
	case "grid.C":
		return "C"
	}
	return ""
}

// follow reads the visits that changed after a number.
func (b *book) follow(tx *db.Tx, after int64) error {
	return rounds(tx, after, func(r round) {
		if row := b.classed.Row(r.Account); row >= 0 {
			b.entries[row].round = r
			b.entries[row].settle(b.today)
		}
	})
}

// sight says of which rows the viewer sees the account.
func (s *Service) sight(tx *db.Tx, b *book, all bool) (func(row int32) bool, error) {
	if all {
		return func(int32) bool { return true }, nil
	}
	some := portfolio.NewMask(b.classed.Len())
	err := s.Accounts.EachInSight(tx, func(id kernel.ID) {
		if row := b.classed.Row(id); row >= 0 {
			some.Set(row)
		}
	})
	return some.Has, err
}

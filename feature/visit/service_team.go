package visit

import (
	"context"
	"slices"

	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// team is how far the days of a diary of the line go with everybody of it.
func (s *Service) team(ctx context.Context, d Diary) (all []Member, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		led, err := s.line(tx)
		if err != nil {
			return err
		}
		viewer, _ := identity.From(ctx)
		sees, err := s.sight(tx, b, viewer.SeesAll())
		if err != nil {
			return err
		}
		names, err := s.Accounts.Names(tx, led)
		pending := b.pending(sees, d.Until)
		for _, id := range led {
			all = append(all, Member{id, names[id], d.covered(id), pending[id]})
		}
		return err
	})
	slices.SortFunc(all, func(a, b Member) int { return a.ID.Compare(b.ID) })
	return all, err
}

// covered is how many accounts somebody goes to in a diary, or has gone to.
func (d Diary) covered(by kernel.ID) int {
	there := map[kernel.ID]bool{}
	for _, v := range d.Rows {
		if v.State != IsCancelled && slices.Contains(v.Users, by) {
			there[v.Account] = true
		}
	}
	return len(there)
}

// pending is how many accounts of everybody are past due or due this week while
// nobody goes there up to a day.
func (b *book) pending(sees func(row int32) bool, until kernel.Date) map[kernel.ID]int {
	n := map[kernel.ID]int{}
	for row := range b.entries {
		e, at := &b.entries[row], int32(row)
		if next := e.round.Next; e.none || e.cadence.Call || e.when == rules.Later || !next.IsZero() && next.Compare(until) <= 0 || !sees(at) {
			continue
		}
		n[b.classed.Owner(at)]++
	}
	return n
}

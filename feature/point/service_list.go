package point

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// List are the members in sight with what they have.
func (s *Service) List(ctx context.Context) (rows []Row, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		all, err := list(tx)
		if err != nil {
			return err
		}
		bookings, err := bookingsOf(tx)
		by := map[kernel.ID][]Booking{}
		for _, b := range bookings {
			by[b.Account] = append(by[b.Account], b)
		}
		for _, m := range all {
			rows = append(rows, Row{m.Account, m.Code, m.Name, m.Since, m.Ended, standing(s.today(), by[m.Account])})
		}
		return err
	})
	return rows, err
}

// Exported are the columns of the exported list, as text keys.
var Exported = []string{"point.code", "point.account", "point.since", "point.ended", "point.earned", "point.used", "point.expired", "point.balance", "point.next", "point.next_on"}

// Export is the list as rows under Exported.
func (s *Service) Export(ctx context.Context) (iter.Seq[[]any], error) {
	all, err := s.List(ctx)
	return func(yield func([]any) bool) {
		for _, r := range all {
			p := r.Standing
			if !yield([]any{r.Code, r.Name, r.Since, r.Ended, p.Earned, p.Used, p.Expired, p.Balance, p.Next, p.NextOn}) {
				return
			}
		}
	}, err
}

// Population is of how many members a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := members(tx)
		n = int64(len(all))
		return err
	})
	return n, err
}

package receivable

import (
	"context"

	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// forever is a day on which everything counts that was ever booked.
var forever = At{On: kernel.On(2200, 1, 1)}

// Sound is what the doctor wants to know: that the balances which the columns tell
// are those that the database adds up, and that nobody has decided to pay more with
// a paper, or of one, than it is.
func (s *Service) Sound(ctx context.Context) error {
	return s.db.Snapshot(system(ctx), func(tx *db.Tx) error {
		holdings, err := s.holdings(tx, nil)
		if err != nil {
			return err
		}
		all, err := sums(tx)
		if err != nil {
			return err
		}
		added := make(map[kernel.ID]sum, len(all))
		for _, one := range all {
			added[one.Account] = one
		}
		var r reckoner
		for i := range holdings {
			h := &holdings[i]
			is, want := r.sum(h), added[h.account]
			if want.Account = h.account; is != want || !h.fits() {
				return kernel.Refused("receivable.unsound", "account", h.account.String(), "claims", is.Claims, "means", is.Means, "booked", want.Claims, "paid", want.Means)
			}
		}
		return nil
	})
}

// sum is all that an account was ever asked for, and all that it paid with.
type sum struct {
	Account kernel.ID `db:"account_id"`
	Claims  int64     `db:"claims"`
	Means   int64     `db:"means"`
}

// sum is that of a holding, put together again from what is left and what was paid.
func (r *reckoner) sum(h *holding) sum {
	r.figure(h, forever)
	s := r.book.AsOf(forever.On, r.documents, r.decided)
	all := sum{h.account, s.Receivable, s.Advance}
	for _, p := range s.Paid {
		if all.Claims += p.Amount; p.By != receivable.Said {
			all.Means += p.Amount
		}
	}
	return all
}

// fits reports whether what was decided is within the papers.
func (h *holding) fits() bool {
	if len(h.shares) == 0 {
		return true
	}
	left := map[int64]int64{}
	for i := range h.entries {
		if e := &h.entries[i]; e.until == 0 {
			left[e.id] += e.amount
		}
	}
	taken := map[int64]int64{}
	for _, s := range h.shares {
		if s.until != 0 {
			continue
		}
		taken[s.From] += s.Amount
		taken[s.To] += s.Amount
	}
	for id, amount := range taken {
		if known, ok := left[id]; ok && amount > known {
			return false
		}
	}
	return true
}

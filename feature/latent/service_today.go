package latent

import (
	"context"

	market "erba/analysis/latent"
	"erba/analysis/null"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/db"
)

// Which reorders are told of on their day.
const (
	ripe   = 1.3     // times the usual interval without a purchase
	gone   = 3.0     // times after which nobody waits for it
	worthy = 500_000 // minor units of a usual purchase
)

// again are what accounts usually buy again and have not, the most valuable of each.
func (s *Service) again() today.Rule {
	return today.Rule{Name: "latent.today_again", Area: "latent.latent", Grant: "latent:read",
		Usual:    today.Setting{On: true, Amount: today.Own, Chance: 0.3, Now: today.Never, Lead: today.Never},
		Revision: s.revision,
		Find: func(ctx context.Context, a today.Ask) (items []today.Item, err error) {
			r, err := s.open(ctx)
			if err != nil || r.Version == 0 {
				return nil, err
			}
			var of []Row
			for at := range r.accounts {
				if e, found := r.ripest(at, a.On); found {
					of = append(of, r.tell(e))
				}
			}
			if err := s.name(ctx, candidatesOf(of)); err != nil {
				return nil, err
			}
			for _, one := range of {
				items = append(items, one.item(a.On))
			}
			return items, nil
		}}
}

// ripest is the most valuable reorder of the account at a place that is due.
func (r *reading) ripest(at int, on kernel.Date) (e entry, found bool) {
	id := r.accounts[at]
	row, first := r.facts.Row(id), r.until[at]-int32(len(r.of(at)))
	if row < 0 || !r.facts.Sees(row) {
		return e, false
	}
	for i, c := range r.of(at) {
		since := float64(r.AsOf.Ordinal() - c.Last)
		if c.Kind != market.Reorder || c.Value < worthy || since < ripe*c.Every || since > gone*c.Every || !r.declined.open(r.board, id, c) {
			continue
		}
		if !found || c.Value > e.value {
			e, found = entry{int32(at), first + int32(i), row, c.Value}, true
		}
	}
	return e, found
}

func (r Row) item(on kernel.Date) today.Item {
	args := map[string]any{"name": r.Name, "product": r.ProductName, "days": r.Since, "usual": int(r.Every + 0.5)}
	i := today.Item{Account: r.Account, Due: r.Last.Add(int(ripe * r.Every)), Chance: null.None, Path: "/accounts/" + r.Account.String(), Does: "latent.today_again_do",
		Title: today.Said{Key: "latent.today_again_title", Args: args}, Reason: today.Said{Key: "latent.today_again_reason", Args: args}}
	if r.Value != nil {
		i.Amount = *r.Value
	}
	return i
}

// revision changes when another board has been found, and when somebody has
// decided that something is nothing for an account.
func (s *Service) revision(ctx context.Context) (n int64, err error) {
	err = s.db.Read(everybody(ctx), func(tx *db.Tx) error {
		st, err := findState(tx)
		if err != nil {
			return err
		}
		all, err := declined(tx, kernel.ID{})
		n = st.Version<<20 + int64(len(all))
		return err
	})
	return n, err
}

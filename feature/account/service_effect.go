package account

import (
	"cmp"
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

const bestReferrers = 20

// Effectiveness says how well each source works, over the accounts in sight.
func (s *Service) Effectiveness(ctx context.Context) (e Effectiveness, err error) {
	var all []lead
	var costs []Spending
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if all, err = leads(tx); err == nil {
			costs, err = spent(tx)
		}
		return err
	})
	if err != nil {
		return e, err
	}
	figures, err := s.figures(ctx, all)
	if err != nil {
		return e, err
	}
	e.Sources = effects(all, costs, figures)
	e.Referrers, err = s.referrers(ctx, all, figures)
	return e, err
}

// figures are those of the accounts that ever ordered.
func (s *Service) figures(ctx context.Context, all []lead) (map[kernel.ID]Figures, error) {
	ids := make([]kernel.ID, len(all))
	for i, l := range all {
		ids[i] = l.ID
	}
	found, err := s.ranker.Figures(ctx, ids)
	ordered := make(map[kernel.ID]Figures, len(found))
	for _, f := range found {
		if !f.FirstOrder.IsZero() {
			ordered[f.Account] = f
		}
	}
	return ordered, err
}

// effects is the table of sources, in the order of the dictionary.
func effects(all []lead, costs []Spending, ordered map[kernel.ID]Figures) []Effect {
	table, at := make([]Effect, len(sources)), map[string]*Effect{}
	for i, source := range sources {
		table[i] = Effect{Source: source.Code, Direct: source.Direct}
		at[source.Code] = &table[i]
	}
	for _, l := range all {
		if e := at[l.Source]; e != nil {
			e.Leads++
			if _, won := ordered[l.ID]; won {
				e.Won++
			}
		}
	}
	for _, c := range costs {
		at[c.Source].Cost = c.Amount
	}
	for i := range table {
		table[i].judge()
	}
	return table
}

// referrers are the accounts that brought most, the best first.
func (s *Service) referrers(ctx context.Context, all []lead, ordered map[kernel.ID]Figures) (best []Referral, err error) {
	at := map[kernel.ID]*Referral{}
	for _, l := range all {
		if l.Referrer.IsZero() {
			continue
		}
		r := at[l.Referrer]
		if r == nil {
			r = &Referral{Account: l.Referrer}
			at[l.Referrer] = r
		}
		r.Referred++
		if f, won := ordered[l.ID]; won {
			r.Won, r.Sales = r.Won+1, r.Sales+f.Sales
		}
	}
	for _, r := range at {
		best = append(best, *r)
	}
	slices.SortFunc(best, func(a, b Referral) int {
		return cmp.Or(cmp.Compare(b.Sales, a.Sales), cmp.Compare(b.Referred, a.Referred), a.Account.Compare(b.Account))
	})
	best = best[:min(len(best), bestReferrers)]
	return s.christened(ctx, best)
}

// christened gives referrers their names; those out of sight are left out.
func (s *Service) christened(ctx context.Context, all []Referral) (seen []Referral, err error) {
	ids := make([]kernel.ID, len(all))
	for i, r := range all {
		ids[i] = r.Account
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		names, err := named(tx, ids)
		for _, r := range all {
			if i := slices.IndexFunc(names, func(n owner) bool { return n.ID == r.Account }); i >= 0 {
				r.Name = names[i].Name
				seen = append(seen, r)
			}
		}
		return err
	})
	return seen, err
}

// Spendings are what was spent on one source, the latest first.
func (s *Service) Spendings(ctx context.Context, source string) (all []Spending, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = spendings(tx, source)
		return err
	})
	return all, err
}

// Spend notes what was paid for finding customers.
func (s *Service) Spend(ctx context.Context, sp Spending) (Spending, error) {
	sp.ID = kernel.NewID()
	if err := sp.Check(); err != nil {
		return sp, err
	}
	return sp, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := addSpending(tx, sp); err != nil {
			return err
		}
		return audit.Changed(tx, "account.spent", "spending", sp.ID, nil, sp)
	})
}

// TakeBack removes a spending that was noted by mistake.
func (s *Service) TakeBack(ctx context.Context, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := dropSpending(tx, id); err != nil {
			return err
		}
		return audit.Note(tx, "account.spending_taken_back", "spending", id, nil)
	})
}

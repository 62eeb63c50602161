package lifetime

import (
	"context"
	"encoding/json"
	"time"

	"erba/analysis/clv"
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Fit works out what all accounts together tell of their orders, by each basis,
// and their values while nobody waits for them.
func (s *Service) Fit(ctx context.Context) error {
	ctx = identity.With(ctx, identity.System())
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return err
	}
	for _, b := range bases {
		if err := s.fit(ctx, facts, b); err != nil {
			return err
		}
	}
	_, _, err = s.valued(ctx, facts, Margin)
	return err
}

func (s *Service) fit(ctx context.Context, f *portfolio.Facts, b Basis) error {
	found, err := s.open(ctx, b)
	if err != nil || found.ready && found.kept.Revision == f.Revision && found.kept.Config == found.version && found.kept.AsOf == f.Ask.AsOf {
		return err
	}
	all, stayed, start := lives(f, b)
	raw, err := json.Marshal(found.Config.Fit(all, stayed, start))
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return keep(tx, fitted{b, kernel.NewID(), f.Ask.AsOf, f.Revision, found.version, time.Now().UnixMicro(), string(raw)})
	})
}

// lives are those of all accounts; start is how many of them bought in the twelve
// months before the last, stayed how many of these bought in the last, too. Those
// of whom no cost is recorded tell nothing of what an order leaves.
func lives(f *portfolio.Facts, b Basis) (all []lifetime.Life, stayed, start int) {
	for row := range int32(f.Len()) {
		if !f.Sees(row) {
			continue
		}
		l := f.Life(row)
		if l.Before {
			if start++; l.Here {
				stayed++
			}
		}
		if one := lifeOf(l, f.Ask.AsOf, b); one.Bought {
			all = append(all, one)
		}
	}
	return all, stayed, start
}

// lifeOf is what is known of an account on a day, by a basis. One order leaves
// what all of which it is known have left on average.
func lifeOf(l portfolio.Life, asOf kernel.Date, b Basis) lifetime.Life {
	life := lifetime.Life{Bought: !l.First.IsZero(), Margin: l.YearGross}
	if b == Sales {
		life.Margin = l.YearSales
	}
	if !life.Bought {
		return life
	}
	if b == Margin && l.YearSales == 0 && l.Gross.Known() {
		life.Margin = 0 // who has bought nothing of late has left nothing, which is known
	}
	life.Age, life.Last = float64(asOf.Days(l.First))/7, float64(l.Last.Days(l.First))/7
	if life.Last > 0 {
		life.X = max(1, int(l.Orders)-1)
	}
	each := null.Ratio(l.Gross, null.Of(l.Costed))
	if b == Sales {
		each = null.Ratio(l.Sales, null.Of(l.Orders))
	}
	if life.X > 0 && each.Known() {
		life.Mean = float64(each)
	}
	life.Customer = clv.Customer{X: life.X, Last: life.Last, Age: max(life.Age, life.Last), Mean: life.Mean}
	return life
}

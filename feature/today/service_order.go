package today

import (
	"context"
	"math"

	"erba/analysis/null"
	"erba/feature/portfolio"
	"erba/kernel"
)

// How an interval between orders is judged.
const (
	enough    = 4   // orders of 12 months from which on there is an interval
	stretched = 1.5 // times the usual interval without an order
	over      = 3.0 // times after which it is a lost customer, not a late order
	shortest  = 14  // days below which no interval means anything
	grace     = 7   // days within which somebody asks
)

// silences are accounts whose orders have stopped coming as they used to.
func (s *Service) silences() Rule {
	return Rule{Name: "today.silence", Area: "portfolio.portfolio", Grant: "portfolio:read",
		Usual:    Setting{On: true, Amount: Sales, Chance: 0.1, Now: 0, Lead: 14},
		Revision: s.ledgerNow,
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			f, err := s.portfolio.Facts(ctx, kernel.Date{})
			if err != nil {
				return nil, err
			}
			var all []Item
			for row := range int32(f.Len()) {
				if i, is := silence(f, row); is && f.Sees(row) {
					all = append(all, i)
				}
			}
			return all, nil
		}}
}

// ledgerNow changes with the ledger and with the accounts.
func (s *Service) ledgerNow(ctx context.Context) (int64, error) {
	c, err := s.portfolio.Columns(ctx)
	if err != nil {
		return 0, err
	}
	return c.Revision<<20 ^ c.Changed, nil
}

// silence is an account that used to order every so many days and has not for half
// as many more. The longer it lasts, the likelier it is lost.
func silence(f *portfolio.Facts, row int32) (i Item, is bool) {
	orders, since := f.Value("orders", row), f.Value("recency", row)
	if !orders.Known() || !since.Known() || orders < enough {
		return i, false
	}
	usual := math.Max(365/float64(orders), shortest)
	times := float64(since) / usual
	if times < stretched || times > over {
		return i, false
	}
	days, gap := int(since), int(math.Round(usual))
	id := f.Account(row).ID
	due := f.Ask.AsOf.Add(int(usual*stretched) - days + grace)
	args := map[string]any{"name": f.Account(row).Name, "days": days, "usual": gap}
	return Item{Account: id, Chance: null.Of(math.Min(0.9, 0.1*times*times)).Steady(), Due: due, Path: "/accounts/" + id.String(), Does: "today.ask_after",
		Title: Said{"today.silence_title", args}, Reason: Said{"today.silence_reason", args}}, true
}

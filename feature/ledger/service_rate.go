package ledger

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Rates lists the exchange rates of a currency ("" = of all), the latest first.
func (s *Service) Rates(ctx context.Context, currency string) (all []Rate, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = listRates(tx, currency)
		return err
	})
	return all, err
}

// RateTable is all rates with the base currency.
func (s *Service) RateTable(ctx context.Context) (t RateTable, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		t, err = s.RatesIn(tx)
		return err
	})
	return t, err
}

// RatesIn is RateTable in the caller's transaction.
func (s *Service) RatesIn(tx *db.Tx) (t RateTable, err error) {
	t.rates = map[string][]Rate{}
	if t.base, err = s.Currency(tx); err != nil {
		return t, err
	}
	all, err := listRates(tx, "")
	for _, r := range all {
		t.rates[r.Currency] = append(t.rates[r.Currency], r)
	}
	return t, err
}

// SetRates adds or replaces exchange rates. Amounts that are booked stay what
// they are; the same file booked again changes them.
func (s *Service) SetRates(ctx context.Context, rates ...Rate) error {
	for _, r := range rates {
		if err := r.Check(); err != nil {
			return err
		}
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		for _, r := range rates {
			if err := replaceRate(tx, r); err != nil {
				return err
			}
		}
		return audit.Note(tx, "rate.set", "rate", kernel.ID{}, rates)
	})
}

// RateOutcome is what booking rates did, with a few of them.
type RateOutcome struct {
	Inserted, Updated, Same int
	Some                    []kernel.Sample[Rate]
}

// BookRates adds rates that are new for their day and replaces others. They have
// passed Check.
func (s *Service) BookRates(tx *db.Tx, rates []Rate) (RateOutcome, error) {
	out, changed, err := sortRates(tx, rates)
	for _, r := range changed {
		if err == nil {
			err = replaceRate(tx, r)
		}
	}
	if err != nil {
		return out, err
	}
	return out, audit.Note(tx, "rate.booked", "rate", kernel.ID{}, map[string]int{"inserted": out.Inserted, "updated": out.Updated})
}

// CompareRates counts what BookRates would do and writes nothing.
func (s *Service) CompareRates(tx *db.Tx, rates []Rate) (RateOutcome, error) {
	out, _, err := sortRates(tx, rates)
	return out, err
}

// sortRates tells new rates from changed ones; of two for the same day the later
// row counts.
func sortRates(tx *db.Tx, rates []Rate) (out RateOutcome, changed []Rate, err error) {
	type place struct {
		currency string
		since    kernel.Date
	}
	known, err := listRates(tx, "")
	now := make(map[place]kernel.Decimal, len(known))
	for _, r := range known {
		now[place{r.Currency, r.Since}] = r.Rate
	}
	for i, r := range rates {
		at := place{r.Currency, r.Since}
		was, is := now[at]
		one := kernel.Sample[Rate]{Row: i, Now: r}
		switch {
		case is && was == r.Rate:
			out.Same++
			continue
		case is:
			out.Updated++
			one.Was = &Rate{r.Currency, r.Since, was}
		default:
			out.Inserted++
		}
		out.Some, changed, now[at] = kernel.Sampled(out.Some, one), append(changed, r), r.Rate
	}
	return out, changed, err
}

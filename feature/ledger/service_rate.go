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
	t.rates = map[string][]Rate{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		now, err := findState(tx)
		if err != nil {
			return err
		}
		t.base = now.Currency
		all, err := listRates(tx, "")
		for _, r := range all {
			t.rates[r.Currency] = append(t.rates[r.Currency], r)
		}
		return err
	})
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

package ledger

import (
	"slices"

	"erba/kernel"
)

// RateTable is all exchange rates, for those who convert many amounts.
type RateTable struct {
	base  string
	rates map[string][]Rate // the latest first
}

// Base is the base currency.
func (t RateTable) Base() string { return t.base }

// Convert turns an amount in minor units of a currency into the base currency,
// by the rate of that day: the last one that was set until then.
func (t RateTable) Convert(minor int64, currency string, on kernel.Date) (int64, error) {
	if currency == "" || currency == t.base {
		return minor, nil
	}
	all := t.rates[currency]
	i := slices.IndexFunc(all, func(r Rate) bool { return r.Since.Compare(on) <= 0 })
	if i < 0 {
		return 0, kernel.Invalid("ledger.no_rate", "currency", currency, "date", on.String())
	}
	return convert(minor, all[i].Rate)
}

// convert multiplies once and rounds once, half away from zero.
func convert(minor int64, rate kernel.Decimal) (int64, error) {
	amount, err := kernel.Micro(minor).Times(rate)
	return amount.Micro(), err
}

// Check reports the first rule a rate breaks.
func (r Rate) Check() error {
	switch {
	case len(r.Currency) != 3:
		return kernel.Invalid("ledger.bad_currency", "currency", r.Currency)
	case r.Rate.Sign() <= 0 || r.Since.IsZero():
		return kernel.Invalid("ledger.bad_rate", "currency", r.Currency)
	}
	return nil
}

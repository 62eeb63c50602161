package opportunity

import (
	"context"
	"errors"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// valued says what a deal in a currency of its own is worth in the base currency, by
// the rate of the day on which it ended, else began, as files are taken over. Without
// a rate nobody knows: it counts nowhere until there is one.
func (s *Service) valued(tx *db.Tx, d *Deal) error {
	base, err := s.Ledger.Currency(tx)
	if err != nil {
		return err
	}
	if d.Currency == base {
		d.Currency = ""
		if d.Original != nil {
			d.Amount = d.Original
		}
	}
	if d.Currency == "" {
		d.Original = nil
		return nil
	}
	if d.Amount = nil; d.Original == nil {
		return nil
	}
	d.Amount, err = s.converted(tx, *d)
	return err
}

// converted is what a deal asks for in the base currency; nothing without a rate.
func (s *Service) converted(tx *db.Tx, d Deal) (*int64, error) {
	rates, err := s.Ledger.RatesIn(identity.Whole(tx))
	if err != nil {
		return nil, err
	}
	on := d.Closed
	if on.IsZero() {
		on = d.Opened
	}
	minor, err := rates.Convert(*d.Original, d.Currency, on)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Key == "ledger.no_rate" {
		return nil, nil
	}
	return &minor, err
}

// settled says what a deal in a currency of its own was worth when it ended; one
// whose lines say the amount, or of which no rate is known, keeps what it had.
func (s *Service) settled(tx *db.Tx, d *Deal) error {
	all, err := lines(tx, d.ID)
	if err != nil || len(all) > 0 || d.Currency == "" || d.Original == nil {
		return err
	}
	amount, err := s.converted(tx, *d)
	if amount != nil {
		d.Amount = amount
	}
	return err
}

// unrated reports whether a deal names an amount in a currency of which there is no rate.
func (d Deal) unrated() bool { return d.Currency != "" && d.Original != nil && d.Amount == nil }

// Value finds what deals are worth of whose currency there was no rate when they were
// said, and answers of how many it did.
func (s *Service) Value(ctx context.Context) (n int, err error) {
	err = s.db.Write(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := unrated(tx)
		if err != nil {
			return err
		}
		for _, d := range all {
			amount, err := s.converted(tx, d)
			if err != nil {
				return err
			}
			if amount == nil {
				continue
			}
			_, err = s.Alter(tx, d.ID, d.Version, "opportunity.valued", func(_ *db.Tx, one *Deal) error {
				one.Amount = amount
				return one.Check()
			})
			if err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}

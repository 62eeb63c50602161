package fee

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Settle books what was paid for a request; last: nothing more will be. Sent again it
// is the booking that is there.
func (s *Service) Settle(ctx context.Context, b Booking, last bool) (Booking, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := find(tx, b.Fee)
		if err != nil {
			return err
		}
		b.Account, b.Type = r.Account, r.Type
		if _, err = s.book(tx, &b); err != nil || !last || r.State == Settled {
			return err
		}
		before := r
		r.State, r.Done = Settled, s.today()
		if err := write(tx, r); err != nil {
			return err
		}
		return audit.Changed(tx, "fee.settled", "fee", r.ID, before, r)
	})
	return b, err
}

// book writes a booking down, unless it is there already.
func (s *Service) book(tx *db.Tx, b *Booking) (added bool, err error) {
	viewer, _ := identity.From(tx.Context())
	b.tidy()
	base, err := s.ledger.Currency(tx)
	if err != nil {
		return false, err
	}
	if b.Currency == "" {
		b.Currency = base
	}
	if err := b.Check(s.today()); err != nil {
		return false, err
	}
	all, err := turns(tx, b.Account, b.Number)
	if err != nil {
		return false, err
	}
	if there, stands := stands(all); stands {
		if !there.same(*b) {
			return false, kernel.Refused("fee.number_taken", "number", b.Number).In("number")
		}
		*b = there
		return false, nil
	}
	rates, err := s.ledger.RatesIn(tx)
	if err != nil {
		return false, err
	}
	if b.Amount, err = rates.Convert(b.Original, b.Currency, b.On); err != nil {
		return false, err
	}
	if err := s.within(tx, *b); err != nil {
		return false, err
	}
	b.ID, b.Home, b.Turn, b.At, b.By = kernel.NewID(), b.Account, int64(len(all)), s.now().UnixMicro(), viewer.ID
	if err := book(tx, *b); err != nil {
		return false, err
	}
	return true, audit.Changed(tx, "fee.booked", "fee", b.ID, nil, *b)
}

// within refuses what would be more than was granted, and what nobody has granted.
func (s *Service) within(tx *db.Tx, b Booking) error {
	if b.Fee.IsZero() {
		return nil
	}
	if err := tx.Alone("fee " + b.Fee.String()); err != nil {
		return err
	}
	r, err := row(tx, b.Fee)
	switch {
	case err != nil:
		return err
	case r.Account != b.Account:
		return kernel.Invalid("fee.other_account").In("fee")
	case r.State != Executed:
		return kernel.Refused("fee.not_executed")
	case r.Paid+b.Amount > r.Agreed:
		return kernel.Refused("fee.above_agreed").In("amount")
	}
	return nil
}

// Reverse takes a booking back by another one; both stay.
func (s *Service) Reverse(ctx context.Context, account, id kernel.ID, reason string) (r Booking, err error) {
	viewer, _ := identity.From(ctx)
	reason = strings.TrimSpace(reason)
	if n := len([]rune(reason)); n < 5 || n > longestText {
		return r, kernel.Invalid("fee.no_reason", "max", longestText).In("reason")
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		b, err := booking(tx, account, id)
		if err != nil {
			return err
		}
		all, err := turns(tx, account, b.Number)
		if err != nil {
			return err
		}
		if there, ok := stands(all); !ok || there.ID != id {
			return kernel.Refused("fee.reversed_already")
		}
		r = b.back(b.On, s.now().UnixMicro(), viewer.ID, reason)
		r.Turn = int64(len(all))
		if err := book(tx, r); err != nil {
			return err
		}
		if err := s.reopen(tx, b.Fee); err != nil {
			return err
		}
		return audit.Changed(tx, "fee.reversed", "fee", b.ID, b, r)
	})
	return r, err
}

// reopen lets a request be paid anew of which a payment was taken back.
func (s *Service) reopen(tx *db.Tx, id kernel.ID) error {
	if id.IsZero() {
		return nil
	}
	r, err := find(tx, id)
	if err != nil || r.State != Settled {
		return err
	}
	r.State, r.Done = Executed, kernel.Date{}
	return write(tx, r)
}

// Spent is what was paid to customers outside the invoice, by the days of the
// vouchers; to all in sight if none are named.
func (s *Service) Spent(tx *db.Tx, accounts []kernel.ID, from, until kernel.Date) (map[kernel.ID]int64, error) {
	all, err := paidTo(tx, accounts, from, until)
	spent := make(map[kernel.ID]int64, len(all))
	for _, one := range all {
		spent[one.Account] = one.Amount
	}
	return spent, err
}

package receivable

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// AddSetOff is SetOff in a transaction of its own.
func (s *Service) AddSetOff(ctx context.Context, d Document, with kernel.ID) (booked Document, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		booked, err = s.SetOff(tx, d, with)
		return err
	})
	return booked, err
}

// SetOff pays what one company of a group owes with money that we owe another one: both
// sides are booked, so that neither is told to have what the other gave.
func (s *Service) SetOff(tx *db.Tx, d Document, with kernel.ID) (Document, error) {
	d.Kind = Setoff
	if with.IsZero() || with == d.Account {
		return d, kernel.Invalid("receivable.setoff_with").In("with")
	}
	if err := s.related(tx, d.Account, with); err != nil {
		return d, err
	}
	for _, one := range slices.SortedFunc(slices.Values([]kernel.ID{d.Account, with}), kernel.ID.Compare) { // never crosswise
		if err := alone(tx, one); err != nil {
			return d, err
		}
	}
	if err := s.prepare(tx, &d); err != nil {
		return d, err
	}
	before, again, err := s.before(tx, &d)
	if err != nil || again {
		return before, err
	}
	given := d
	given.ID, given.Account, given.Kind, given.Reference, given.Pair = kernel.NewID(), with, Lent, "", d.ID
	if _, _, err := s.before(tx, &given); err != nil {
		return d, err
	}
	d.Pair = given.ID
	if err := s.covers(tx, &d, &given); err != nil {
		return d, err
	}
	if err := add(tx, d, given); err != nil {
		return d, err
	}
	if err := s.told(tx, "receivable.booked", with, given); err != nil {
		return d, err
	}
	return d, s.told(tx, "receivable.booked", d.Account, d)
}

// related refuses companies of different groups.
func (s *Service) related(tx *db.Tx, one, other kernel.ID) error {
	a, err := s.accounts.Head(tx, one)
	if err != nil {
		return err
	}
	b, err := s.accounts.Head(tx, other)
	if err == nil && a != b {
		err = kernel.Refused("receivable.setoff_group").In("with")
	}
	return err
}

// covers refuses a set-off of more than the one owes or the other has to give.
func (s *Service) covers(tx *db.Tx, d, given *Document) error {
	if err := s.fits(tx, d); err != nil {
		return err
	}
	owes, err := s.of(tx, d.Account, At{On: d.On})
	if err != nil {
		return err
	}
	if d.Amount > owes.Standing.Receivable {
		return kernel.Refused("receivable.setoff_owed").In("amount")
	}
	has, err := s.of(tx, given.Account, At{On: d.On})
	if err == nil && d.Amount > has.Standing.Advance {
		err = kernel.Refused("receivable.setoff_more").In("amount")
	}
	return err
}

// reversePair takes back the other side of a set-off.
func (s *Service) reversePair(tx *db.Tx, d Document, reason string) error {
	if d.Pair.IsZero() {
		return nil
	}
	all, err := paired(tx, d.Number, d.Pair)
	if err != nil {
		return err
	}
	if len(all) == 0 { // of a company that is out of sight
		return kernel.Missing("db.missing")
	}
	return s.reverseOne(tx, all[0], reason)
}

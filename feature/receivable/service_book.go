package receivable

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Add books a paper in a transaction of its own.
func (s *Service) Add(ctx context.Context, d Document) (booked Document, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		booked, err = s.Book(tx, d)
		return err
	})
	return booked, err
}

// Book books a paper, its amount in the currency that it names. One that was booked
// before is answered as it was; another one under its number is refused.
func (s *Service) Book(tx *db.Tx, d Document) (Document, error) {
	if d.Kind == Setoff || d.Kind == Lent {
		return d, kernel.Invalid("receivable.setoff_with").In("with") // it has another side
	}
	if err := s.prepare(tx, &d); err != nil {
		return d, err
	}
	before, again, err := s.before(tx, &d)
	if err != nil || again {
		return before, err
	}
	if err := s.fits(tx, &d); err != nil {
		return d, err
	}
	if err := add(tx, d); err != nil {
		return d, err
	}
	return d, s.told(tx, "receivable.booked", d.Account, d)
}

// alone makes whoever books for an account wait for whoever else does: what is looked
// at before a paper is booked must still be so when it is.
func alone(tx *db.Tx, account kernel.ID) error { return tx.Alone("receivable." + account.String()) }

// prepare checks a paper, and says whose and when it is.
func (s *Service) prepare(tx *db.Tx, d *Document) error {
	if err := d.Check(); err != nil {
		return err
	}
	if err := s.accounts.Require(tx, d.Account); err != nil {
		return err
	}
	if err := alone(tx, d.Account); err != nil {
		return err
	}
	if err := s.convert(tx, d); err != nil {
		return err
	}
	viewer, _ := identity.From(tx.Context())
	d.ID, d.Booked, d.By = kernel.NewID(), s.now(), viewer.ID
	if d.Number == "" {
		d.Number = d.ID.String()
	}
	return nil
}

// convert turns the amount of a paper into the base currency, by the rate of its day.
func (s *Service) convert(tx *db.Tx, d *Document) error {
	rates, err := s.ledger.RatesIn(tx)
	if err != nil {
		return err
	}
	if d.Currency == rates.Base() {
		d.Currency = ""
	}
	if d.Original = 0; d.Currency == "" {
		return nil
	}
	d.Original = d.Amount
	if d.Amount, err = rates.Convert(d.Original, d.Currency, d.On); err != nil || d.Amount <= 0 {
		return kernel.Refused("receivable.no_rate", "currency", d.Currency, "on", d.On.String()).In("currency")
	}
	if d.Amount > most {
		return kernel.Invalid("receivable.bad_amount").In("amount")
	}
	return nil
}

// before is the paper of this number that stands; it is refused if it says something else.
func (s *Service) before(tx *db.Tx, d *Document) (Document, bool, error) {
	known, err := numbered(tx, d.Account, d.Kind, d.Number)
	if err != nil {
		return *d, false, err
	}
	for i := range known {
		d.Turn = max(d.Turn, known[i].Turn+1)
		gone, err := numbered(tx, d.Account, reversal, known[i].ID.String())
		switch {
		case err != nil:
			return *d, false, err
		case len(gone) > 0:
		case known[i].same(d):
			return known[i], true, nil
		default:
			return *d, false, kernel.Refused("receivable.other_same_number", "number", d.Number).In("number")
		}
	}
	n, err := brought(tx, d.Account, d.Kind, d.Number)
	if err == nil && n > 0 {
		err = kernel.Refused("receivable.imported_already", "number", d.Number).In("number")
	}
	if err == nil && (d.Kind == Receipt || d.Kind == Bill) {
		err = s.elsewhere(tx, d)
	}
	return *d, false, err
}

// elsewhere refuses money under a bank's reference that another account's money bears: the
// bank sent it once. Who divides a transfer among accounts numbers its parts.
func (s *Service) elsewhere(tx *db.Tx, d *Document) error {
	bearing, err := s.ledger.Bearing(tx, []string{d.Number})
	if err != nil || !slices.ContainsFunc(bearing[d.Number], func(id kernel.ID) bool { return id != d.Account }) {
		return err
	}
	return kernel.Refused("receivable.reference_elsewhere", "number", d.Number).In("number")
}

// fits refuses a credit note or a write-off that is larger than what is left of the
// invoice that it names.
func (s *Service) fits(tx *db.Tx, d *Document) error {
	if d.Reference == "" || d.Kind != Credit && d.Kind != Writeoff && d.Kind != Setoff {
		return nil
	}
	documents, err := s.documents(tx, d.Account, At{})
	var left int64
	found := false
	for i := range documents {
		o := &documents[i]
		switch {
		case o.Kind == Invoice && o.Number == d.Reference:
			left, found = left+o.Amount, true
		case (o.Kind == Credit || o.Kind == Writeoff || o.Kind == Setoff) && o.Reference == d.Reference:
			left -= o.Amount
		}
	}
	switch {
	case err != nil:
		return err
	case !found:
		return kernel.Refused("receivable.no_such_invoice", "number", d.Reference).In("reference")
	case d.Amount > left:
		return kernel.Refused("receivable.more_than_invoice", "number", d.Reference).In("amount")
	}
	return nil
}

// TakeBack is Reverse in a transaction of its own.
func (s *Service) TakeBack(ctx context.Context, account, id kernel.ID, reason string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error { return s.Reverse(tx, account, id, reason) })
}

// Reverse takes a paper back that was booked here: everything is as if it had not
// been, but for those who ask what was known before.
func (s *Service) Reverse(tx *db.Tx, account, id kernel.ID, reason string) error {
	if err := alone(tx, account); err != nil {
		return err
	}
	all, err := papers(tx, account)
	if err != nil {
		return err
	}
	for i := range all {
		if all[i].ID != id {
			continue
		}
		if all[i].until != 0 {
			return kernel.Refused("receivable.reversed_already")
		}
		return s.reverse(tx, all[i], reason)
	}
	return kernel.Missing("db.missing")
}

func (s *Service) reverse(tx *db.Tx, d Document, reason string) error {
	if err := s.reversePair(tx, d, reason); err != nil {
		return err
	}
	return s.reverseOne(tx, d, reason)
}

func (s *Service) reverseOne(tx *db.Tx, d Document, reason string) error {
	viewer, _ := identity.From(tx.Context())
	r := Document{ID: kernel.NewID(), Account: d.Account, Kind: reversal, Number: d.ID.String(), On: d.On, Amount: d.Amount, Note: reason,
		Reverses: d.ID, Booked: max(s.now(), d.Booked+1), By: viewer.ID}
	if err := add(tx, r); err != nil {
		return err
	}
	return s.told(tx, "receivable.reversed", d.Account, map[string]any{"id": d.ID, "kind": d.Kind, "number": d.Number, "reason": reason})
}

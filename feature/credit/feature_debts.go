package credit

import (
	"erba/analysis/receivable"
	"erba/feature/collection"
	owed "erba/feature/receivable"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
)

// debts is what is known of what accounts owe.
func debts(k *app.Kit) Debts {
	s := owed.New(k)
	return Debts{
		Owed: func(tx *db.Tx, account kernel.ID, on kernel.Date) (Owed, error) {
			if on == kernel.Today() {
				e, err := s.Exposure(tx, account)
				return owing(e), err
			}
			a, err := s.Of(tx, account, owed.At{On: on})
			if err != nil {
				return Owed{}, err
			}
			return owing(a.Exposure), nil
		},
		Standing: func(tx *db.Tx, account kernel.ID, on kernel.Date) (*receivable.Standing, error) {
			a, err := s.Of(tx, account, owed.At{On: on})
			if err != nil {
				return nil, err
			}
			return &a.Standing, nil
		},
		Delivered: func(tx *db.Tx, account kernel.ID, since map[string]int64) (map[string]int64, error) {
			a, err := s.Of(tx, account, owed.At{})
			if err != nil {
				return nil, err
			}
			return named(a.Documents, since), nil
		},
		Stopped: func(tx *db.Tx, account kernel.ID) (bool, error) {
			_, since, err := collection.New(k).Stopped(tx, account)
			return !since.IsZero(), err
		},
	}
}

func owing(e owed.Exposure) Owed {
	return Owed{Receivable: e.Receivable, Shipped: e.Shipped, Bills: e.Bills, Worst: e.Worst}
}

// named is how much of each order was delivered or invoiced since it was checked,
// whichever is more: what was delivered is invoiced later. A paper that was there
// before belongs to another order of that number.
func named(all []owed.Document, since map[string]int64) map[string]int64 {
	sums := map[string]map[string]int64{owed.Shipment: {}, owed.Invoice: {}}
	for i := range all {
		d := &all[i]
		number := orderOf(d)
		if from, asked := since[number]; asked && d.Booked >= from && sums[d.Kind] != nil {
			sums[d.Kind][number] += d.Amount
		}
	}
	most := sums[owed.Invoice]
	for number, amount := range sums[owed.Shipment] {
		most[number] = max(most[number], amount)
	}
	return most
}

// orderOf is the number of the order that a paper names; that of a shipment may be its own.
func orderOf(d *owed.Document) string {
	if d.Reference == "" && d.Kind == owed.Shipment {
		return d.Number
	}
	return d.Reference
}

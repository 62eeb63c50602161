package portfolio

import (
	"context"

	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
)

// Lending tells how long money of all accounts was out. As long as nothing has
// changed, its answer is the same one.
type Lending func(ctx context.Context) (*Claims, error)

// LentBy has somebody tell what accounts owed; where nobody does, it is not known.
func (s *Service) LentBy(l Lending) { s.lending = l }

// lent is what accounts owed.
func (s *Service) lent(ctx context.Context) (*Claims, error) {
	if s.lending == nil {
		return noClaims, nil
	}
	return s.lending(system(ctx))
}

// owed are the same columns with other claims.
func (c *Columns) owed(claims *Claims) *Columns {
	if c.money.claims == claims {
		return c
	}
	next := *c
	next.money = c.money.beside()
	next.money.claims = claims
	return &next
}

// Settling tells what was settled with accounts outside the invoice. What was settled
// is never changed, so how many there are says whether there is something new.
type Settling interface {
	Settlements(tx *db.Tx) (int64, error)
	EachSettled(tx *db.Tx, take func(account kernel.ID, on kernel.Date, kind string, amount int64)) error
}

// SettledBy has somebody tell what was settled.
func (s *Service) SettledBy(f Settling) { s.fees = f }

// settled is how much was settled.
func (s *Service) settled(tx *db.Tx) (int64, error) {
	if s.fees == nil {
		return 0, nil
	}
	return s.fees.Settlements(tx)
}

// loadMoney reads what was put into accounts since a revision, and what was settled
// with them: that may have gone to another account.
func (s *Service) loadMoney(tx *db.Tx, next *Columns, since, many int64) error {
	m, rows := next.money, []Spent{}
	err := s.ledger.CostMonths(tx, since, func(one *ledger.CostMonth) error {
		rows = append(rows, spentOf(one)...)
		return nil
	})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		m.recorded = m.recorded.With(rows)
	}
	if m.fees, err = s.loadFees(tx, many); err == nil {
		m.spent = m.recorded.but(m.fees)
	}
	return err
}

func (s *Service) loadFees(tx *db.Tx, many int64) (*Fees, error) {
	if many == 0 {
		return noFees, nil
	}
	var rows []Spent
	err := s.fees.EachSettled(tx, func(account kernel.ID, on kernel.Date, kind string, amount int64) {
		if slot, known := inMoney(kind); known {
			rows = append(rows, Spent{account, int16(numberOf(on)), slot, amount})
		}
	})
	return newFees(many, rows), err
}

// spentOf is a row of the roll-up by its slots; one of value 0 says that the
// account was touched.
func spentOf(m *ledger.CostMonth) []Spent {
	one := Spent{Account: m.Account, Number: int16(m.Month)}
	all := []Spent{}
	if slot, ok := inMoney(m.Kind); ok && m.Amount != 0 {
		all = append(all, Spent{one.Account, one.Number, slot, m.Amount})
	}
	if slot, ok := inHours(m.Kind, ledger.Whose(m.Kind, m.Person)); ok && m.Hours.Micro() != 0 {
		all = append(all, Spent{one.Account, one.Number, slot, m.Hours.Micro()})
	}
	if len(all) == 0 {
		all = append(all, one)
	}
	return all
}

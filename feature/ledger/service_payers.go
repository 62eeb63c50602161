package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Asking finds the accounts of some words.
type Asking func(tx *db.Tx, words []string) ([]Paying, error)

// Money is what another feature knows of money that came in: for whom somebody has
// paid, and which accounts have money under a reference.
type Money struct{ Payers, Bearing Asking }

// KnowMoney lets the ledger ask another feature, too.
func (s *Service) KnowMoney(m Money) { s.money = m }

// PaidFor are the accounts for which some have paid before: the names of payers are
// learned from the papers that bear them, and forgotten with them.
func (s *Service) PaidFor(tx *db.Tx, names []string) (map[string][]kernel.ID, error) {
	return ask(tx, names, payers, s.money.Payers)
}

// Bearing are the accounts that have money under some references.
func (s *Service) Bearing(tx *db.Tx, numbers []string) (map[string][]kernel.ID, error) {
	return ask(tx, numbers, bearing, s.money.Bearing)
}

// ask gathers what several say of some words.
func ask(tx *db.Tx, words []string, all ...Asking) (map[string][]kernel.ID, error) {
	found := map[string][]kernel.ID{}
	for part := range slices.Chunk(words, askedAt) {
		for _, one := range all {
			if one == nil {
				continue
			}
			some, err := one(tx, part)
			if err != nil {
				return nil, err
			}
			for _, p := range some {
				if !slices.Contains(found[p.Word], p.Account) {
					found[p.Word] = append(found[p.Word], p.Account)
				}
			}
		}
	}
	return found, nil
}

// Exceeded are the numbers of invoices of which a batch credits more than they are.
func (s *Service) Exceeded(tx *db.Tx, batch kernel.ID) ([]string, error) { return exceeded(tx, batch) }

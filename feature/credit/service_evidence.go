package credit

import (
	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Paying is how late an account paid on average what was due within a year, and how
// many claims that were, for who judges a deal with it. The viewer of tx must read what
// it owes.
func (s *Service) Paying(tx *db.Tx, account kernel.ID) (late null.Number, claims int, err error) {
	if err := s.Accounts.Require(tx, account); err != nil {
		return null.None, 0, err
	}
	today := s.today()
	standing, err := s.Debts.Standing(identity.Whole(tx), account, today)
	if err != nil {
		return null.None, 0, err
	}
	late, claims = receivable.Late(standing.Items, today.AddMonths(-12), today)
	return late, claims, nil
}

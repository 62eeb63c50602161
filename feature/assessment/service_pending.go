package assessment

import (
	"context"

	"erba/analysis/qualification"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Unjudged are the open deals in sight that nobody has judged at the step where they
// are, and how many are open (method M94, step 6).
func (s *Service) Unjudged(tx *db.Tx) (deals []opportunity.Deal, open int, err error) {
	sheets, err := standing(tx, qualification.Four, qualification.Quick)
	if err != nil {
		return nil, 0, err
	}
	at := map[kernel.ID]string{}
	for _, one := range sheets {
		at[one.Deal] = one.Process + "/" + one.Stage
	}
	return deals, open, s.Deals.Each(tx, opportunity.Filter{State: []string{opportunity.Going}}, func(d opportunity.Deal) error {
		open++
		if at[d.ID] != d.Process+"/"+d.Stage {
			deals = append(deals, d)
		}
		return nil
	})
}

// Pending are the accounts with an open deal that nobody has judged at the step where
// it is, how many such deals have no account, and how many are open.
func (s *Service) Pending(ctx context.Context) (accounts []kernel.ID, loose, open int, err error) {
	err = s.db.Read(identity.Under(ctx, reading), func(tx *db.Tx) error {
		deals, n, err := s.Unjudged(tx)
		open = n
		named := map[kernel.ID]bool{{}: true}
		for _, d := range deals {
			if d.Account.IsZero() {
				loose++
			}
			if !named[d.Account] {
				named[d.Account], accounts = true, append(accounts, d.Account)
			}
		}
		return err
	})
	return accounts, loose, open, err
}

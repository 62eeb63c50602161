package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// LastCosts is the day on which something of some kinds was last put into accounts
// in sight; one into which nothing was is left out.
func (s *Service) LastCosts(tx *db.Tx, kinds []string, accounts []kernel.ID) (map[kernel.ID]kernel.Date, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	found := map[kernel.ID]kernel.Date{}
	return found, lastCosts(tx, kinds, accounts, hidden, func(account kernel.ID, on kernel.Date) { found[account] = on })
}

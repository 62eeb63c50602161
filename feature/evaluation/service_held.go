package evaluation

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// InForceAll are the classes of a model that count today, of the accounts in
// sight; where classes are named, only of those that hold one of them.
func (s *Service) InForceAll(tx *db.Tx, model string, those ...string) (map[kernel.ID]string, error) {
	found := map[kernel.ID]string{}
	err := holders(tx, model, those, func(account kernel.ID, class string) { found[account] = class })
	if err != nil {
		return nil, err
	}
	byHand, err := sets(tx)
	for _, one := range byHand {
		switch {
		case one.Model != model || !one.Holds(s.today()):
		case len(those) == 0 || slices.Contains(those, one.Class):
			found[one.Account] = one.Class
		default:
			delete(found, one.Account)
		}
	}
	return found, err
}

package ledger

import (
	"erba/feature/account"
	"erba/platform/db"
)

// leaving keeps accounts on which something is booked: an import that opened
// them cannot be taken back before what was booked.
func (s *Service) leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := booked(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "ledger.booked_on")
	}
	return err
}

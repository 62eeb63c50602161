package portfolio

import (
	"erba/feature/account"
	"erba/platform/db"
)

// leaving keeps accounts that somebody has judged. What was computed of the
// others goes by itself.
func (s *Service) leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := judgedAmong(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "portfolio.judged_on")
	}
	return err
}

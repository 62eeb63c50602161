package contact

import (
	"erba/kernel"
	"erba/platform/db"
)

// EachSeat calls f with the department and the rank of every contact in sight who
// still works at his account: for those who look at all accounts at once.
func (s *Service) EachSeat(tx *db.Tx, f func(contact kernel.ID, department string, rank int)) error {
	return eachSeat(tx, f)
}

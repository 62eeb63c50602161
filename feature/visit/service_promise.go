package visit

import (
	"erba/feature/commitment"
	"erba/kernel"
	"erba/platform/db"
)

// promise writes down what was promised at a visit, on its day however late its report
// comes, and counts what the customer did.
func (s *Service) promise(tx *db.Tx, v Visit, all []Promise) (theirs int64, err error) {
	for i, p := range all {
		_, err := s.Commitments.Add(tx, commitment.Commitment{Account: v.Account, Visit: v.ID, Contact: p.Contact, User: p.User, By: p.By, Text: p.Text, Due: p.Due,
			Made: v.Executed})
		if err != nil {
			return 0, kernel.Within(place("promises", i), err)
		}
		if p.By == commitment.Customer {
			theirs++
		}
	}
	return theirs, nil
}

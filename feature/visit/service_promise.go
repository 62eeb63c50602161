package visit

import (
	"erba/kernel"
	"erba/platform/db"
)

// promise writes down what was promised at a visit, and counts what the customer did.
func (s *Service) promise(_ *db.Tx, v Visit, all []Promise) (theirs int64, err error) {
	for i, p := range all {
		if short(p.Text) || p.Due.IsZero() {
			return 0, kernel.Invalid("visit.bad_promise").In(place("promises", i))
		}
		if p.By == "customer" {
			theirs++
		}
	}
	return theirs, nil
}

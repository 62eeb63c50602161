package fee

import (
	"erba/kernel"
	"erba/platform/db"
)

// Settlements is how many payments were ever booked: none is ever changed.
func (s *Service) Settlements(tx *db.Tx) (int64, error) { return countBookings(tx) }

// EachSettled calls take for what was paid to accounts on a day, by the kinds of cost
// of a contribution (method M26); what was taken back is taken off on its own day.
func (s *Service) EachSettled(tx *db.Tx, take func(account kernel.ID, on kernel.Date, kind string, amount int64)) error {
	c, err := s.Config(tx)
	if err != nil {
		return err
	}
	all, err := paidOn(tx)
	for _, one := range all {
		take(one.Account, one.On, c.Cost(one.Type), one.Amount)
	}
	return err
}

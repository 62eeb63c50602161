package pool

import (
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// deliver hands over what was promised for today. Who has left meanwhile, or may own
// nothing any more, gets nothing: it lies in the pool as before.
func (s *Service) deliver(tx *db.Tx) error {
	all, err := due(tx, s.today())
	for _, one := range all {
		if err == nil {
			err = s.redeem(tx, one, one.Reserved)
		}
	}
	return err
}

// redeem keeps the promise of one account, or takes it back.
func (s *Service) redeem(tx *db.Tx, one row, to kernel.ID) error {
	u, err := s.users.User(tx.Context(), to)
	if err != nil {
		return err
	}
	verb := "pool.delivered"
	if s.owns(u) {
		err = s.give(tx, one, to, assigned)
	} else {
		verb, err = "pool.not_delivered", reserve(tx, one.Stay.ID, kernel.ID{}, kernel.Date{})
	}
	if err != nil {
		return err
	}
	return audit.Note(tx, verb, "account", one.Account, moved{Account: one.Account, User: to})
}

package portfolio

import (
	"errors"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// merged lets what is said of an account go with it into another one: its
// nominations, the estimates and quarters and the place in the register that the
// other one has not.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	all := identity.Whole(tx)
	if err := bring(all, e); err != nil {
		return err
	}
	status, listed, err := entry(all, e.From)
	if err != nil {
		return err
	}
	if _, already, err := entry(all, e.Into); err != nil || already || !listed {
		return errors.Join(err, s.touched(all))
	}
	status.Account = e.Into
	if err := noteMoved(all, e.Merge, e.Into); err != nil {
		return err
	}
	return s.List(all, status)
}

// bring moves the rows that one account has and the other needs.
func bring(tx *db.Tx, e account.Merged) error {
	for _, moves := range []func(tx *db.Tx, merge, from, into kernel.ID) error{move, lend, lendQuarters} {
		if err := moves(tx, e.Merge, e.From, e.Into); err != nil {
			return err
		}
	}
	return nil
}

// parted undoes it.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	all := identity.Whole(tx)
	listed, err := hasMoved(all, e.Merge, e.Into)
	if err != nil {
		return err
	}
	if listed {
		err = s.Unlist(all, e.Into)
	}
	return errors.Join(err, takeBack(all, e.Merge, e.From), takeBackQuarters(all, e.Merge, e.Into),
		moveBack(all, e.Merge, e.From), s.touched(all))
}

// entry is the place of an account in the register, if it has one.
func entry(tx *db.Tx, account kernel.ID) (Status, bool, error) {
	status, err := statusOf(tx, account)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return status, false, nil
	}
	return status, err == nil, err
}

// listen follows what happens to accounts.
func (s *Service) listen() {
	event.On(s.events, s.leaving)
	event.On(s.events, s.merged)
	event.On(s.events, s.parted)
}

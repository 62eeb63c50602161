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
// nominations, and its place in the register if that has none.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	all := whole(tx)
	if err := move(all, e.Merge, e.From, e.Into); err != nil {
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

// parted undoes it.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	all := whole(tx)
	listed, err := hasMoved(all, e.Merge, e.Into)
	if err != nil {
		return err
	}
	if listed {
		err = s.Unlist(all, e.Into)
	}
	return errors.Join(err, moveBack(all, e.Merge, e.From), s.touched(all))
}

// entry is the place of an account in the register, if it has one.
func entry(tx *db.Tx, account kernel.ID) (Status, bool, error) {
	status, err := statusOf(tx, account)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return status, false, nil
	}
	return status, err == nil, err
}

// whole is the same transaction with every account in sight: what is said of one
// goes with it, whoever merges. The user stays the same.
func whole(tx *db.Tx) *db.Tx { return tx.As(db.WithViewer(tx.Context(), identity.System())) }

// listen follows what happens to accounts.
func (s *Service) listen() {
	event.On(s.events, s.leaving)
	event.On(s.events, s.merged)
	event.On(s.events, s.parted)
}

package collection

import (
	"context"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Stop has nothing delivered to an account on credit until somebody lifts it.
func (s *Service) Stop(ctx context.Context, account kernel.ID, reason string) (one Stop, err error) {
	if err := reasoned(reason, "reason"); err != nil {
		return one, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, account); err != nil {
			return err
		}
		one, err = s.stop(tx, Stop{Account: account, Reason: strings.TrimSpace(reason), By: me(tx)})
		return err
	})
	return one, err
}

func (s *Service) stop(tx *db.Tx, one Stop) (Stop, error) {
	there, err := stopped(tx, one.Account)
	if err != nil {
		return one, err
	}
	if len(there) > 0 {
		return one, kernel.Refused("collection.stopped_already", "since", there[0].Since.String())
	}
	one.ID, one.Since, one.Version = kernel.NewID(), s.today(), 1
	if err := addStop(tx, one); err != nil {
		return one, err
	}
	return one, audit.Changed(tx, "collection.stopped", "account", one.Account, nil, one)
}

// Lift has goods delivered on credit again, for a reason.
func (s *Service) Lift(ctx context.Context, account, id kernel.ID, version int64, reason string) (one Stop, err error) {
	if err := reasoned(reason, "lifting"); err != nil {
		return one, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if one, err = findStop(tx, account, id); err != nil {
			return err
		}
		if !one.Lifted.IsZero() {
			return kernel.Refused("collection.lifted_already")
		}
		one.Version = version
		one, err = s.lift(tx, one, strings.TrimSpace(reason), me(tx))
		return err
	})
	return one, err
}

func (s *Service) lift(tx *db.Tx, one Stop, reason string, by kernel.ID) (Stop, error) {
	before := one
	one.Lifted, one.Lifting, one.Lifter = s.today(), reason, by
	if err := lift(tx, one); err != nil {
		return one, err
	}
	one.Version++
	return one, audit.Changed(tx, "collection.lifted", "account", one.Account, before, one)
}

// The reasons of the program, as text keys: it stops what is too late, and lifts
// what it stopped.
const (
	late = "collection.too_late"
	paid = "collection.paid"
)

// Watch stops delivery to an account that is late for so long, unless somebody has
// lifted it for the same invoice, and lifts what the program stopped once it is paid.
func (s *Service) Watch(tx *db.Tx, account kernel.ID) error {
	ways, err := s.ways(tx, account)
	if err != nil {
		return err
	}
	st, err := s.stand(tx, account)
	if err != nil {
		return err
	}
	all, err := stops(tx, account)
	if err != nil {
		return err
	}
	number := ways.stopping(st.debts)
	for _, one := range all {
		switch {
		case one.Lifted.IsZero() && one.Number != "" && ways.stopping(undisputed(st.debts)) == "":
			_, err := s.lift(tx, one, paid, kernel.ID{})
			return err
		case one.Lifted.IsZero() || one.Number == number:
			return nil
		}
	}
	if number == "" {
		return nil
	}
	_, err = s.stop(tx, Stop{Account: account, Number: number, Reason: late})
	return err
}

// undisputed are debts as if nobody disputed them: to dispute an invoice is not to pay it.
func undisputed(debts []Debt) []Debt {
	all := slices.Clone(debts)
	for i := range all {
		all[i].Disputed = 0
	}
	return all
}

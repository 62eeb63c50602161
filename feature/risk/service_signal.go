package risk

import (
	"cmp"
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Accept makes a risk of a signal: what it proposes counts, as likely and as bad as
// who accepts it says, and never less likely than proposed. version is that of the
// signal, r.Version that of the judgement that it replaces.
func (s *Service) Accept(ctx context.Context, id kernel.ID, version int64, r Risk) (out Rated, err error) {
	return out, s.db.Write(ctx, func(tx *db.Tx) error {
		one, err := s.decided(tx, id, version)
		if err != nil {
			return err
		}
		cfg, _, err := s.settings(tx)
		if err != nil {
			return err
		}
		r.Account, r.Cause = one.Account, one.Cause
		if r.Probability < one.Probability {
			return kernel.Invalid("risk.less_likely", "least", one.Probability).In("probability")
		}
		if r, err = s.judge(tx, &cfg, r, "risk.judged"); err != nil {
			return err
		}
		out = rated(r, &cfg, s.today())
		one.State = Accepted
		return s.end(tx, one, "risk.accepted")
	})
}

// Decline says why a signal is no risk; it is not proposed again for a while.
func (s *Service) Decline(ctx context.Context, id kernel.ID, version int64, reason string) (one Signal, err error) {
	return one, s.db.Write(ctx, func(tx *db.Tx) error {
		if one, err = s.decided(tx, id, version); err != nil {
			return err
		}
		if err := one.decline(reason); err != nil {
			return err
		}
		if err := s.end(tx, one, "risk.declined"); err != nil {
			return err
		}
		one, err = findSignal(tx, id)
		return err
	})
}

// decided is a signal that somebody decides about now.
func (s *Service) decided(tx *db.Tx, id kernel.ID, version int64) (Signal, error) {
	one, err := findSignal(tx, id)
	switch {
	case err != nil:
		return one, err
	case one.State != Proposed:
		return one, kernel.Refused("risk.decided")
	case one.Version != version:
		return one, kernel.Stale("db.stale")
	}
	viewer, _ := identity.From(tx.Context())
	one.ByID, one.By, one.Decided = viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	return one, nil
}

func (s *Service) end(tx *db.Tx, one Signal, verb string) error {
	if err := replaceSignal(tx, one); err != nil {
		return err
	}
	return audit.Note(tx, verb, "account", one.Account, one)
}

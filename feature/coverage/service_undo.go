package coverage

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Undo gives accounts back to whom an applied trial took them from; hand-overs that
// wait are off. What belongs to somebody else by now stays there.
func (s *Service) Undo(ctx context.Context, id kernel.ID, version int64) (Trying, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		t, err := trial(tx, id, author(ctx))
		if err != nil {
			return err
		}
		if t.State != Applied {
			return kernel.Refused("coverage.not_applied")
		}
		all := identity.Whole(tx) // what waits is off, whoever the account belongs to by now
		moves, err := movesOf(all, id)
		if err != nil {
			return err
		}
		t.State, t.Version = Undone, version
		if err := replaceTrial(tx, t); err != nil {
			return err
		}
		if err := s.recall(all, t, moves); err != nil {
			return err
		}
		if err := turn(all, id, Back, accountsOf(moves, Pending)); err != nil {
			return err
		}
		if err := s.giveBack(tx, t, moves); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.undone", "trial", id, map[string]any{"moves": len(moves)})
	})
	if err != nil {
		return Trying{}, err
	}
	return s.Trial(ctx, id)
}

// recall takes whoever waits for an account out of its team, if he came into it for
// that.
func (s *Service) recall(tx *db.Tx, t Trial, moves []Move) error {
	members, err := identity.Memberships(tx, accountsOf(moves, Pending)...)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if m.State == Pending && slices.ContainsFunc(members, func(o identity.Member) bool {
			return o.Row == m.Account && o.User == m.To && !o.Owner && o.From == t.HandOver
		}) {
			if err := identity.Release(tx, m.Account, m.To); err != nil {
				return err
			}
		}
	}
	return nil
}

// giveBack hands back what was handed over and still is where it went, to whoever
// is still there.
func (s *Service) giveBack(tx *db.Tx, t Trial, moves []Move) error {
	users, err := s.users.Users(system(tx.Context()))
	if err != nil {
		return err
	}
	var reversed []Move
	for _, m := range moves {
		at := slices.IndexFunc(users, func(u identity.User) bool { return u.ID == m.From })
		if m.State == Done && (m.From.IsZero() || at >= 0 && users[at].Active) {
			m.From, m.To = m.To, m.From
			reversed = append(reversed, m)
		}
	}
	kept, _, err := s.free(tx, reversed)
	if err != nil {
		return err
	}
	if err := s.hand(tx, kept, func(m Move) kernel.ID { return m.To }); err != nil {
		return err
	}
	return s.noted(tx, t, Back, kept, nil)
}

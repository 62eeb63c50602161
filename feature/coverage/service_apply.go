package coverage

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Apply lets a trial take effect on a day: today at once, later by itself. From
// that day on who gets an account is in its team, whether the night has passed or
// not. What meanwhile belongs to somebody else stays where it is, and is said.
func (s *Service) Apply(ctx context.Context, id kernel.ID, version int64, on kernel.Date) (Trying, error) {
	today := s.today()
	if on.IsZero() {
		on = today
	}
	if on.Compare(today) < 0 || on.Days(today) > furthest {
		return Trying{}, kernel.Invalid("coverage.bad_handover", "days", furthest)
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		t, err := trial(tx, id, author(ctx))
		if err != nil {
			return err
		}
		moves, err := movesOf(tx, id)
		switch {
		case err != nil:
			return err
		case t.State != Open:
			return kernel.Refused("coverage.not_open")
		case len(moves) == 0:
			return kernel.Refused("coverage.no_moves")
		}
		if taken, err := spoken(tx, accountsOf(moves, Planned)); err != nil || len(taken) > 0 {
			return cmp.Or(err, error(kernel.Refused("coverage.spoken_for", "count", len(taken))))
		}
		if err := s.receive(ctx, moves); err != nil {
			return err
		}
		t.State, t.Applier, t.HandOver, t.Version = Applied, user(ctx), on, version
		if err := replaceTrial(tx, t); err != nil {
			return err
		}
		if err := audit.Note(tx, "coverage.applied", "trial", id, map[string]any{"on": on, "moves": len(moves)}); err != nil {
			return err
		}
		if on.Compare(today) > 0 {
			return s.announce(tx, t, moves)
		}
		return s.exchange(tx, t, moves)
	})
	if err != nil {
		return Trying{}, err
	}
	return s.Trial(ctx, id)
}

// receive wants everybody who gets an account to be there still, and to be one of
// the viewer's.
func (s *Service) receive(ctx context.Context, moves []Move) error {
	gone, elsewhere, err := s.absent(ctx, moves)
	switch {
	case err != nil:
		return err
	case len(gone) > 0:
		return kernel.Refused("coverage.receiver_left")
	case len(elsewhere) > 0:
		return kernel.Refused("coverage.receiver_elsewhere")
	}
	return nil
}

// announce puts who gets an account into its team from the day on; what may not be
// assigned by the viewer is lost.
func (s *Service) announce(tx *db.Tx, t Trial, moves []Move) error {
	kept, lost, err := s.free(tx, moves)
	if err != nil {
		return err
	}
	members, err := identity.Memberships(tx, accountsOf(kept, Planned)...)
	if err != nil {
		return err
	}
	for _, m := range kept {
		if slices.ContainsFunc(members, func(o identity.Member) bool { return o.Row == m.Account && o.User == m.To }) {
			continue
		}
		if err := identity.Enlist(tx, identity.Member{Row: m.Account, User: m.To, Role: "sales", From: t.HandOver}); err != nil {
			return err
		}
	}
	if err := turn(tx, t.ID, Lost, accountsOf(lost, Planned)); err != nil {
		return err
	}
	return turn(tx, t.ID, Pending, accountsOf(kept, Planned))
}

// free tells moves of accounts that still belong to whom they are taken from, and
// that the viewer may assign, from all others.
func (s *Service) free(tx *db.Tx, moves []Move) (kept, lost []Move, err error) {
	ids := make([]kernel.ID, len(moves))
	for i, m := range moves {
		ids[i] = m.Account
	}
	now, err := owners(identity.As(tx, exchanging), ids)
	for _, m := range moves {
		if owner, seen := now[m.Account]; seen && owner == m.From {
			kept = append(kept, m)
		} else {
			lost = append(lost, m)
		}
	}
	return kept, lost, err
}

// exchange hands the accounts of moves over, and notes which it could not.
func (s *Service) exchange(tx *db.Tx, t Trial, moves []Move) error {
	kept, lost, err := s.free(tx, moves)
	if err != nil {
		return err
	}
	if err := s.hand(tx, kept, func(m Move) kernel.ID { return m.To }); err != nil {
		return err
	}
	return s.noted(tx, t, Done, kept, lost)
}

// noted writes down what became of moves, whoever may see their accounts by now. Who
// waited for one that is lost waits no more.
func (s *Service) noted(tx *db.Tx, t Trial, state string, kept, lost []Move) error {
	all := identity.Whole(tx)
	if err := s.recall(all, t, lost); err != nil {
		return err
	}
	if err := turn(all, t.ID, state, accountsOf(kept, Planned, Pending, Done)); err != nil {
		return err
	}
	return turn(all, t.ID, Lost, accountsOf(lost, Planned, Pending, Done))
}

// hand gives the accounts of moves to somebody each, as many at once as go to the
// same one.
func (s *Service) hand(tx *db.Tx, moves []Move, to func(Move) kernel.ID) error {
	by, order := map[kernel.ID][]kernel.ID{}, []kernel.ID{}
	for _, m := range moves {
		if _, there := by[to(m)]; !there {
			order = append(order, to(m))
		}
		by[to(m)] = append(by[to(m)], m.Account)
	}
	for _, user := range order {
		if err := s.accounts.Hand(identity.As(tx, exchanging), user, by[user]...); err != nil {
			return err
		}
	}
	return nil
}

// HandOver lets hand-overs take effect whose day has come, on behalf of whoever
// applied their trials, with the rights that he has by now.
func (s *Service) HandOver(ctx context.Context) error {
	var all []Trial
	err := s.db.Read(system(ctx), func(tx *db.Tx) (err error) {
		all, err = due(tx, s.today())
		return err
	})
	for _, t := range all {
		if err != nil {
			return err
		}
		err = s.takeEffect(ctx, t)
	}
	return err
}

func (s *Service) takeEffect(ctx context.Context, t Trial) error {
	viewer, err := s.users.Viewer(ctx, t.Applier)
	_, gone := errors.AsType[*kernel.Fault](err)
	switch {
	case gone:
		viewer = identity.System()
	case err != nil:
		return err
	}
	return s.db.Write(identity.With(ctx, viewer.For(arranging)), func(tx *db.Tx) error {
		moves, err := movesOf(tx.As(system(ctx)), t.ID)
		if err != nil {
			return err
		}
		moves = slices.DeleteFunc(moves, func(m Move) bool { return m.State != Pending })
		left, elsewhere, err := s.absent(tx.Context(), moves)
		if err != nil {
			return err
		}
		lost := append(left, elsewhere...)
		if gone {
			lost = moves
		}
		if err := s.noted(tx, t, Done, nil, lost); err != nil {
			return err
		}
		staying := slices.DeleteFunc(slices.Clone(moves), func(m Move) bool { return slices.Contains(lost, m) })
		if err := s.exchange(tx, t, staying); err != nil {
			return err
		}
		return audit.Note(tx, "coverage.handed_over", "trial", t.ID, map[string]any{"moves": len(staying)})
	})
}

// absent are moves to who can no longer sign in, and to who is no longer one of the
// viewer's.
func (s *Service) absent(ctx context.Context, moves []Move) (gone, elsewhere []Move, err error) {
	users, err := s.users.Users(system(ctx))
	viewer, _ := identity.From(ctx)
	led := s.led(viewer, users)
	for _, m := range moves {
		at := slices.IndexFunc(users, func(u identity.User) bool { return u.ID == m.To })
		switch {
		case at < 0 || !users[at].Active:
			gone = append(gone, m)
		case !led(users[at]):
			elsewhere = append(elsewhere, m)
		}
	}
	return gone, elsewhere, err
}

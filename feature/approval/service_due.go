package approval

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// What users are told without asking.
const (
	waiting = "waiting" // it takes effect unless somebody refuses it
	ended   = "ended"   // their own proposal has come to its end
	remind  = "remind"  // they should decide soon
)

// wait lets a proposal take effect by itself later, if its kind says so and
// fewer than two could decide; never what somebody proposes for himself.
func (s *Service) wait(tx *db.Tx, k declared, p *Proposal) error {
	if k.Wait == 0 || p.Benefits == p.By || !p.For.IsZero() {
		return nil
	}
	few, err := s.few(tx, *p)
	if few && err == nil {
		p.Effect = s.now().Add(k.Wait).UnixMicro()
	}
	return err
}

// few reports whether fewer than two users could decide.
func (s *Service) few(tx *db.Tx, p Proposal) (bool, error) {
	able, err := s.deciders(tx, p)
	return len(able) < 2, err
}

// deciders are the users who could take the next step of a proposal.
func (s *Service) deciders(tx *db.Tx, p Proposal) (able []kernel.ID, err error) {
	err = s.each(tx, func(v voice) error {
		ok, err := v.grasps(p, p.Needs)
		if ok && v.who.Check(p, nil) == nil {
			able = append(able, v.who.User)
		}
		return err
	})
	return able, err
}

// each calls f with the voice of every user who can sign in.
func (s *Service) each(tx *db.Tx, f func(voice) error) error {
	users, err := s.users.Users(tx.Context())
	for _, u := range users {
		if err != nil || !u.Active {
			continue
		}
		viewer, wrong := s.users.Viewer(tx.Context(), u.ID)
		viewer = viewer.For(deciding)
		if err = wrong; err == nil {
			err = f(voice{Who{User: u.ID}, viewer, tx.As(identity.With(tx.Context(), viewer))})
		}
	}
	return err
}

// announce tells all directors of what takes effect by itself, and sees to it that it does.
func (s *Service) announce(tx *db.Tx, p Proposal) error {
	if p.Effect == 0 {
		return nil
	}
	err := s.each(tx, func(v voice) error {
		if !v.viewer.Is(identity.Director) {
			return nil
		}
		return s.notify(tx, p, waiting, v.who.User)
	})
	if err != nil {
		return err
	}
	return s.jobs.AddAt(s.system(tx).tx, effect, p.ID, p.Effect)
}

// tell says to those who want it that it has come to its end.
func (s *Service) tell(tx *db.Tx, p Proposal) error {
	if p.State == Proposed || p.State == Withdrawn {
		return nil
	}
	for _, user := range []kernel.ID{p.By, p.For} {
		if err := s.notify(tx, p, ended, user); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) notify(tx *db.Tx, p Proposal, what string, user kernel.ID) error {
	if user.IsZero() {
		return nil
	}
	return note(tx, Notice{ID: kernel.NewID(), Proposal: p.ID, User: user, What: what, At: s.now().UnixMicro()})
}

// TakeEffect carries out what waited long enough, if there are still too few
// who could decide. With more of them it waits for their decision.
func (s *Service) TakeEffect(ctx context.Context, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		as := s.system(tx)
		p, err := find(as.tx, id, db.If(false, ""))
		if err != nil || p.State != Proposed {
			return err
		}
		if few, err := s.few(tx, p); err != nil || !few {
			return err
		}
		k := s.kinds[p.Kind]
		next, err := p.takeEffect(k.Kind, s.now())
		if err != nil {
			return err
		}
		_, err = s.carry(as, k, p, next, "")
		return err
	})
}

// Tend lets proposals lapse whose time is over, and reminds those who could
// still decide of the ones that end soon. It runs every night.
func (s *Service) Tend(ctx context.Context) (t Tended, err error) {
	for some := most; some == most && err == nil; t.Lapsed += some { // in pieces, so that others can write between them
		err = s.db.Write(ctx, func(tx *db.Tx) error {
			some, err = s.lapse(tx)
			return err
		})
	}
	if err != nil {
		return t, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		t.Reminded, err = s.remind(tx)
		return err
	})
	return t, err
}

func (s *Service) lapse(tx *db.Tx) (n int, err error) {
	as := s.system(tx)
	all, err := late(as.tx, s.now().UnixMicro())
	for _, p := range all {
		if err == nil {
			next, wrong := p.lapse(s.now())
			_, err = s.settle(as, p, next, Lapsed, "", wrong)
		}
	}
	return len(all), err
}

// remind tells everybody once what he could decide and what ends soon.
func (s *Service) remind(tx *db.Tx) (n int, err error) {
	by := s.now().Add(soon).UnixMicro()
	err = s.each(tx, func(v voice) error {
		some, err := list(v.tx, db.If(true, "(? AND p.due_at <= ?)", s.decidable(v), by), Page{Limit: most})
		for _, p := range some {
			if err == nil {
				err = s.notify(tx, p, remind, v.who.User)
			}
		}
		n += len(some)
		return err
	})
	return n, err
}

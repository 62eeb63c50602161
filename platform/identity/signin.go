package identity

import (
	"context"
	"log/slog"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

const (
	window    = 15 * time.Minute
	perLogin  = 10 // failures in the window before a login has to wait
	perCode   = 5  // failures of one user's codes
	perOrigin = 50 // and of an address
)

// Attempt is what somebody brings who wants to sign in.
type Attempt struct{ Login, Password, Origin string }

// limits say how many failures each name may have in the window.
type limits map[string]int

func (a Attempt) limits() limits {
	return limits{digest("login:" + a.Login): perLogin, digest("origin:" + a.Origin): perOrigin}
}

// SignIn returns the user with that password. The answer and its time are the
// same for a wrong password, for a user who does not exist and for one who left.
func (s *Service) SignIn(ctx context.Context, a Attempt) (u User, err error) {
	if err := s.try(ctx, a.limits()); err != nil {
		return User{}, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) (err error) {
		u, err = findLogin(tx, a.Login)
		return err
	})
	if err != nil || u.Password == "" {
		u.Password = nobody()
	}
	if !matches(a.Password, u.Password) || err != nil || !u.Active {
		s.failed(ctx, u, a.Origin)
		return User{}, kernel.Denied("identity.bad_sign_in")
	}
	return u, s.db.Write(ctx, a.limits().forgive)
}

// Knock counts those who want in by another door, so that nobody fills the
// house with people who are on their way.
func (s *Service) Knock(ctx context.Context, origin string) error {
	return s.try(ctx, limits{digest("door:" + origin): perOrigin})
}

// failed writes down that somebody could not show who he is. It takes the same
// time whether there is such a user.
func (s *Service) failed(ctx context.Context, u User, origin string) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Guarded(tx, "user.not_signed_in", "user", u.ID, struct{ Origin string }{origin})
	})
	if err != nil {
		slog.ErrorContext(ctx, "failed sign-in not noted", "error", err)
	}
}

// try counts the attempt as a failure before it is looked at, so that a
// thousand at once get no further than one after the other.
func (s *Service) try(ctx context.Context, names limits) error {
	now := s.Clock()
	s.trying.Lock()
	defer s.trying.Unlock()
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := forget(tx, now.Add(-window).UnixMicro()); err != nil {
			return err
		}
		for who, most := range names {
			n, err := tries(tx, who)
			if err != nil {
				return err
			}
			if n >= most {
				return kernel.Denied("identity.throttled", "minutes", int(window.Minutes()))
			}
			if err := noteTry(tx, who, now.UnixMicro()); err != nil {
				return err
			}
		}
		return nil
	})
}

// forgive forgets the failures of who has succeeded, and the one that was counted for his address.
func (names limits) forgive(tx *db.Tx) error {
	for who, most := range names {
		forget := clear
		if most == perOrigin {
			forget = clearOne
		}
		if err := forget(tx, who); err != nil {
			return err
		}
	}
	return nil
}

// Reset gives a user a password that only serves to set another, and ends his
// sessions and tokens: nobody knows who has the old one.
func (s *Service) Reset(ctx context.Context, id kernel.ID) (string, error) {
	word := OneTime()
	return word, s.setPassword(ctx, "user.reset", id, word, true)
}

// ChangePassword sets the viewer's own; his sessions elsewhere end.
func (s *Service) ChangePassword(ctx context.Context, old, fresh string) (User, error) {
	v, _ := From(ctx)
	if err := s.confirm(ctx, v.User, old); err != nil {
		return User{}, err
	}
	if err := checkPassword(v.Login, fresh); err != nil {
		return User{}, err
	}
	if old == fresh {
		return User{}, kernel.Invalid("identity.same_password")
	}
	if err := s.setPassword(ctx, "user.changed_password", v.ID, fresh, false); err != nil {
		return User{}, err
	}
	return s.User(ctx, v.ID)
}

// confirm wants the viewer's password again, as often as a sign-in may fail.
func (s *Service) confirm(ctx context.Context, u User, password string) error {
	_, err := s.SignIn(ctx, Attempt{Login: u.Login, Password: password, Origin: "session:" + u.ID.String()})
	if f, ok := err.(*kernel.Fault); ok && f.Key == "identity.bad_sign_in" {
		return kernel.Denied("identity.bad_password")
	}
	return err
}

// Prove takes the viewer's password, or a code of his second factor, for a
// proof that it is still he who sits there.
func (s *Service) Prove(ctx context.Context, password, code string) error {
	v, _ := From(ctx)
	check := func() error { return s.confirm(ctx, v.User, password) }
	if code != "" {
		check = func() error { return s.Second(ctx, v.User, "", code) }
	}
	if err := check(); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := audit.Guarded(tx, "user.proved", "user", v.ID, struct{}{}); err != nil {
			return err
		}
		return proved(tx, SessionOf(ctx).ID, s.Clock().UnixMicro())
	})
}

func (s *Service) setPassword(ctx context.Context, verb string, id kernel.ID, word string, once bool) error {
	hashed, err := hash(word)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := audit.Note(tx, verb, "user", id, struct{}{}); err != nil {
			return err
		}
		u, err := find(tx, id)
		if err != nil {
			return err
		}
		if !u.Owner.IsZero() {
			return kernel.Refused("identity.no_person")
		}
		if once {
			if err := dropTokens(tx, id); err != nil {
				return err
			}
		}
		return setPassword(tx, id, hashed, once)
	})
}

package identity

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

const (
	window    = 15 * time.Minute
	perLogin  = 10 // failures in the window before a login has to wait
	perOrigin = 50 // and an address
)

// Attempt is what somebody brings who wants to sign in.
type Attempt struct{ Login, Password, Origin string }

// who are the names under which failures are counted.
func (a Attempt) who() (login, origin string) {
	return digest("login:" + a.Login), digest("origin:" + a.Origin)
}

// SignIn returns the user with that password. The answer and its time are the
// same for a wrong password, for a user who does not exist and for one who left.
func (s *Service) SignIn(ctx context.Context, a Attempt) (u User, err error) {
	if err := s.try(ctx, a); err != nil {
		return User{}, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) (err error) {
		u, err = findLogin(tx, a.Login)
		return err
	})
	if err != nil {
		u.Password = nobody()
	}
	if !matches(a.Password, u.Password) || err != nil || !u.Active {
		return User{}, kernel.Denied("identity.bad_sign_in")
	}
	return u, s.admit(ctx, a, u)
}

// try counts the attempt as a failure before it is looked at, so that a
// thousand at once get no further than one after the other.
func (s *Service) try(ctx context.Context, a Attempt) error {
	login, origin := a.who()
	now := time.Now()
	s.trying.Lock()
	defer s.trying.Unlock()
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := forget(tx, now.Add(-window).UnixMicro()); err != nil {
			return err
		}
		for who, most := range map[string]int{login: perLogin, origin: perOrigin} {
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

// admit forgets the failures of a login and one of its address.
func (s *Service) admit(ctx context.Context, a Attempt, u User) error {
	login, origin := a.who()
	return s.db.Write(With(ctx, Viewer{User: u}), func(tx *db.Tx) error {
		if err := audit.Note(tx, "user.signed_in", "user", u.ID, struct{ Origin string }{a.Origin}); err != nil {
			return err
		}
		if err := clear(tx, login); err != nil {
			return err
		}
		return clearOne(tx, origin)
	})
}

// Reset gives a user a password that only serves to set another, and ends his sessions.
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

func (s *Service) setPassword(ctx context.Context, verb string, id kernel.ID, word string, once bool) error {
	hashed, err := hash(word)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := audit.Note(tx, verb, "user", id, struct{}{}); err != nil {
			return err
		}
		if _, err := find(tx, id); err != nil {
			return err
		}
		return setPassword(tx, id, hashed, once)
	})
}

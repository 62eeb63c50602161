package identity

import (
	"context"
	"crypto/rand"
	"strings"

	"erba/kernel"
	"erba/platform/db"
)

// Founder is one of the two who can sign in first.
type Founder struct{ Login, Name, Password, Language string }

func (f Founder) check() error {
	if strings.TrimSpace(f.Login) == "" || strings.TrimSpace(f.Name) == "" {
		return kernel.Invalid("identity.founder_incomplete")
	}
	return checkPassword(f.Login, f.Password)
}

// Vacant reports whether nobody can sign in yet.
func (s *Service) Vacant(ctx context.Context) (empty bool, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		empty, err = vacant(tx)
		return err
	})
	return empty, err
}

// SetUpToken makes the word that lets whoever started the program, and nobody
// else, become its first users. It replaces the one before; only its hash is kept.
func (s *Service) SetUpToken(ctx context.Context) (string, error) {
	word := strings.ToLower(rand.Text())
	return word, s.db.Write(ctx, func(tx *db.Tx) error { return setToken(tx, digest(word)) })
}

// SetUp makes the administrator, whom it returns, and the first director. Without a director the
// administrator is both: small-company mode, which doctor shows.
func (s *Service) SetUp(ctx context.Context, token string, admin Founder, director *Founder) (User, error) {
	users, err := founded(admin, director)
	if err != nil {
		return User{}, err
	}
	ctx = With(ctx, Viewer{User: User{Login: "set-up"}})
	return users[0], s.db.Write(ctx, func(tx *db.Tx) error {
		if empty, err := vacant(tx); err != nil || !empty {
			return firstOf(err, kernel.Refused("identity.set_up_done"))
		}
		if valid, err := takeToken(tx, digest(strings.TrimSpace(token))); err != nil || !valid {
			return firstOf(err, kernel.Denied("identity.bad_token"))
		}
		for _, u := range users {
			if err := join(tx, u); err != nil {
				return err
			}
		}
		return nil
	})
}

// founded are the first users, the administrator before the director.
func founded(admin Founder, director *Founder) ([]User, error) {
	if director == nil {
		both, err := admin.user(Admin, Director)
		return []User{both}, err
	}
	one, err := admin.user(Admin)
	if err != nil {
		return nil, err
	}
	other, err := director.user(Director)
	return []User{one, other}, err
}

func (f Founder) user(roles ...string) (User, error) {
	if err := f.check(); err != nil {
		return User{}, err
	}
	return made(User{Login: strings.TrimSpace(f.Login), Name: strings.TrimSpace(f.Name),
		Roles: roles, Language: f.Language}, f.Password)
}

func firstOf(err error, f *kernel.Fault) error {
	if err != nil {
		return err
	}
	return f
}

// SmallCompany reports whether somebody is administrator and director in one.
func (s *Service) SmallCompany(ctx context.Context) (bool, error) {
	users, err := s.Users(ctx)
	for _, u := range users {
		if u.Active && u.Is(Admin) && u.Is(Director) {
			return true, err
		}
	}
	return false, err
}

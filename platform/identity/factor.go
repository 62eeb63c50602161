package identity

import (
	"cmp"
	"context"
	"crypto/rand"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// guardedRoles are those whose users must have a second factor: they reach
// everybody's rights or everybody's figures.
var guardedRoles = []string{Admin, Director, "finance"}

// recoveries is how many codes replace a lost phone, each once.
const recoveries = 10

// factor is a user's second factor; it counts from the moment he has shown a code of it.
type factor struct {
	User   kernel.ID `db:"id"`
	Secret string    `db:"secret"` // sealed
	Since  int64     `db:"since"`
	Step   int64     `db:"step"` // the last period whose code was taken
}

// Safe seals what is not to be read in the database, for the user it belongs to.
type Safe interface {
	Seal(user kernel.ID, plain string) (string, error)
	Open(user kernel.ID, sealed string) (string, error)
}

// Entrust hands over the safe for the secrets of second factors.
func (s *Service) Entrust(safe Safe) { s.safe = safe }

// Relax does without second factors and fresh proofs: for data that is made up.
func (s *Service) Relax(lax bool) { s.lax = lax }

// MustEnrol reports whether a user gets no further without a second factor.
func (s *Service) MustEnrol(u User, guarded bool) bool {
	return !s.lax && !guarded && mustGuard(u.Roles)
}

// mustGuard reports whether one of the roles wants a second factor.
func mustGuard(roles Roles) bool {
	return slices.ContainsFunc(roles, func(role string) bool { return slices.Contains(guardedRoles, role) })
}

// Guarded reports whether the user signs in with a code besides his password.
func (s *Service) Guarded(ctx context.Context, user kernel.ID) (guarded bool, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		guarded, err = hasFactor(tx, user)
		return err
	})
	return guarded && !s.lax, err
}

// WithFactor are the users who have a second factor.
func (s *Service) WithFactor(ctx context.Context) (all map[kernel.ID]bool, err error) {
	all = map[kernel.ID]bool{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		ids, err := withFactor(tx)
		for _, id := range ids {
			all[id] = true
		}
		return err
	})
	return all, err
}

// Enrol is what the viewer's app is to be told: the same until he has shown a code of it.
func (s *Service) Enrol(ctx context.Context) (e Enrolment, err error) {
	v, _ := From(ctx)
	sealed, err := s.safe.Seal(v.ID, newSecret())
	if err != nil {
		return e, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := beginFactor(tx, factor{User: v.ID, Secret: sealed}); err != nil {
			return err
		}
		f, secret, err := s.factor(tx, v.ID)
		if err == nil && f.Since > 0 {
			return kernel.Refused("identity.has_factor")
		}
		e = enrolment(v.Login, secret)
		return err
	})
	return e, err
}

// factor is a user's factor with its secret opened.
func (s *Service) factor(tx *db.Tx, user kernel.ID) (f factor, secret string, err error) {
	if f, err = findFactor(tx, user); err == nil {
		secret, err = s.safe.Open(user, f.Secret)
	}
	return f, secret, err
}

// Enrolled takes a code that shows that the viewer's app knows the secret, and
// returns his recovery codes, the only time they can be seen.
func (s *Service) Enrolled(ctx context.Context, code string) (codes []string, err error) {
	v, _ := From(ctx)
	err = s.withCode(ctx, v.User, "", func(tx *db.Tx, now int64) error {
		f, secret, err := s.factor(tx, v.ID)
		if err != nil {
			return err
		}
		step, ok := stepOf(secret, tidy(code), now)
		if f.Since > 0 || !ok {
			return kernel.Denied("identity.bad_code")
		}
		if err := confirmFactor(tx, v.ID, s.Clock().UnixMicro(), step); err != nil {
			return err
		}
		codes, err = renewCodes(tx, "user.enrolled", v.ID)
		return err
	})
	return codes, err
}

// Codes replaces the viewer's recovery codes.
func (s *Service) Codes(ctx context.Context) (codes []string, err error) {
	v, _ := From(ctx)
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if has, err := hasFactor(tx, v.ID); err != nil || !has {
			return firstOf(err, kernel.Refused("identity.no_factor"))
		}
		codes, err = renewCodes(tx, "user.renewed_codes", v.ID)
		return err
	})
	return codes, err
}

// CodesLeft is how many recovery codes the viewer has left.
func (s *Service) CodesLeft(ctx context.Context) (n int, err error) {
	v, _ := From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		n, err = codesLeft(tx, v.ID)
		return err
	})
	return n, err
}

// Disarm takes the second factor of a user away, who has lost it, and ends his
// sessions. It takes another administrator: nobody talks himself out of his own.
func (s *Service) Disarm(ctx context.Context, user kernel.ID) error {
	if v, _ := From(ctx); v.ID == user {
		return kernel.Refused("identity.own_factor")
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := audit.Note(tx, "user.disarmed", "user", user, struct{}{}); err != nil {
			return err
		}
		return disarm(tx, user)
	})
}

// Unenrol takes the viewer's own second factor away, against one of its codes.
func (s *Service) Unenrol(ctx context.Context, code string) error {
	v, _ := From(ctx)
	return s.withCode(ctx, v.User, "", func(tx *db.Tx, now int64) error {
		if err := s.spend(tx, v.ID, tidy(code), now); err != nil {
			return err
		}
		if err := audit.Note(tx, "user.unenrolled", "user", v.ID, struct{}{}); err != nil {
			return err
		}
		return dropFactor(tx, v.ID)
	})
}

// Second takes the code that a user adds to his password: one of his app's, or one to recover with.
func (s *Service) Second(ctx context.Context, u User, origin, code string) error {
	return s.withCode(ctx, u, origin, func(tx *db.Tx, now int64) error { return s.spend(tx, u.ID, tidy(code), now) })
}

// withCode counts an attempt before it is looked at, and forgets it if it succeeds.
func (s *Service) withCode(ctx context.Context, u User, origin string, f func(*db.Tx, int64) error) error {
	tries := limits{digest("code:" + u.ID.String()): perCode}
	if origin != "" {
		tries[digest("origin:"+origin)] = perOrigin
	}
	if err := s.try(ctx, tries); err != nil {
		return err
	}
	err := s.db.Write(With(ctx, Viewer{User: u}), func(tx *db.Tx) error {
		if err := f(tx, stepAt(s.Clock())); err != nil {
			return err
		}
		return tries.forgive(tx)
	})
	if err != nil {
		s.failed(ctx, u, origin)
	}
	return err
}

// spend takes a code that was never taken before, whoever brings it. Those to
// recover with hold even when the key is lost that seals the others' secret.
func (s *Service) spend(tx *db.Tx, user kernel.ID, code string, now int64) error {
	f, err := findFactor(tx, user)
	if err != nil || f.Since == 0 {
		return firstOf(err, kernel.Refused("identity.no_factor"))
	}
	secret, lost := s.safe.Open(user, f.Secret)
	if step, ok := stepOf(secret, code, now); ok && lost == nil {
		return takeStep(tx, user, step)
	}
	if err := takeCode(tx, user, digest(code)); err != nil {
		return cmp.Or(lost, err)
	}
	return audit.Guarded(tx, "user.recovered", "user", user, struct{}{})
}

// renewCodes makes ten new recovery codes; their hashes are kept.
func renewCodes(tx *db.Tx, verb string, user kernel.ID) (codes []string, err error) {
	if err := audit.Note(tx, verb, "user", user, struct{}{}); err != nil {
		return nil, err
	}
	if err := dropCodes(tx, user); err != nil {
		return nil, err
	}
	for range recoveries {
		word := strings.ToLower(rand.Text())[:16] // 80 bits
		if err := addCode(tx, user, digest(word)); err != nil {
			return nil, err
		}
		codes = append(codes, word[:4]+"-"+word[4:8]+"-"+word[8:12]+"-"+word[12:])
	}
	return codes, nil
}

// tidy takes the blanks and dashes out that make a code readable.
func tidy(code string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(code))
}

package identity

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

const (
	days      = 90 // that a token holds at most
	perUser   = 20 // tokens that one user has at most
	tokenMark = "erba_"
)

// byHand are verbs that no token may have: what they show or decide is for
// somebody who has just shown that it is he.
var byHand = strings.Fields("sensitive sealed reveal force export pack erase approve decide govern retain")

// Token lets a program in as its user, with some of his grants, for a while.
// Instants are microseconds UTC; used 0 is never.
type Token struct {
	ID      kernel.ID `db:"id"`
	User    kernel.ID `db:"user_id"`
	Name    string    `db:"name"`
	Word    string    `db:"word"` // the hash
	Grants  Roles     `db:"grants"`
	Made    int64     `db:"made_at"`
	Expires int64     `db:"expires_at"`
	Used    int64     `db:"used_at"`
}

// Lendable are the grants that a viewer can give to a token.
func (v Viewer) Lendable() []string {
	return slices.DeleteFunc(v.Grants(), func(grant string) bool {
		_, verb, _ := strings.Cut(grant, ":")
		return slices.Contains(byHand, verb)
	})
}

// check refuses a token that is more than its user, or that outlives the limit.
func (t Token) check(v Viewer, now time.Time) error {
	lendable := v.Lendable()
	beyond := slices.ContainsFunc(t.Grants, func(grant string) bool { return !slices.Contains(lendable, grant) })
	switch name := strings.TrimSpace(t.Name); {
	case name == "" || len([]rune(name)) > 60:
		return kernel.Invalid("identity.bad_token_name", "max", 60)
	case len(t.Grants) == 0:
		return kernel.Invalid("identity.token_without_grants")
	case beyond:
		return kernel.Denied("identity.token_beyond")
	case t.Expires <= now.UnixMicro() || t.Expires > now.AddDate(0, 0, days).UnixMicro():
		return kernel.Invalid("identity.bad_expiry", "max", days)
	}
	return nil
}

// MakeToken makes a token of the viewer, or of a service account that he
// answers for. The word is returned the only time it can be seen.
func (s *Service) MakeToken(ctx context.Context, t Token) (_ Token, word string, err error) {
	of, err := s.answersFor(ctx, t.User)
	if err != nil {
		return t, "", err
	}
	if err := t.check(of, s.Clock()); err != nil {
		return t, "", err
	}
	word = tokenMark + strings.ToLower(rand.Text())
	t.ID, t.User, t.Name, t.Word, t.Made = kernel.NewID(), of.ID, strings.TrimSpace(t.Name), digest(word), s.Clock().UnixMicro()
	return t, word, s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := tokensOf(tx, of.ID)
		if err != nil || len(all) >= perUser {
			return firstOf(err, kernel.Refused("identity.too_many_tokens", "max", perUser))
		}
		detail := struct {
			User   kernel.ID
			Name   string
			Grants []string
			Until  time.Time
		}{of.ID, t.Name, t.Grants, time.UnixMicro(t.Expires).UTC()}
		if err := audit.Note(tx, "token.made", "token", t.ID, detail); err != nil {
			return err
		}
		return db.Insert(tx, "api_tokens", t)
	})
}

// answersFor is the viewer himself, or a service account of his.
func (s *Service) answersFor(ctx context.Context, user kernel.ID) (Viewer, error) {
	v, _ := From(ctx)
	if user.IsZero() || user == v.ID {
		return v, nil
	}
	of, err := s.Viewer(ctx, user)
	if err == nil && of.Owner != v.ID {
		err = kernel.Missing("db.missing")
	}
	return of.Only(v.Grants()...), err
}

// Tokens are those of the viewer and of his service accounts.
func (s *Service) Tokens(ctx context.Context) (all []Token, err error) {
	v, _ := From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = tokensFor(tx, v.ID)
		return err
	})
	return all, err
}

// Revoke ends a token of the viewer or of a service account of his.
func (s *Service) Revoke(ctx context.Context, id kernel.ID) error {
	v, _ := From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := tokensFor(tx, v.ID)
		if err != nil || !slices.ContainsFunc(all, func(t Token) bool { return t.ID == id }) {
			return firstOf(err, kernel.Missing("db.missing"))
		}
		if err := audit.Note(tx, "token.revoked", "token", id, struct{}{}); err != nil {
			return err
		}
		return dropToken(tx, id)
	})
}

// Bearer is who a token's word lets in: its user as he is now, with the grants
// that both have, and, for a service account, that its owner still has.
func (s *Service) Bearer(ctx context.Context, word string) (v Viewer, t Token, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		t, err = findToken(tx, digest(word))
		return err
	})
	now := s.Clock().UnixMicro()
	if err != nil || t.Expires <= now {
		return v, t, kernel.Denied("web.bad_token")
	}
	if v, err = s.lent(ctx, t); err != nil {
		return v, t, kernel.Denied("web.bad_token")
	}
	if now-t.Used > time.Minute.Microseconds() {
		err = s.db.Write(With(ctx, v), func(tx *db.Tx) error {
			if err := audit.Guarded(tx, "token.used", "token", t.ID, struct{ Name string }{t.Name}); err != nil {
				return err
			}
			return useToken(tx, t.ID, now)
		})
	}
	return v, t, err
}

// lent is the user of a token with what it may do.
func (s *Service) lent(ctx context.Context, t Token) (Viewer, error) {
	v, err := s.Viewer(ctx, t.User)
	if err != nil || v.Owner.IsZero() {
		return v.Only(t.Grants...).Only(v.Lendable()...), err
	}
	owner, err := s.Viewer(ctx, v.Owner)
	return v.Only(t.Grants...).Only(owner.Lendable()...), err
}

type tokenKey struct{}

// WithToken puts the token that a request carries into its context.
func WithToken(ctx context.Context, t Token) context.Context {
	return context.WithValue(ctx, tokenKey{}, t)
}

// TokenOf is the token that ctx came with; none for whoever is signed in.
func TokenOf(ctx context.Context) (Token, bool) {
	t, ok := ctx.Value(tokenKey{}).(Token)
	return t, ok
}

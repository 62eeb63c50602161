package calendar

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"erba/feature/notice"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service serves calendars.
type Service struct {
	db      *db.DB
	users   *identity.Service
	visits  *visit.Service
	notices *notice.Service
	words   notice.Words
	Now     func() time.Time
}

// NewService returns a service that invites whoever takes part in a visit.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, visits *visit.Service, notices *notice.Service, words notice.Words) *Service {
	s := &Service{db: d, users: users, visits: visits, notices: notices, words: words, Now: time.Now}
	s.invites(events)
	return s
}

const (
	path   = "/calendar"
	suffix = ".ics"
	hour   = int64(time.Hour / time.Microsecond)
)

// Feeds are the viewer's.
func (s *Service) Feeds(ctx context.Context) (all []Feed, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = feedsOf(tx, viewer.ID)
		return err
	})
	return all, err
}

// Issue makes a feed with an address of its own.
func (s *Service) Issue(ctx context.Context, f Feed) (Issued, error) {
	viewer, _ := identity.From(ctx)
	f.Name = strings.TrimSpace(f.Name)
	if err := f.Check(); err != nil {
		return Issued{}, err
	}
	if !viewer.May("visit:read") {
		return Issued{}, kernel.Denied("calendar.no_visits")
	}
	word := rand.Text() + rand.Text()
	f.ID, f.User, f.Sealed, f.Made = kernel.NewID(), viewer.ID, sealed(word), s.Now().UnixMicro()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		had, err := feedsOf(tx, viewer.ID)
		if err == nil && len(had) >= most {
			err = kernel.Refused("calendar.too_many", "most", most)
		}
		if err != nil {
			return err
		}
		if err := add(tx, f); err != nil {
			return err
		}
		return audit.Note(tx, "calendar.issued", "user", viewer.ID, f)
	})
	return Issued{f, path + "/" + word + suffix}, err
}

// Revoke ends a feed of the viewer's: from now on its address is one that nobody has.
func (s *Service) Revoke(ctx context.Context, id kernel.ID) error {
	viewer, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := end(tx, viewer.ID, id, s.Now().UnixMicro())
		if err == nil && n == 0 {
			err = kernel.Missing("calendar.missing")
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, "calendar.revoked", "user", viewer.ID, nil)
	})
}

// sealed is how a word is kept. It is long and random, so that one hash is enough.
func sealed(word string) string {
	sum := sha256.Sum256([]byte(word))
	return hex.EncodeToString(sum[:])
}

// Fetch is the calendar of a word, with what its owner sees at this moment; who may
// not sign in any more, or see visits, has none.
func (s *Service) Fetch(ctx context.Context, word string) (string, error) {
	system := identity.With(ctx, identity.System())
	var f Feed
	err := s.db.Read(system, func(tx *db.Tx) (err error) {
		f, err = known(tx, sealed(word))
		return err
	})
	if err != nil {
		return "", err
	}
	u, err := s.users.User(system, f.User)
	if err != nil {
		return "", err
	}
	viewer, err := s.users.Viewer(system, f.User)
	if err != nil {
		return "", err
	}
	if !u.Active || !viewer.May("visit:read") {
		return "", kernel.Missing("calendar.missing")
	}
	if now := s.Now().UnixMicro(); now-f.Used > hour {
		if err := s.db.Write(system, func(tx *db.Tx) error { return used(tx, f.ID, now) }); err != nil {
			return "", err
		}
	}
	events, err := s.events(identity.With(ctx, viewer), f)
	return feedOf(s.words.Say(u.Language, "calendar.name", nil), events, s.Now()), err
}

package identity

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

const (
	whole = 8 * time.Hour   // a session, however busy
	fresh = 5 * time.Minute // how long a proof of who one is holds for what wants one
)

// Session is one sign-in of a user, on one device. Instants are microseconds UTC.
type Session struct {
	ID      kernel.ID `db:"id"`
	User    kernel.ID `db:"user_id"`
	Era     int64     `db:"era"`
	Device  string    `db:"device"`
	Origin  string    `db:"origin"`
	Since   int64     `db:"since"`
	Seen    int64     `db:"seen"`
	Proved  int64     `db:"proved"` // when he last showed who he is
	Guarded bool      `db:"guarded"`
	Fresh   bool      `db:"-"` // he has shown it within five minutes
}

// holds reports whether the session goes on for a viewer.
func (s Session) holds(v Viewer, now time.Time) bool {
	idle, age := now.Sub(time.UnixMicro(s.Seen)), now.Sub(time.UnixMicro(s.Since))
	return v.Era == s.Era && idle <= v.Patience() && age <= whole
}

// Enter begins a session of a user who has shown who he is.
func (s *Service) Enter(ctx context.Context, u User, device, origin string) (Session, error) {
	now := s.Clock().UnixMicro()
	at := Session{ID: kernel.NewID(), User: u.ID, Era: u.Era, Device: device, Origin: origin, Since: now, Seen: now, Proved: now}
	return at, s.db.Write(With(ctx, Viewer{User: u}), func(tx *db.Tx) error {
		if err := audit.Guarded(tx, "user.signed_in", "user", u.ID, struct{ Origin, Device string }{origin, device}); err != nil {
			return err
		}
		if err := forgetSessions(tx, u.ID, u.Era, now-whole.Microseconds()); err != nil {
			return err
		}
		return addSession(tx, at)
	})
}

// Resume is whose session it is, as he is now; the fault web.signed_out if it is
// over. What a screen asks by itself, with nobody before it, does not prolong it.
func (s *Service) Resume(ctx context.Context, id kernel.ID, attended bool) (v Viewer, at Session, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := resume(tx, id)
		if err == nil {
			at = found.Session
			v, err = s.regard(tx, found.Whose)
		}
		return err
	})
	if now := s.Clock(); err == nil && !at.holds(v, now) {
		err = kernel.Denied("web.signed_out")
	} else if err == nil && attended && now.Sub(time.UnixMicro(at.Seen)) > time.Minute {
		err = s.db.Write(ctx, func(tx *db.Tx) error { return see(tx, id, now.UnixMicro()) })
	}
	at.Fresh = s.lax || s.Clock().Sub(time.UnixMicro(at.Proved)) <= fresh
	return v, at, err
}

// Sessions are those of the viewer that go on, the latest first.
func (s *Service) Sessions(ctx context.Context) ([]Session, error) {
	v, _ := From(ctx)
	var all []Session
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		all, err = sessionsOf(tx, v.ID)
		return err
	})
	return slices.DeleteFunc(all, func(at Session) bool { return !at.holds(v, s.Clock()) }), err
}

// End ends one of the viewer's sessions.
func (s *Service) End(ctx context.Context, id kernel.ID) error {
	v, _ := From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := dropSession(tx, v.ID, id)
		if err != nil || n == 0 {
			return firstOf(err, kernel.Missing("db.missing"))
		}
		return audit.Guarded(tx, "user.ended_session", "user", v.ID, struct{ Session kernel.ID }{id})
	})
}

// EndOthers ends all of the viewer's sessions but the one he asks in.
func (s *Service) EndOthers(ctx context.Context) error {
	v, _ := From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := audit.Guarded(tx, "user.ended_sessions", "user", v.ID, struct{}{}); err != nil {
			return err
		}
		return dropOthers(tx, v.ID, SessionOf(ctx).ID)
	})
}

type sessionKey struct{}

// Within puts the session that a request belongs to into its context.
func Within(ctx context.Context, at Session) context.Context {
	return context.WithValue(ctx, sessionKey{}, at)
}

// SessionOf is the session that ctx belongs to; none for tokens, jobs and the command line.
func SessionOf(ctx context.Context) Session {
	at, _ := ctx.Value(sessionKey{}).(Session)
	return at
}

// InPerson reports whether somebody signed in asks, not a token.
func InPerson(ctx context.Context) bool { return !SessionOf(ctx).ID.IsZero() }

// Fresh reports whether whoever asks has shown within five minutes who he is.
func Fresh(ctx context.Context) bool { return SessionOf(ctx).Fresh }

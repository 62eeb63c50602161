package identity

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Link says by which name another house knows a user. Nobody is linked by his
// mail or his name over there, which anybody can give himself: he links
// himself, or an administrator does.
type Link struct {
	Issuer  string    `db:"issuer"`
	Subject string    `db:"subject"`
	User    kernel.ID `db:"user_id"`
	Name    string    `db:"name"`
	At      int64     `db:"at"`
}

// Linked is the user whom another house knows by that name.
func (s *Service) Linked(ctx context.Context, issuer, subject string) (u User, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		link, err := findLink(tx, issuer, subject)
		if err != nil {
			return kernel.Denied("identity.not_linked", "subject", subject)
		}
		u, err = find(tx, link.User)
		return err
	})
	if err == nil && !u.Active {
		err = kernel.Denied("identity.bad_sign_in")
	}
	return u, err
}

// Link makes a user known by a name of another house. A name that somebody
// else has is taken.
func (s *Service) Link(ctx context.Context, l Link) error {
	l.At = s.Clock().UnixMicro()
	return s.db.Write(ctx, func(tx *db.Tx) error {
		u, err := find(tx, l.User)
		if err != nil || !u.Owner.IsZero() {
			return firstOf(err, kernel.Refused("identity.no_person"))
		}
		detail := struct{ Issuer, Subject string }{l.Issuer, l.Subject}
		if err := audit.Note(tx, "user.linked", "user", l.User, detail); err != nil {
			return err
		}
		return db.Insert(tx, "links", l)
	})
}

// Links are the names by which other houses know a user.
func (s *Service) Links(ctx context.Context, user kernel.ID) (all []Link, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = linksOf(tx, user)
		return err
	})
	return all, err
}

// Unlink forgets a name of a user.
func (s *Service) Unlink(ctx context.Context, user kernel.ID, issuer, subject string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := dropLink(tx, user, issuer, subject)
		if err != nil || n == 0 {
			return firstOf(err, kernel.Missing("db.missing"))
		}
		return audit.Note(tx, "user.unlinked", "user", user, struct{ Issuer, Subject string }{issuer, subject})
	})
}

// SignedOut ends the sessions of whoever has signed out at another house. The
// message of it is taken once; whoever sends it again changes nothing.
func (s *Service) SignedOut(ctx context.Context, issuer, subject, message string, until time.Time) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := takeMessage(tx, digest(issuer+"\n"+message), s.Clock().UnixMicro(), until.UnixMicro()); err != nil {
			return err
		}
		link, err := findLink(tx, issuer, subject)
		if f, ok := err.(*kernel.Fault); ok && f.Kind == kernel.KindMissing {
			return nil // he was never here
		}
		if err != nil {
			return err
		}
		if err := audit.Guarded(tx, "user.signed_out_there", "user", link.User, struct{ Issuer string }{issuer}); err != nil {
			return err
		}
		return dropSessions(tx, link.User)
	})
}

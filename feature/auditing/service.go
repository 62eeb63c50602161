package auditing

import (
	"cmp"
	"context"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service reads the audit.
type Service struct {
	db       *db.DB
	jobs     *job.Queue
	users    *identity.Service
	accounts *account.Service
}

// NewService returns the auditing service.
func NewService(d *db.DB, jobs *job.Queue, users *identity.Service, accounts *account.Service) *Service {
	return &Service{d, jobs, users, accounts}
}

// History is what became of an account and of what hangs on it.
func (s *Service) History(ctx context.Context, account kernel.ID, f Filter) (Page, error) {
	return s.read(ctx, changes, f, func(tx *db.Tx, a *audit.Ask) error {
		a.Account = account
		return s.accounts.Require(tx, account)
	})
}

// Log is a page of a log, as far as the viewer may read it under the grant he came with.
func (s *Service) Log(ctx context.Context, l log, f Filter) (Page, error) {
	return s.read(ctx, l, f, func(*db.Tx, *audit.Ask) error { return nil })
}

// Mine is who came under the viewer's name, and what he was refused.
func (s *Service) Mine(ctx context.Context, f Filter) (Page, error) {
	viewer, _ := identity.From(ctx)
	return s.read(ctx, log{doors.name, []string{audit.Security}, nil}, f, func(_ *db.Tx, a *audit.Ask) error {
		a.Self, a.SelfID, a.Everywhere = viewer.Login, viewer.ID, true
		return nil
	})
}

// read returns a page; narrow says which rows it is made of.
func (s *Service) read(ctx context.Context, l log, f Filter, narrow func(*db.Tx, *audit.Ask) error) (p Page, err error) {
	ask, err := s.ask(ctx, l, f)
	if err != nil {
		return p, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := narrow(tx, &ask); err != nil {
			return err
		}
		entries, err := audit.List(tx, ask)
		for _, e := range entries {
			p.Lines = append(p.Lines, lineOf(e))
		}
		return err
	})
	if err != nil {
		return p, err
	}
	if n := len(p.Lines); n == ask.Limit && n > 0 {
		p.Next = p.Lines[n-1].ID
	}
	return p, s.hide(ctx, l, p.Lines)
}

// ask puts a filter into the audit's terms.
func (s *Service) ask(ctx context.Context, l log, f Filter) (a audit.Ask, err error) {
	viewer, _ := identity.From(ctx)
	a = audit.Ask{Logs: l.parts, Objects: l.objects, ID: f.Of, Verb: f.Verb, After: f.After, Limit: f.Limit,
		From: midnight(f.From), Everywhere: viewer.SeesAll()}
	if !f.To.IsZero() {
		a.Before = midnight(f.To.Add(1))
	}
	if f.Object != "" {
		a.Objects = among(l.objects, f.Object)
	}
	if !f.Person.IsZero() {
		u, err := s.users.User(ctx, f.Person)
		if err != nil {
			return a, err
		}
		a.Actor = u.Login
	}
	return a, nil
}

// among is the object asked for, or none where a log does not hold it.
func among(objects []string, asked string) []string {
	for _, object := range objects {
		if object == asked {
			return []string{asked}
		}
	}
	if objects == nil {
		return []string{asked}
	}
	return []string{""}
}

// midnight is when a day begins here.
func midnight(day kernel.Date) int64 {
	if day.IsZero() {
		return 0
	}
	y, m, d := day.Parts()
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.Local).UnixMicro()
}

func lineOf(e audit.Entry) Line {
	return Line{ID: e.Row, At: e.At, Actor: e.Actor, Verb: e.Verb, Object: e.Object, Of: e.ID, Account: e.Account,
		Sealed: e.Seq != 0, Values: valuesOf(e.Detail)}
}

// hide takes away the values that the viewer may not read: all of them where
// he has no grant for values, and those of fields with a grant of their own.
func (s *Service) hide(ctx context.Context, l log, lines []Line) error {
	seen := map[string]map[kernel.ID]bool{}
	for i := range lines {
		for j := range lines[i].Values {
			v := &lines[i].Values[j]
			if !v.Changed && l.open() {
				continue
			}
			for _, grant := range []string{values, cmp.Or(v.may, values)} {
				ok, err := s.may(ctx, grant, lines, lines[i].Account, seen)
				if err != nil {
					return err
				}
				if !ok {
					v.hide()
				}
			}
		}
	}
	return nil
}

// may reports whether the viewer has a grant for an account, or for everything
// where the line is about none. It asks once for all lines.
func (s *Service) may(ctx context.Context, grant string, lines []Line, account kernel.ID, seen map[string]map[kernel.ID]bool) (bool, error) {
	if account.IsZero() {
		viewer, _ := identity.From(ctx)
		return viewer.For(grant).SeesAll(), nil
	}
	if seen[grant] == nil {
		var accounts []kernel.ID
		for _, l := range lines {
			if !l.Account.IsZero() {
				accounts = append(accounts, l.Account)
			}
		}
		found, err := s.users.Among(ctx, grant, accounts)
		if err != nil {
			return false, err
		}
		seen[grant] = found
	}
	return seen[grant][account], nil
}

// byLogin begins the key of a name that is looked for by the login.
const byLogin = "@"

// Names are those of the people that lines mention, and of the accounts as far
// as the viewer may read accounts, by login and by ID.
func (s *Service) Names(ctx context.Context, lines []Line) (map[string]string, error) {
	var ids []kernel.ID
	for _, l := range lines {
		ids = append(ids, l.Of, l.Account)
		for _, v := range l.Values {
			ids = append(ids, v.ids()...)
		}
	}
	names := map[string]string{}
	users, err := s.users.Users(ctx)
	if err != nil {
		return nil, err
	}
	for _, u := range users {
		names[byLogin+u.Login], names[u.ID.String()] = u.Name, u.Name
	}
	return names, s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := s.accounts.Names(identity.As(tx, "account:read"), ids)
		for id, name := range found {
			names[id.String()] = name
		}
		return err
	})
}

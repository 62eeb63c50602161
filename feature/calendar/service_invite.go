package calendar

import (
	"context"
	"errors"
	"slices"

	"erba/feature/notice"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// The notices of calendars.
const (
	invited  = "calendar.notice_invited"
	moved    = "calendar.notice_moved"
	off      = "calendar.notice_off"
	tomorrow = "calendar.notice_tomorrow"
)

// invites tells whoever takes part in a visit of it, by an event for his calendar.
func (s *Service) invites(events *event.Bus) {
	for _, k := range []notice.Kind{{Key: invited, Name: "calendar.kind_invited"}, {Key: moved, Name: "calendar.kind_moved"}, {Key: off, Name: "calendar.kind_off"}} {
		k.Mail, k.Enclose = true, s.enclose
		s.notices.Kind(k)
	}
	s.notices.Kind(notice.Kind{Key: tomorrow, Name: "calendar.kind_tomorrow"})
	event.On(events, func(tx *db.Tx, e visit.Planned) error { return s.tell(tx, invited, e.Visit, e.Visit.Users) })
	event.On(events, func(tx *db.Tx, e visit.Moved) error { return s.changed(tx, e.Visit, e.Before) })
	event.On(events, func(tx *db.Tx, e visit.Cancelled) error { return s.tell(tx, off, e.Visit, e.Visit.Users) })
}

// changed tells those who stay of the new time, and the others whether they go.
func (s *Service) changed(tx *db.Tx, now, before visit.Visit) error {
	var stay, join, leave []kernel.ID
	for _, u := range now.Users {
		if slices.Contains(before.Users, u) {
			stay = append(stay, u)
		} else {
			join = append(join, u)
		}
	}
	for _, u := range before.Users {
		if !slices.Contains(now.Users, u) {
			leave = append(leave, u)
		}
	}
	return errors.Join(s.tell(tx, moved, now, stay), s.tell(tx, invited, now, join), s.tell(tx, off, now, leave))
}

// tell lets those know who have not done it themselves.
func (s *Service) tell(tx *db.Tx, kind string, v visit.Visit, users []kernel.ID) error {
	viewer, _ := identity.From(tx.Context())
	for _, u := range users {
		if u == viewer.ID {
			continue
		}
		n := notice.Notice{User: u, Kind: kind, Account: v.Account, Path: "/visits/" + v.ID.String(),
			Args: map[string]any{"day": v.Day.String(), "visit": v.ID.String(), "by": viewer.Name}}
		if err := s.notices.Tell(tx, n); err != nil {
			return err
		}
	}
	return nil
}

// enclose is the event of a notice as it stands when the letter leaves.
func (s *Service) enclose(ctx context.Context, n notice.Notice, mail string) (body []byte, method string, err error) {
	viewer, _ := identity.From(ctx)
	id, err := n.Named("visit")
	if err != nil {
		return nil, "", err
	}
	err = s.db.Read(identity.Under(ctx, "visit:read"), func(tx *db.Tx) error {
		v, err := s.visits.Visit(tx, id)
		if err != nil {
			return err
		}
		names, err := named(tx, []kernel.ID{v.Account})
		if err != nil {
			return err
		}
		e := s.eventOf(v, names[v.Account], Full, viewer.Language)
		e.Cancelled = e.Cancelled || n.Kind == off
		e.Organiser.Name, e.Organiser.Mail = s.notices.Sender()
		e.Guests = []Guest{{viewer.Name, mail}}
		text, how := invitation(e, s.Now())
		body, method = []byte(text), how
		return nil
	})
	return body, method, err
}

// Remind tells everybody, the evening before, of his visits, as far as he sees them.
func (s *Service) Remind(ctx context.Context) error {
	day := kernel.DayOf(s.Now()).Add(1)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		visits, err := s.visits.Between(tx, day, day, kernel.ID{})
		if err != nil {
			return err
		}
		for user, all := range perUser(visits) {
			count, err := s.seen(tx, user, all)
			if err != nil {
				return err
			}
			if count == 0 {
				continue
			}
			n := notice.Notice{User: user, Kind: tomorrow, Path: "/visits", Args: map[string]any{"count": count, "day": day.String()}}
			if err := s.notices.Tell(tx, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// seen counts the visits of somebody at accounts that he sees.
func (s *Service) seen(tx *db.Tx, user kernel.ID, visits []visit.Visit) (n int, err error) {
	viewer, err := s.users.Viewer(tx.Context(), user)
	if err != nil {
		return 0, err
	}
	names, err := named(tx.As(identity.With(tx.Context(), viewer.For("visit:read"))), accountsOf(visits))
	for _, v := range visits {
		if _, sees := names[v.Account]; sees {
			n++
		}
	}
	return n, err
}

// perUser are the visits that have yet to take place of each of us.
func perUser(visits []visit.Visit) map[kernel.ID][]visit.Visit {
	found := map[kernel.ID][]visit.Visit{}
	for _, v := range visits {
		for _, u := range v.Users {
			if v.Ahead() {
				found[u] = append(found[u], v)
			}
		}
	}
	return found
}

package calendar

import (
	"context"
	"time"

	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	behind = 90  // days that a feed reaches back
	ahead  = 365 // and forward
)

// events are the visits of a feed's owner, as far as he sees them.
func (s *Service) events(ctx context.Context, f Feed) (all []Event, err error) {
	viewer, _ := identity.From(ctx)
	today := kernel.DayOf(s.Now())
	err = s.db.Read(identity.Under(ctx, "visit:read"), func(tx *db.Tx) error {
		visits, err := s.visits.Between(tx, today.Add(-behind), today.Add(ahead), viewer.ID)
		if err != nil {
			return err
		}
		names, err := named(tx, accountsOf(visits))
		for _, v := range visits {
			all = append(all, s.eventOf(v, names[v.Account], f.Detail, viewer.Language))
		}
		return err
	})
	return all, err
}

func accountsOf(visits []visit.Visit) (ids []kernel.ID) {
	for _, v := range visits {
		ids = append(ids, v.Account)
	}
	return ids
}

// eventOf is a visit with as much as its reader wants to be in a calendar.
func (s *Service) eventOf(v visit.Visit, account, detail, language string) Event {
	e := Event{ID: v.ID, Sequence: int(v.Version), Day: v.Day, Agreed: v.State != visit.IsPlanned, Cancelled: v.State == visit.IsCancelled,
		Title: s.words.Say(language, "calendar.busy", nil)}
	if v.From > 0 {
		e.From, e.Until = time.UnixMicro(v.From).UTC(), time.UnixMicro(v.Until).UTC()
	}
	if detail == Busy {
		return e
	}
	e.Title = account
	if s.words.Home != "" {
		e.Address = s.words.Home + "/visits/" + v.ID.String()
	}
	if detail == Full {
		e.Place, e.Says = v.Place, v.Purpose
	}
	return e
}

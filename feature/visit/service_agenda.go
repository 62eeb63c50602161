package visit

import (
	"context"
	"fmt"

	"erba/feature/today"
	"erba/platform/db"
)

// agenda is the viewer's visits of a day, those that were cancelled left out.
func (s *Service) agenda(ctx context.Context, a today.Ask) (all []today.Appointment, err error) {
	var found []Appointment
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := diary(tx, a.User, a.On, a.On, mostShown)
		if err != nil {
			return err
		}
		found, _, err = s.appointments(tx, rows, a.On)
		return err
	})
	for _, v := range found {
		if v.State != IsCancelled {
			all = append(all, v.entry())
		}
	}
	return all, err
}

// entry is a visit as the agenda of a day has it: what it is for, and how ready one is.
func (v Appointment) entry() today.Appointment {
	args := map[string]any{"name": v.Name, "purpose": v.Purpose, "done": v.Done, "channel": today.Word{Word: "visit.channel_" + v.Channel}}
	e := today.Appointment{Title: today.Said{Key: "visit.today_agenda", Args: args}, Note: today.Said{Key: "visit.today_agenda_ready", Args: args},
		Account: v.Account, Path: "/visits/" + v.ID.String(), Done: !v.Ahead()}
	if e.Done {
		e.Note.Key = "visit.today_agenda_done"
	}
	if v.Start != nil {
		e.At = fmt.Sprintf("%02d:%02d", *v.Start/60, *v.Start%60)
	}
	return e
}

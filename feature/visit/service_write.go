package visit

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

func instant(micro int64) time.Time { return time.UnixMicro(micro) }

// place names an element of a list in what was given.
func place(list string, i int) string { return list + "." + strconv.Itoa(i) }

// Amend writes over what a visit is about and who goes; when it is, is for Shift.
func (s *Service) Amend(ctx context.Context, next Visit) (Sheet, error) {
	return s.turn(ctx, next.ID, next.Version, "visit.amended", func(tx *db.Tx, v *Visit) error {
		if !v.Ahead() {
			return kernel.Refused("visit.not_ahead", "state", v.key())
		}
		before := *v
		v.Purpose, v.Place, v.Channel, v.Owner, v.Users, v.People = next.Purpose, next.Place, next.Channel, next.Owner, next.Users, next.People
		changed, err := s.fit(tx, *v, before)
		if err != nil {
			return err
		}
		*v = changed
		return s.follow(tx, *v, before)
	})
}

// follow tells others that those who go, or where, are not the same any more.
func (s *Service) follow(tx *db.Tx, v, before Visit) error {
	if slices.Equal(v.Users, before.Users) && v.Day == before.Day && v.From == before.From && v.Until == before.Until && v.Place == before.Place {
		return nil
	}
	return event.Emit(s.events, tx, Moved{v, before})
}

// Book notes that the customer has agreed.
func (s *Service) Book(ctx context.Context, id kernel.ID, version int64) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.booked", func(tx *db.Tx, v *Visit) error {
		switch {
		case v.State != IsPlanned:
			return kernel.Refused("visit.not_planned", "state", v.key())
		case v.Start == nil:
			return kernel.Refused("visit.no_time").In("start")
		}
		v.State, v.Ready = IsBooked, ticked(v.Ready, rules.Appointment, true)
		return event.Emit(s.events, tx, Booked{*v})
	})
}

// Shift is to when a visit is moved, and why.
type Shift struct {
	Day    kernel.Date `json:"day"`
	Start  *int64      `json:"start"  minimum:"0" maximum:"1439" doc:"null: no time is agreed"`
	Length int64       `json:"length" minimum:"5" maximum:"720"`
	Zone   string      `json:"zone,omitempty" maxLength:"60" doc:"Empty: as before"`
	Reason string      `json:"reason" maxLength:"300"`
	Agreed bool        `json:"agreed,omitempty" doc:"The customer has agreed to the new time already"`
}

// Move moves a visit. A booked one has to be agreed again.
func (s *Service) Move(ctx context.Context, id kernel.ID, version int64, to Shift) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.moved", func(tx *db.Tx, v *Visit) error {
		if !v.Ahead() {
			return kernel.Refused("visit.not_ahead", "state", v.key())
		}
		if short(to.Reason) {
			return kernel.Invalid("visit.no_reason_moved").In("reason")
		}
		_, _, today, err := s.cadences(tx)
		if err != nil {
			return err
		}
		if to.Day.Compare(today) < 0 {
			return kernel.Invalid("visit.past_day", "today", today).In("day")
		}
		before := *v
		v.Day, v.Start, v.Length = to.Day, to.Start, to.Length
		if to.Zone != "" {
			v.Zone = to.Zone
		}
		v.State, v.Ready = IsPlanned, ticked(v.Ready, rules.Appointment, false)
		if to.Agreed && v.Start != nil {
			v.State, v.Ready = IsBooked, ticked(v.Ready, rules.Appointment, true)
		}
		if *v, err = s.fit(tx, *v, before); err != nil {
			return err
		}
		if err := s.reconsider(tx, v); err != nil {
			return err
		}
		if err := addMove(tx, Move{kernel.NewID(), v.ID, before.Day, before.Start, v.Day, v.Start, strings.TrimSpace(to.Reason),
			user(ctx), s.now().UnixMicro()}); err != nil {
			return err
		}
		return s.follow(tx, *v, before)
	})
}

// reconsider takes the confirmation from objectives that end before the day to which
// their visit was moved.
func (s *Service) reconsider(tx *db.Tx, v *Visit) error {
	cfg, err := s.lights(tx)
	if err != nil {
		return err
	}
	frame, err := s.frame(tx.Context(), *v)
	if err != nil {
		return err
	}
	v.Objectives = slices.Clone(v.Objectives)
	for i, o := range v.Objectives {
		v.Objectives[i].Confirmed = o.Confirmed && o.lit(&cfg, frame).Score == smart.Full
	}
	return aim(tx, v.ID, v.Objectives)
}

// Cancel says that a visit does not take place, and why.
func (s *Service) Cancel(ctx context.Context, id kernel.ID, version int64, reason string) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.cancelled", func(tx *db.Tx, v *Visit) error {
		switch {
		case !v.Ahead():
			return kernel.Refused("visit.not_ahead", "state", v.key())
		case short(reason):
			return kernel.Invalid("visit.no_reason_cancelled").In("reason")
		}
		v.State, v.Reason = IsCancelled, strings.TrimSpace(reason)
		return event.Emit(s.events, tx, Cancelled{*v})
	})
}

// Evaluate judges a visit that took place.
func (s *Service) Evaluate(ctx context.Context, id kernel.ID, version int64, j Verdict) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.evaluated", func(tx *db.Tx, v *Visit) error {
		_, _, today, err := s.cadences(tx)
		if err != nil {
			return err
		}
		*v, err = v.judged(j, today)
		return err
	})
}

// Close ends the work on a visit that was evaluated.
func (s *Service) Close(ctx context.Context, id kernel.ID, version int64) (Sheet, error) {
	return s.turn(ctx, id, version, "visit.closed", func(_ *db.Tx, v *Visit) error {
		if v.State != IsEvaluated {
			return kernel.Refused("visit.not_evaluated", "state", v.key())
		}
		v.State = IsClosed
		return nil
	})
}

// turn changes the version of a visit that somebody has read.
func (s *Service) turn(ctx context.Context, id kernel.ID, version int64, verb string, change func(*db.Tx, *Visit) error) (sheet Sheet, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		v, err := s.full(tx, id)
		if err != nil {
			return err
		}
		if v.Version != version {
			return kernel.Stale("db.stale")
		}
		return s.change(tx, v, verb, change)
	})
	if err != nil {
		return sheet, err
	}
	return s.Find(ctx, id)
}

// change writes over a visit, and what follows from it.
func (s *Service) change(tx *db.Tx, v Visit, verb string, change func(*db.Tx, *Visit) error) error {
	before := v
	if err := change(tx, &v); err != nil {
		return err
	}
	if err := replace(tx, v); err != nil {
		return err
	}
	if err := seatAll(tx, v); err != nil {
		return err
	}
	if err := s.reckon(tx, v.Account); err != nil {
		return err
	}
	v.Version++
	return audit.Changed(tx, verb, "account", v.Account, before.noted(), v.noted())
}

// noted is a visit as the audit keeps it: not in a customer's own words, which are
// gone when he wants to be forgotten.
func (v Visit) noted() Visit {
	v.Voice = ""
	return v
}

// ticked are the ticked items of a preparation with one more, or without it.
func ticked(ready string, item rules.Item, done bool) string {
	all := slices.DeleteFunc(strings.Fields(ready), func(one string) bool { return one == string(item) })
	if done {
		all = append(all, string(item))
	}
	return strings.Join(all, " ")
}

package calendar

import (
	"time"

	ics "github.com/arran4/golang-ical"

	"erba/kernel"
)

// Event is an appointment as calendars know it. Times are instants, which every
// calendar shows by the clocks where it is; without them it takes the whole day.
type Event struct {
	ID        kernel.ID
	Sequence  int // grows with every change
	From      time.Time
	Until     time.Time
	Day       kernel.Date
	Title     string
	Place     string
	Says      string
	Address   string // where it is in the program
	Agreed    bool   // the customer has agreed
	Cancelled bool
	Organiser Guest
	Guests    []Guest
}

// Guest is one of us who takes part.
type Guest struct{ Name, Mail string }

// feedOf is a calendar of events.
func feedOf(name string, events []Event, now time.Time) string {
	c := begun(ics.MethodPublish)
	c.SetXWRCalName(name)
	c.SetName(name)
	c.SetRefreshInterval("PT1H")
	c.SetXPublishedTTL("PT1H")
	for _, e := range events {
		e.write(c, now)
	}
	return c.Serialize(ics.WithNewLineWindows)
}

// invitation asks guests to an event, or calls it off.
func invitation(e Event, now time.Time) (body, method string) {
	kind := ics.MethodRequest
	if e.Cancelled {
		kind = ics.MethodCancel
	}
	c := begun(kind)
	e.write(c, now)
	return c.Serialize(ics.WithNewLineWindows), string(kind)
}

func begun(method ics.Method) *ics.Calendar {
	c := ics.NewCalendarFor("Erba")
	c.SetMethod(method)
	return c
}

func (e Event) write(c *ics.Calendar, now time.Time) {
	out := c.AddEvent("visit-" + e.ID.String() + "@erba")
	out.SetDtStampTime(now)
	out.SetSequence(e.Sequence)
	out.SetSummary(e.Title)
	e.when(out)
	for _, text := range []struct {
		says string
		set  func(string, ...ics.PropertyParameter)
	}{{e.Place, out.SetLocation}, {e.Says, out.SetDescription}, {e.Address, out.SetURL}} {
		if text.says != "" {
			text.set(text.says)
		}
	}
	out.SetStatus(e.status())
	e.who(out)
}

// when is its time, or its day: the day after it ends it, as calendars count.
func (e Event) when(out *ics.VEvent) {
	if e.From.IsZero() {
		y, m, d := e.Day.Parts()
		day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		out.SetAllDayStartAt(day)
		out.SetAllDayEndAt(day.AddDate(0, 0, 1))
		return
	}
	out.SetStartAt(e.From)
	out.SetEndAt(e.Until)
}

func (e Event) status() ics.ObjectStatus {
	switch {
	case e.Cancelled:
		return ics.ObjectStatusCancelled
	case e.Agreed:
		return ics.ObjectStatusConfirmed
	}
	return ics.ObjectStatusTentative
}

func (e Event) who(out *ics.VEvent) {
	if e.Organiser.Mail != "" {
		out.SetOrganizer("mailto:"+e.Organiser.Mail, ics.WithCN(e.Organiser.Name))
	}
	for _, g := range e.Guests {
		out.AddAttendee("mailto:"+g.Mail, ics.WithCN(g.Name), ics.CalendarUserTypeIndividual, ics.ParticipationStatusNeedsAction, ics.ParticipationRoleReqParticipant)
	}
}

package visit

import (
	"time"
	_ "time/tzdata" // a machine without a table of zones knows them, too

	"erba/kernel"
)

const (
	day     = 24 * 60 // minutes
	longest = 12 * 60 // of a visit
)

// ZoneOf is the time zone of a name such as Asia/Shanghai. What the machine calls
// its own zone is none: it would be another one elsewhere.
func ZoneOf(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, kernel.Invalid("cadence.no_zone", "zone", name)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, kernel.Invalid("cadence.no_zone", "zone", name)
	}
	return zone, nil
}

// Span is from when until when a visit lasts, as the clock on the wall there says.
type Span struct {
	On     kernel.Date
	Minute int // of the day
	Length int // minutes
	Zone   string
}

// Instants are the instants of a span. A time that the clocks skip in spring is
// refused, with the next one that there is; of one that comes twice in autumn the
// first counts.
func (s Span) Instants() (from, until time.Time, err error) {
	zone, err := ZoneOf(s.Zone)
	if err != nil {
		return from, until, err
	}
	if s.Minute < 0 || s.Minute >= day || s.Length < 1 || s.Length > longest {
		return from, until, kernel.Invalid("cadence.bad_time").In("start")
	}
	from = earliest(s.On, s.Minute, zone)
	if said := from.In(zone); said.Hour()*60+said.Minute() != s.Minute || kernel.DateOf(said) != s.On {
		return from, until, kernel.Invalid("cadence.skipped_time", "on", s.On, "time", Clock(s.Minute), "next", next(s.On, s.Minute, zone)).In("start")
	}
	return from, from.Add(time.Duration(s.Length) * time.Minute), nil
}

// earliest is the first instant at which the clocks of a zone show a time. What
// time.Date promises of a time that comes twice is either of them.
func earliest(on kernel.Date, minute int, zone *time.Location) time.Time {
	y, m, d := on.Parts()
	at := time.Date(y, time.Month(m), d, 0, minute, 0, 0, zone)
	for _, back := range []time.Duration{2 * time.Hour, time.Hour, 30 * time.Minute} {
		before := at.Add(-back).In(zone)
		if before.Hour() == at.Hour() && before.Minute() == at.Minute() && before.Day() == at.Day() {
			return before
		}
	}
	return at
}

// next is the next time of day that there is, as a clock shows it.
func next(on kernel.Date, minute int, zone *time.Location) string {
	for minute++; minute < day; minute++ {
		said := earliest(on, minute, zone).In(zone)
		if said.Hour()*60+said.Minute() == minute && kernel.DateOf(said) == on {
			return Clock(minute)
		}
	}
	return on.Add(1).String()
}

// Clock writes a minute of the day as 09:30.
func Clock(minute int) string {
	return time.Date(2000, 1, 1, 0, minute, 0, 0, time.UTC).Format("15:04")
}

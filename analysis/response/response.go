// Package response decides how long a customer waited for our first answer, in
// hours in which somebody works, whether that was soon enough, and what caring
// for customers costs and brings (method M89).
package response

import (
	"math"
	"time"

	"erba/analysis/null"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Target   float64       `json:"target"   unit:"hours" minimum:"0.25" maximum:"80" doc:"Working hours until the first answer: 4"`
	From     int           `json:"from"     unit:"hour" minimum:"0" maximum:"23" doc:"When work begins: 9 o'clock"`
	Until    int           `json:"until"    unit:"hour" minimum:"1" maximum:"24" doc:"When it ends: 18 o'clock"`
	Pause    int           `json:"pause"    unit:"hour" minimum:"0" maximum:"23" doc:"When the pause begins: 12 o'clock"`
	Resume   int           `json:"resume"   unit:"hour" minimum:"0" maximum:"24" doc:"When it ends: 13 o'clock; as early as it begins: there is none"`
	Zone     string        `json:"zone"     doc:"Where these clocks hang"`
	Holidays []kernel.Date `json:"holidays" doc:"Days without work although they are none of a weekend"`
	Worked   []kernel.Date `json:"worked"   doc:"Days of a weekend on which work is made up for"`
}

// Default is 4 hours of a day from nine to six with an hour's pause.
func Default() Config {
	return Config{Target: 4, From: 9, Until: 18, Pause: 12, Resume: 13, Zone: "Asia/Shanghai", Holidays: []kernel.Date{}, Worked: []kernel.Date{}}
}

// Check refuses a day without an hour of work and a clock that hangs nowhere.
func (c Config) Check() error {
	switch {
	case !(c.Target >= 0.25 && c.Target <= 80):
		return kernel.Invalid("response.bad_target").In("target")
	case c.From < 0 || c.Until > 24 || c.From >= c.Until:
		return kernel.Invalid("response.bad_day").In("until")
	case c.Resume < c.Pause || c.Resume > c.Pause && (c.Pause < c.From || c.Resume > c.Until || c.Resume-c.Pause >= c.Until-c.From):
		return kernel.Invalid("response.bad_pause").In("resume")
	}
	if _, err := time.LoadLocation(c.Zone); err != nil || c.Zone == "" || c.Zone == "Local" {
		return kernel.Invalid("response.bad_zone").In("zone")
	}
	return nil
}

// Clock is the hours of work of a company, ready to be asked many times.
type Clock struct {
	Config
	place *time.Location
	off   map[kernel.Date]bool
	on    map[kernel.Date]bool
}

// Clock returns it; a configuration that has not passed Check hangs it in UTC.
func (c Config) Clock() *Clock {
	k := &Clock{c, time.UTC, map[kernel.Date]bool{}, map[kernel.Date]bool{}}
	if place, err := time.LoadLocation(c.Zone); err == nil {
		k.place = place
	}
	for _, day := range c.Holidays {
		k.off[day] = true
	}
	for _, day := range c.Worked {
		k.on[day] = true
	}
	return k
}

// Day is the day on which an instant falls where the clock hangs.
func (k *Clock) Day(at time.Time) kernel.Date { return kernel.DateOf(at.In(k.place)) }

// Place is where the clock hangs.
func (k *Clock) Place() *time.Location { return k.place }

// Works reports whether somebody works on a day.
func (k *Clock) Works(day kernel.Date) bool {
	y, m, d := day.Parts()
	weekday := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Weekday()
	return k.on[day] || !k.off[day] && weekday != time.Saturday && weekday != time.Sunday
}

// longest is after how many days of waiting the hours are no longer counted.
const longest = 400

// Waited is how many hours of work lie between two instants. Who asks at night
// waits from the morning on.
func (k *Clock) Waited(from, until time.Time) (hours float64) {
	for day, last, i := k.Day(from), k.Day(until), 0; day.Compare(last) <= 0 && i < longest; day, i = day.Add(1), i+1 {
		if k.Works(day) {
			hours += k.within(day, k.From, k.Pause, k.Resume, k.Until, from, until)
		}
	}
	return hours
}

// within is how much of a day's work lies between two instants. Without a pause
// the day is one stretch.
func (k *Clock) within(day kernel.Date, begin, pause, resume, end int, from, until time.Time) float64 {
	if pause == resume {
		return k.shared(day, begin, end, from, until)
	}
	return k.shared(day, begin, pause, from, until) + k.shared(day, resume, end, from, until)
}

// shared is how many hours two stretches of time have in common.
func (k *Clock) shared(day kernel.Date, begin, end int, from, until time.Time) float64 {
	y, m, d := day.Parts()
	opens, closes := time.Date(y, time.Month(m), d, begin, 0, 0, 0, k.place), time.Date(y, time.Month(m), d, end, 0, 0, 0, k.place)
	if from.After(opens) {
		opens = from
	}
	if until.Before(closes) {
		closes = until
	}
	return max(0, closes.Sub(opens).Hours())
}

// InTime reports whether an answer after so many hours of work was soon enough.
func (c Config) InTime(hours float64) bool { return hours <= c.Target }

// Points are those that a customer earns with a sum in whole yuan: one for every
// hundred, times what his class is given, and never a part of one.
func Points(yuan int64, factor float64) int64 {
	return int64(math.Floor(float64(yuan/100)*factor + 1e-9))
}

// Event is what an event cost and brought, in one unit.
type Event struct {
	Cost   float64 `json:"cost"`
	Guests int     `json:"guests"`
	Profit float64 `json:"profit"` // gross profit of the orders that followed
}

// PerGuest is what one guest cost.
func (e Event) PerGuest() null.Number { return null.Ratio(null.Of(e.Cost), null.Of(e.Guests)) }

// Return is what came back of the cost beyond it.
func (e Event) Return() null.Number { return null.Ratio(null.Of(e.Profit-e.Cost), null.Of(e.Cost)) }

package care

import (
	"time"

	"erba/kernel"
)

// Clock is the hours of work of a company, ready to be asked many times.
type Clock struct {
	Config
	place *time.Location
	off   map[kernel.Date]bool
	on    map[kernel.Date]bool
}

// Clock returns it; it hangs where the company lives.
func (c Config) Clock() *Clock {
	k := &Clock{c, kernel.Zone(), map[kernel.Date]bool{}, map[kernel.Date]bool{}}
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

// Package care decides how long a customer waited for our first answer, in hours
// in which somebody works, whether that was soon enough, from which value on a gift
// takes somebody's consent, and what caring for customers costs and brings
// (method M89).
package care

import (
	"math"

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
	Gift     int64         `json:"gift"     unit:"amount" minimum:"0" maximum:"100000000" doc:"Above it somebody has to agree to a gift: 200"`
	Yearly   int64         `json:"yearly"   unit:"amount" minimum:"0" maximum:"100000000" doc:"Above it, to all gifts of a year to one person: 1,000"`
	Holidays []kernel.Date `json:"holidays" doc:"Days without work although they are none of a weekend"`
	Worked   []kernel.Date `json:"worked"   doc:"Days of a weekend on which work is made up for"`
}

// Default is 4 hours of a day from nine to six with an hour's pause, and gifts of
// 200 yuan, five of them in a year.
func Default() Config {
	return Config{Target: 4, From: 9, Until: 18, Pause: 12, Resume: 13, Gift: 200_00, Yearly: 1000_00, Holidays: []kernel.Date{}, Worked: []kernel.Date{}}
}

// Check refuses a day without an hour of work and a clock that hangs nowhere.
func (c Config) Check() error {
	switch {
	case !(c.Target >= 0.25 && c.Target <= 80):
		return kernel.Invalid("care.bad_target").In("target")
	case c.From < 0 || c.Until > 24 || c.From >= c.Until:
		return kernel.Invalid("care.bad_day").In("until")
	case c.Resume < c.Pause || c.Resume > c.Pause && (c.Pause < c.From || c.Resume > c.Until || c.Resume-c.Pause >= c.Until-c.From):
		return kernel.Invalid("care.bad_pause").In("resume")
	}
	if c.Gift < 0 || c.Yearly < c.Gift {
		return kernel.Invalid("care.bad_year").In("yearly")
	}
	return nil
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

// Exceeds reports whether somebody has to agree to a gift to a person who has been
// given so much in the year before: above the limit of one, or of the year.
func (c Config) Exceeds(value, before int64) bool { return value > c.Gift || value+before > c.Yearly }

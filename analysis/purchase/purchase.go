// Package purchase decides how near an order is by the day on which it is expected
// (method M29, levels of purchase time): a level slides by itself, day by day, and
// each has its own rhythm of getting in touch.
package purchase

import "erba/kernel"

// The levels. The first four follow from the expected day; the others are how it
// went on.
const (
	H         = "H" // within a week
	A         = "A" // within 15 days
	B         = "B" // within 30 days
	C         = "C" // later, or nobody knows when
	Unrated   = "N" // newly met
	Signed    = "O" // signed, not yet delivered
	Delivered = "D"
	Withdrawn = "T"
)

// Config holds what a company may decide differently.
type Config struct {
	H     int `json:"h"      unit:"days" minimum:"1" maximum:"365" doc:"Expected within so many days is H: 7"`
	A     int `json:"a"      unit:"days" minimum:"1" maximum:"365" doc:"A: 15"`
	B     int `json:"b"      unit:"days" minimum:"1" maximum:"365" doc:"B: 30"`
	TellH int `json:"tell_h" unit:"days" minimum:"1" maximum:"365" doc:"H is called every so many days: 1"`
	TellA int `json:"tell_a" unit:"days" minimum:"1" maximum:"365" doc:"A: 3"`
	TellB int `json:"tell_b" unit:"days" minimum:"1" maximum:"365" doc:"B: 7"`
	TellC int `json:"tell_c" unit:"days" minimum:"1" maximum:"365" doc:"C: 30"`
}

// Default is a week, a fortnight and a month.
func Default() Config { return Config{H: 7, A: 15, B: 30, TellH: 1, TellA: 3, TellB: 7, TellC: 30} }

// Check refuses a nearer level that reaches farther, or is called more rarely.
func (c Config) Check() error {
	switch {
	case c.H < 1 || c.TellH < 1:
		return kernel.Invalid("purchase.no_day").In("h")
	case c.H >= c.A || c.A >= c.B:
		return kernel.Invalid("purchase.upside_down").In("a")
	case c.TellH > c.TellA || c.TellA > c.TellB || c.TellB > c.TellC:
		return kernel.Invalid("purchase.upside_down").In("tell_a")
	}
	return nil
}

// Rating is a level, and whether the expected day has passed, so that it has to be
// asked for again.
type Rating struct {
	Level  string `json:"level"  enum:"H,A,B,C"`
	Passed bool   `json:"passed" doc:"The expected day has gone by; ask again"`
}

// Rate is the level of an order that is expected on a day; no day: nobody knows.
func (c Config) Rate(expected, on kernel.Date) Rating {
	if expected.IsZero() {
		return Rating{Level: C}
	}
	switch left := expected.Days(on); {
	case left < 0:
		return Rating{C, true}
	case left <= c.H:
		return Rating{Level: H}
	case left <= c.A:
		return Rating{Level: A}
	case left <= c.B:
		return Rating{Level: B}
	}
	return Rating{Level: C}
}

// Due is when somebody of a level is to be in touch again after the last time.
func (c Config) Due(level string, last kernel.Date) kernel.Date {
	return last.Add(map[string]int{H: c.TellH, A: c.TellA, B: c.TellB, C: c.TellC}[level])
}

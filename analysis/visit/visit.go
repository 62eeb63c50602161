// Package visit decides how often somebody is to be visited, and by when again
// (method M58); at which instant a meeting of a local day begins; which half days
// go best; and how ready somebody is to go (method M59).
//
//	MAJOR, GRID.A, VIP   7 days
//	NAMED, GRID.B       14 days
//	NONNAMED, GRID.C    30 days
//	MASS                90 days, by phone
//
// The shortest of those that apply holds, divided by the factor of the account's
// quadrant (method M12), without the fraction, and is at least one day. What is
// due is a day, not an instant: it is the same in every time zone.
//
// Source: the cycle is in the sources, the numbers of days are our own.
package visit

import (
	"math"
	"time"

	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Major    int `json:"major"    unit:"days"  minimum:"1" maximum:"365" doc:"Between two visits of a MAJOR account: 7"`
	Named    int `json:"named"    unit:"days"  minimum:"1" maximum:"365" doc:"NAMED: 14"`
	NonNamed int `json:"nonnamed" unit:"days"  minimum:"1" maximum:"365" doc:"NONNAMED: 30"`
	Mass     int `json:"mass"     unit:"days"  minimum:"1" maximum:"365" doc:"Between two calls at a MASS account: 90"`
	VIP      int `json:"vip"      unit:"days"  minimum:"1" maximum:"365" doc:"VIP: 7"`
	GridA    int `json:"grid_a"   unit:"days"  minimum:"1" maximum:"365" doc:"GRID.A: 7"`
	GridB    int `json:"grid_b"   unit:"days"  minimum:"1" maximum:"365" doc:"GRID.B: 14"`
	GridC    int `json:"grid_c"   unit:"days"  minimum:"1" maximum:"365" doc:"GRID.C: 30"`
	Judge    int `json:"judge"    unit:"days"  minimum:"1" maximum:"20"  doc:"Working days until a visit is evaluated: 3"`
	Least    int `json:"least"    unit:"count" minimum:"1" maximum:"100" doc:"Visits from which on a half day has a share: 5"`
}

// Default is a week, a fortnight, a month and a quarter.
func Default() Config {
	return Config{Major: 7, Named: 14, NonNamed: 30, Mass: 90, VIP: 7, GridA: 7, GridB: 14, GridC: 30, Judge: 3, Least: 5}
}

// Check refuses a more important account that is visited less often.
func (c Config) Check() error {
	for _, days := range []struct {
		name string
		of   int
	}{{"major", c.Major}, {"named", c.Named}, {"nonnamed", c.NonNamed}, {"mass", c.Mass}, {"vip", c.VIP}, {"grid_a", c.GridA}, {"grid_b", c.GridB},
		{"grid_c", c.GridC}, {"judge", c.Judge}, {"least", c.Least}} {
		if days.of < 1 {
			return kernel.Invalid("cadence.no_day").In(days.name)
		}
	}
	switch {
	case c.Major > c.Named || c.Named > c.NonNamed:
		return kernel.Invalid("cadence.upside_down").In("named")
	case c.GridA > c.GridB || c.GridB > c.GridC:
		return kernel.Invalid("cadence.upside_down").In("grid_b")
	}
	return nil
}

// Standing is what an account is, as far as it says how often it is visited.
type Standing struct {
	Tier   string  `json:"tier"   enum:",MAJOR,NAMED,NONNAMED,MASS" doc:"In force (M17)"`
	Grid   string  `json:"grid"   enum:",A,B,C"                     doc:"GRID class (M15)"`
	VIP    bool    `json:"vip"`
	Factor float64 `json:"factor" doc:"Of its quadrant (M12); 0: it is not visited"`
}

// Rule is which class asks for the cadence of an account.
type Rule string

// The rules, by whose class.
const (
	None     Rule = ""
	Major    Rule = "major"
	Named    Rule = "named"
	NonNamed Rule = "nonnamed"
	Mass     Rule = "mass"
	VIP      Rule = "vip"
	GridA    Rule = "grid_a"
	GridB    Rule = "grid_b"
	GridC    Rule = "grid_c"
)

// Key is the text key of a rule.
func (r Rule) Key() string {
	if r == None {
		return "cadence.rule_none"
	}
	return "cadence.rule_" + string(r)
}

// Cadence is how often an account is visited.
type Cadence struct {
	Days int  `json:"days" doc:"At least 1; 0: no class asks for visits"`
	Rule Rule `json:"rule" doc:"The class that asks for the most visits"`
	Base int  `json:"base" doc:"Before the factor of the quadrant"`
	Call bool `json:"call" doc:"A call will do"`
}

// Of is the cadence of an account: the shortest that applies.
func (c *Config) Of(s Standing) (best Cadence) {
	offer := func(rule Rule, days int) {
		if days > 0 && (best.Base == 0 || days < best.Base) {
			best = Cadence{Rule: rule, Base: days, Call: rule == Mass}
		}
	}
	switch s.Tier {
	case "MAJOR":
		offer(Major, c.Major)
	case "NAMED":
		offer(Named, c.Named)
	case "NONNAMED":
		offer(NonNamed, c.NonNamed)
	case "MASS":
		offer(Mass, c.Mass)
	}
	if s.VIP {
		offer(VIP, c.VIP)
	}
	switch s.Grid {
	case "A":
		offer(GridA, c.GridA)
	case "B":
		offer(GridB, c.GridB)
	case "C":
		offer(GridC, c.GridC)
	}
	best.Days = paced(best.Base, s.Factor)
	return best
}

// rarest is a cadence so long that nobody waits for it: ten years.
const rarest = 3650

// paced are days divided by a factor, without the fraction.
func paced(days int, factor float64) int {
	if days == 0 || !(factor > 0) {
		return 0
	}
	return int(max(1, min(rarest, math.Floor(float64(days)/factor))))
}

// Due is the day by which to visit again. Who was never visited is due a cadence
// after he was first known, and at once if nobody knows since when that is.
func (c Cadence) Due(last, known, today kernel.Date) kernel.Date {
	switch {
	case c.Days == 0:
		return kernel.Date{}
	case !last.IsZero():
		return last.Add(c.Days)
	case !known.IsZero():
		return known.Add(c.Days)
	}
	return today
}

// Working is the day so many working days after another one, Monday to Friday.
func Working(from kernel.Date, days int) kernel.Date {
	for days > 0 {
		if from = from.Add(1); Weekday(from) <= 5 {
			days--
		}
	}
	return from
}

// Weekday is 1 on a Monday and 7 on a Sunday.
func Weekday(d kernel.Date) int {
	y, m, day := d.Parts()
	return (int(time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).Weekday())+6)%7 + 1
}

// Package urgency decides what is to be done first: what is neglected at the
// greatest expected loss, and whether that is now, this week, or can wait.
//
//	expected loss = amount at stake × probability that it is lost
//
// A rule says where both come from; things on which no money hangs follow those
// on which some does. Own implementation.
package urgency

import (
	"cmp"
	"strconv"

	"erba/analysis/null"
	"erba/kernel"
)

// Where the amount at stake comes from.
const (
	Own   = "own"   // the thing's own figure
	Sales = "sales" // what the account has bought in 12 months
	None  = "none"  // no money hangs on it
)

// Setting is how a rule reckons.
type Setting struct {
	Rule   string  `json:"name"`
	On     bool    `json:"on"`
	Amount string  `json:"amount" enum:"own,sales,none"`
	Chance float64 `json:"chance" unit:"share" minimum:"0"  maximum:"1"`
	Now    int     `json:"now"    unit:"days"  minimum:"-1" maximum:"365"`
	Lead   int     `json:"lead"   unit:"days"  minimum:"-1" maximum:"365"`
}

// Never is the number of days after which nothing happens: what is never urgent
// can always wait, what is never told stays with who does it.
const Never = -1

// Config holds what a company may decide differently.
type Config struct {
	Week  int       `json:"week"  unit:"days" minimum:"1" maximum:"31"`  // due within so many days it belongs to this week
	Again int       `json:"again" unit:"days" minimum:"1" maximum:"365"` // so many days after it was ticked off it comes back if it still holds
	Rules []Setting `json:"rules"`
}

// Default is the configuration without any rules: those that offer things bring
// their own.
func Default() Config { return Config{Week: 7, Again: 30, Rules: []Setting{}} }

// Check reports what about it makes no sense.
func (c Config) Check() error {
	seen := map[string]bool{}
	for i, s := range c.Rules {
		at := "rules." + strconv.Itoa(i)
		switch {
		case s.Rule == "" || seen[s.Rule]:
			return kernel.Invalid("urgency.twice").In(at + ".name")
		case s.Amount == None && s.Chance != 0:
			return kernel.Invalid("urgency.chance_of_nothing").In(at + ".chance")
		}
		seen[s.Rule] = true
	}
	return nil
}

// Of is how a rule reckons: as somebody has decided, or as is usual.
func (c Config) Of(usual Setting) Setting {
	for _, s := range c.Rules {
		if s.Rule == usual.Rule {
			return s
		}
	}
	return usual
}

// The groups of a day.
const (
	Now  = "now"
	Week = "week"
	Wait = "wait"
)

// Groups are all of them, the most urgent first.
var Groups = []string{Now, Week, Wait}

// Thing is what somebody could neglect.
type Thing struct {
	Amount null.Number // at stake, minor units
	Chance null.Number // of losing it
	Due    kernel.Date // zero: some time
}

// Loss is what neglecting it is expected to cost; None where no money hangs on it.
func (t Thing) Loss() null.Number {
	if !t.Amount.Known() || !t.Chance.Known() || t.Amount <= 0 || t.Chance <= 0 {
		return null.None
	}
	return (t.Amount * t.Chance).Steady()
}

// Group is when it is to be done, seen from a day: what has no day can wait.
func (c Config) Group(t Thing, s Setting, today kernel.Date) string {
	if t.Due.IsZero() || s.Now == Never {
		return Wait
	}
	switch left := t.Due.Days(today); {
	case left <= s.Now:
		return Now
	case left <= c.Week:
		return Week
	}
	return Wait
}

// Late is how many days ago it should have been done; below zero, in how many it should.
func (t Thing) Late(today kernel.Date) int { return today.Days(t.Due) }

// Compare orders things by expected loss, the greatest first; those without one
// come last, the next due first.
func (t Thing) Compare(u Thing) int {
	a, b := t.Loss(), u.Loss()
	switch {
	case a.Known() && b.Known() && a != b:
		return cmp.Compare(b, a)
	case a.Known() != b.Known():
		if a.Known() {
			return -1
		}
		return 1
	}
	return t.Earlier(u)
}

// Earlier orders things by their days; those without one come last.
func (t Thing) Earlier(u Thing) int {
	if t.Due.IsZero() || u.Due.IsZero() {
		return cmp.Compare(boolean(t.Due.IsZero()), boolean(u.Due.IsZero()))
	}
	return t.Due.Compare(u.Due)
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

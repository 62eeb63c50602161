package pool

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Classes are those of method M25, and none for who has never bought.
var Classes = []string{"A", "B", "C", None}

// None is the class of who has never bought.
const None = "none"

// Line says after how many days without contact the accounts of a class fall.
type Line struct {
	Class string `json:"class" enum:"A,B,C,none"`
	Days  int64  `json:"days"  minimum:"1" maximum:"3650"`
}

// Rules say when accounts fall into the pool, and who may take how many.
type Rules struct {
	Lines   []Line      `json:"lines"   maxItems:"4" doc:"A class without a line never falls"`
	Unowned bool        `json:"unowned" doc:"Accounts that belong to nobody are put into the pool, too"`
	Warn    int64       `json:"warn"    minimum:"1" maximum:"60" doc:"Days before on which the owner is told"`
	Most    int64       `json:"most"    minimum:"0" maximum:"1000" doc:"Accounts out of the pool that one person holds at a time"`
	Daily   int64       `json:"daily"   minimum:"0" maximum:"100" doc:"Accounts that one person takes in a day"`
	Cooling int64       `json:"cooling" minimum:"0" maximum:"365" doc:"Days after which whoever had an account may take it again"`
	Spare   []kernel.ID `json:"spare"   maxItems:"500" doc:"Key accounts that are left out by name"`
	Version int64       `json:"version" doc:"0: no rules have been put in force"`
	Reason  string      `json:"reason"`
	By      kernel.ID   `json:"by,omitzero"`
	At      int64       `json:"at" doc:"Microseconds since 1970, UTC"`
}

// Revision is the version that a change must name to replace it.
func (r Rules) Revision() int64 { return r.Version }

// usual are the rules until somebody puts others in force: nothing falls.
var usual = Rules{Lines: []Line{}, Warn: 7, Most: 30, Daily: 5, Cooling: 30, Spare: []kernel.ID{}}

// of is after how many days the accounts of a class fall; false: never.
func (r Rules) of(class string) (days int64, ruled bool) {
	at := slices.IndexFunc(r.Lines, func(l Line) bool { return l.Class == class })
	if at < 0 {
		return 0, false
	}
	return r.Lines[at].Days, true
}

func (r Rules) spares(account kernel.ID) bool { return slices.Contains(r.Spare, account) }

const shortest = 2 // characters of a reason

// Check reports the first thing about rules that makes no sense.
func (r Rules) Check() error {
	if r.Most < 0 || r.Daily < 0 || r.Cooling < 0 || r.Warn < 1 {
		return kernel.Invalid("pool.bad_limits")
	}
	seen := map[string]bool{}
	for i, l := range r.Lines {
		switch {
		case !slices.Contains(Classes, l.Class) || seen[l.Class]:
			return kernel.Invalid("pool.bad_class", "number", i+1)
		case l.Days <= r.Warn:
			return kernel.Invalid("pool.bad_days", "warn", r.Warn)
		}
		seen[l.Class] = true
	}
	return nil
}

// reasoned wants to know why.
func reasoned(reason string) error {
	if len([]rune(strings.TrimSpace(reason))) < shortest {
		return kernel.Invalid("pool.no_reason")
	}
	return nil
}

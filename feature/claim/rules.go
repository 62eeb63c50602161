package claim

import (
	"strings"

	"erba/kernel"
)

// Rules say how long claims count, and how many somebody may have.
type Rules struct {
	Version  int64     `json:"version"  db:"version" doc:"0: nobody has said otherwise"`
	Days     int64     `json:"days"     db:"days"     minimum:"1" maximum:"730" doc:"A claim counts so long, or waits so long for a decision"`
	Most     int64     `json:"most"     db:"most"     minimum:"1" maximum:"1000" doc:"Claims of one person at a time"`
	Renewals int64     `json:"renewals" db:"renewals" minimum:"0" maximum:"20" doc:"How often a claim may be renewed"`
	Warn     int64     `json:"warn"     db:"warn"     minimum:"1" maximum:"90" doc:"Days before its end on which its owner is told; it can be renewed from then on"`
	Checks   int64     `json:"checks"   db:"checks"   minimum:"1" maximum:"1000" doc:"Questions of one person in an hour"`
	Reason   string    `json:"reason"   db:"reason"`
	By       kernel.ID `json:"by,omitzero" db:"by_id"`
	At       int64     `json:"at"       db:"at" doc:"Microseconds since 1970, UTC"`
}

// Revision is the version that a change must name to replace it.
func (r Rules) Revision() int64 { return r.Version }

// usual are the rules until somebody says otherwise.
var usual = Rules{Days: 90, Most: 20, Renewals: 1, Warn: 14, Checks: 30}

// Check reports the first thing about rules that makes no sense.
func (r Rules) Check() error {
	switch {
	case r.Days < 1 || r.Most < 1 || r.Renewals < 0 || r.Checks < 1:
		return kernel.Invalid("claim.bad_rules")
	case r.Warn < 1 || r.Warn >= r.Days:
		return kernel.Invalid("claim.bad_warning", "days", r.Days)
	case len([]rune(strings.TrimSpace(r.Reason))) < shortest:
		return kernel.Invalid("claim.no_reason")
	}
	return nil
}

// renewable says why a claim cannot be renewed on a day.
func (r Rules) renewable(c Claim, today kernel.Date) error {
	switch {
	case c.State != Granted:
		return kernel.Refused("claim.not_granted")
	case c.Renewals >= r.Renewals:
		return kernel.Refused("claim.renewed_enough", "most", r.Renewals)
	case c.Until.Compare(today.Add(int(r.Warn))) > 0:
		return kernel.Refused("claim.too_early", "days", r.Warn)
	}
	return nil
}

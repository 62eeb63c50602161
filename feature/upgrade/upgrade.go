// Package upgrade decides how an account is brought one class up (method M18):
// what it still lacks, who sees to it, by when and in which steps. A plan raises
// no class: that is done by re-evaluation alone, and a plan is reached when it is.
package upgrade

import (
	"slices"
	"strings"

	"erba/kernel"
)

// The states of a plan.
const (
	Open    = "open"
	Reached = "reached" // the class is in force
	Dropped = "dropped" // somebody has given it up, with a reason
)

// Classes are those of method M18, from the lowest up; P has never bought.
var Classes = []string{"P", "D", "C", "B", "A"}

// Above is the next class above one, "" above the highest.
func Above(class string) string {
	at := slices.Index(Classes, class)
	if at < 0 || at == len(Classes)-1 {
		return ""
	}
	return Classes[at+1]
}

// Plan is how an account gets from one class to the next.
type Plan struct {
	ID      kernel.ID   `json:"id"             db:"id"`
	Account kernel.ID   `json:"account"        db:"account_id"`
	Was     string      `json:"was"            db:"was"     enum:"P,D,C,B"`
	Becomes string      `json:"becomes"        db:"becomes" enum:"D,C,B,A"`
	Owner   kernel.ID   `json:"owner,omitzero" db:"owner_id" doc:"Who sees to it"`
	Due     kernel.Date `json:"due"            db:"due_on"`
	State   string      `json:"state"          db:"state" enum:"open,reached,dropped"`
	Note    string      `json:"note"           db:"note" doc:"Why it was dropped"`
	By      kernel.ID   `json:"by,omitzero"    db:"by_id" doc:"Who made it"`
	Started kernel.Date `json:"started"        db:"started_on"`
	Ended   kernel.Date `json:"ended"          db:"ended_on" doc:"Empty: it is open"`
	Version int64       `json:"version"        db:"version"`
	Steps   []Step      `json:"steps"          db:"-"`
}

// Revision is the version that a change must name to replace it.
func (p Plan) Revision() int64 { return p.Version }

// Step is one thing to do.
type Step struct {
	Plan  kernel.ID   `json:"-"    db:"upgrade_id"`
	Place int64       `json:"-"    db:"place"`
	Said  string      `json:"said" db:"said" maxLength:"200"`
	Due   kernel.Date `json:"due"  db:"due_on"`
	Done  kernel.Date `json:"done" db:"done_on" doc:"Empty: not yet"`
}

const (
	shortest = 2  // characters of a step
	most     = 20 // steps of a plan
)

// Check reports the first rule that a plan breaks.
func (p Plan) Check() error {
	switch {
	case p.Owner.IsZero():
		return kernel.Invalid("upgrade.no_owner")
	case p.Due.Compare(p.Started) <= 0:
		return kernel.Invalid("upgrade.bad_due", "on", p.Started)
	case len(p.Steps) == 0 || len(p.Steps) > most:
		return kernel.Invalid("upgrade.bad_steps", "max", most)
	}
	for i, s := range p.Steps {
		if len([]rune(strings.TrimSpace(s.Said))) < shortest {
			return kernel.Invalid("upgrade.empty_step", "number", i+1)
		}
		if s.Due.IsZero() || s.Due.Compare(p.Due) > 0 {
			return kernel.Invalid("upgrade.late_step", "number", i+1, "due", p.Due)
		}
	}
	return nil
}

// Reaches reports whether a class is what the plan is for, or more.
func (p Plan) Reaches(class string) bool {
	return slices.Index(Classes, class) >= slices.Index(Classes, p.Becomes)
}

// Listed is a plan as it is listed.
type Listed struct {
	Plan
	Code string `json:"code"`
	Name string `json:"name"`
	Of   int    `json:"of"   doc:"How many steps there are"`
	Done int    `json:"done" doc:"How many of them are done"`
	Late bool   `json:"late" doc:"Its day has passed, or that of a step that is not done"`
}

// Plans is a page of them, the latest first.
type Plans struct {
	Rows []Listed  `json:"rows"`
	Late int       `json:"late" doc:"Open ones in sight whose day has passed"`
	Open int       `json:"open" doc:"Open ones in sight"`
	Next kernel.ID `json:"next,omitzero"`
}

// late reports whether something of an open plan should have been done by now.
func (p Plan) late(today kernel.Date) bool {
	return p.State == Open && (p.Due.Compare(today) < 0 ||
		slices.ContainsFunc(p.Steps, func(s Step) bool { return s.Done.IsZero() && s.Due.Compare(today) < 0 }))
}

// Package plan decides what has to be done for an account by whom until when,
// and how far the planning of a period is (method M94): eight steps, each of
// which is complete when no account stands against it, and which have to be
// looked at again where an account's tier has changed since.
package plan

import (
	"strings"

	"erba/kernel"
)

// The states of a plan.
const (
	Open  = "open"
	Ended = "ended"
)

// Plan is the planning of one period.
type Plan struct {
	ID      kernel.ID   `json:"id"          db:"id"`
	Name    string      `json:"name"        db:"name"`
	From    kernel.Date `json:"from"        db:"from_on"`
	Until   kernel.Date `json:"until"       db:"until_on" doc:"The last day"`
	State   string      `json:"state"       db:"state" enum:"open,ended"`
	By      kernel.ID   `json:"by,omitzero" db:"by_id" doc:"Who began it"`
	Begun   kernel.Date `json:"begun"       db:"begun_on"`
	Ended   kernel.Date `json:"ended"       db:"ended_on" doc:"Empty: it is open"`
	Version int64       `json:"version"     db:"version"`
}

// Revision is the version that a change must name to replace it.
func (p Plan) Revision() int64 { return p.Version }

const (
	shortest = 2       // characters of a name, a title, a reason
	longest  = 3 * 366 // days of a period
)

// Check reports the first rule that a plan breaks.
func (p Plan) Check() error {
	switch {
	case short(p.Name):
		return kernel.Invalid("plan.no_name").In("name")
	case p.From.IsZero() || p.Until.Compare(p.From) <= 0:
		return kernel.Invalid("plan.bad_period").In("until")
	case p.Until.Days(p.From) > longest:
		return kernel.Invalid("plan.long_period").In("until")
	}
	return nil
}

// short reports whether a text says nothing.
func short(s string) bool { return len([]rune(strings.TrimSpace(s))) < shortest }

package opportunity

import (
	"slices"

	"erba/kernel"
)

// Reached is a milestone that a deal has passed, and what shows it.
type Reached struct {
	Milestone string      `json:"milestone" db:"milestone"`
	On        kernel.Date `json:"on"        db:"reached_on"`
	Evidence  string      `json:"evidence"  db:"evidence"`
	By        string      `json:"by"        db:"by_name"`
}

// holding asks of milestones whether they hold one of a key.
func holding(all []Reached) func(string) bool {
	return func(key string) bool {
		return slices.ContainsFunc(all, func(r Reached) bool { return r.Milestone == key })
	}
}

// Package planning decides how far the planning of a period is (method M94):
// eight steps, each of which is complete when nobody stands against it, and no
// longer is once a customer's tier has changed, until somebody has looked at
// what rested on the old one.
package planning

// Steps is how many there are: classes, goals, coverage, organisation,
// competitors, opportunities, resources, actions.
const Steps = 8

// Reached is the least share of the influence at an important customer that we have
// to be close to.
const Reached = 0.6

// Resting are the steps of a customer that rest on its tier: goal, coverage and
// resources.
func Resting() []int { return []int{2, 3, 7} }

// The states of a step.
const (
	Complete = "complete"
	Open     = "open"
	Stale    = "stale" // only marks stand against it
	Later    = "later" // what it looks at is not recorded yet
)

// Step is one of the eight, by what was counted.
type Step struct {
	Number   int  `json:"number"`
	Later    bool `json:"later,omitempty"`
	Begun    bool `json:"begun"    doc:"There is something to judge by"`
	Blocking int  `json:"blocking" doc:"How many stand against it"`
	Stale    int  `json:"stale"    doc:"How many have to be looked at again"`
}

// State is how far the step is.
func (s Step) State() string {
	switch {
	case s.Later:
		return Later
	case !s.Begun || s.Blocking > 0:
		return Open
	case s.Stale > 0:
		return Stale
	}
	return Complete
}

// Status is how many steps are complete, and which part of all that is.
func Status(all []Step) (complete int, share float64) {
	for _, s := range all {
		if s.State() == Complete {
			complete++
		}
	}
	return complete, float64(complete) / Steps
}

package evaluation

import (
	"slices"

	"erba/kernel"
)

// Need says who decides about a change.
type Need string

// The needs.
const (
	Nobody   Need = "nobody"
	Manager  Need = "manager"  // whoever leads the account's manager
	Director Need = "director" // whoever answers for all accounts
)

var needs = []Need{Nobody, Manager, Director}

// Pace is how long a change must show itself before it is proposed.
type Pace struct {
	Runs   int  `json:"runs"   minimum:"1" maximum:"12" unit:"count" doc:"Evaluations in a row"`
	Months int  `json:"months" minimum:"0" maximum:"24" unit:"months" doc:"Between the first of them and the last"`
	Need   Need `json:"need"   enum:"nobody,manager,director"`
}

// Rule is how the classes of one model come into force.
type Rule struct {
	Up       Pace   `json:"up"`
	Down     Pace   `json:"down"`
	Hold     int    `json:"hold"     minimum:"0" maximum:"24" unit:"months" doc:"Between one change and the next"`
	Rest     int    `json:"rest"     minimum:"0" maximum:"24" unit:"months" doc:"Before a refused change is proposed again"`
	Director string `json:"director" doc:"To and from this class it is the director who decides; empty: no class"`
}

// Rules are those of the governed models.
type Rules struct {
	Tier Rule `json:"tier"`
	Key  Rule `json:"key"`
	VIP  Rule `json:"vip"`
	Days int  `json:"days" minimum:"1" maximum:"366" unit:"days" doc:"That a class set by hand holds unless it says otherwise"`
}

// Default is a change upwards at once and one downwards after two evaluations
// that are a month apart; tiers hold half a year (method M17), the register a
// quarter (M01). Upwards a VIP needs nobody: his nomination was approved.
func Default() Rules {
	soon, slow := Pace{1, 0, Manager}, Pace{2, 1, Manager}
	return Rules{
		Tier: Rule{Up: soon, Down: slow, Hold: 6, Rest: 3, Director: "MAJOR"},
		Key:  Rule{Up: soon, Down: Pace{2, 3, Manager}, Hold: 3, Rest: 3},
		VIP:  Rule{Up: Pace{1, 0, Nobody}, Down: Pace{1, 0, Manager}, Rest: 3},
		Days: 90,
	}
}

// of is the rule of a governed model, by its place.
func (r *Rules) of(at int) *Rule { return [...]*Rule{&r.Tier, &r.Key, &r.VIP}[at] }

// Check reports the first rule that makes no sense.
func (r Rules) Check() error {
	for at, g := range Models {
		rule := r.of(at)
		if !rule.Up.holds() || !rule.Down.holds() || !within(rule.Hold, 0, 24) || !within(rule.Rest, 0, 24) ||
			rule.Director != "" && g.rank(rule.Director) == 0 {
			return kernel.Invalid("evaluation.bad_rule", "model", g.Model)
		}
	}
	if !within(r.Days, 1, 366) {
		return kernel.Invalid("evaluation.bad_rule", "model", "days")
	}
	return nil
}

func (p Pace) holds() bool {
	return within(p.Runs, 1, 12) && within(p.Months, 0, 24) && slices.Contains(needs, p.Need)
}

func within(n, least, most int) bool { return least <= n && n <= most }

// pace is that of a change in one direction.
func (r *Rule) pace(up bool) Pace {
	if up {
		return r.Up
	}
	return r.Down
}

// need is who decides about a change. Where the director decides about a class,
// he does so about the way to it and from it.
func (r *Rule) need(was, becomes string, up bool) Need {
	if r.Director != "" && (was == r.Director || becomes == r.Director) {
		return Director
	}
	return r.pace(up).Need
}

// Setting is a version of the rules: who decided it and why.
type Setting struct {
	Version  int64       `json:"version"`
	Rules    Rules       `json:"rules"`
	Reason   string      `json:"reason"`
	By       kernel.ID   `json:"by,omitzero"       doc:"Who proposed it"`
	Approver kernel.ID   `json:"approver,omitzero"`
	On       kernel.Date `json:"on"`
}

// Revision is the version that a change must name to replace it.
func (s Setting) Revision() int64 { return s.Version }

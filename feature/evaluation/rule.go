package evaluation

import "erba/kernel"

// Method is the id under which the library of methods holds the rules.
const Method = "R01"

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
	Runs   int  `json:"runs"   minimum:"1" maximum:"12" unit:"times" doc:"Evaluations in a row"`
	Months int  `json:"months" minimum:"0" maximum:"24" unit:"months" doc:"Between the first of them and the last"`
	Need   Need `json:"need"   enum:"nobody,manager,director"`
}

// Rule is how the classes of one model come into force.
type Rule struct {
	Up       Pace `json:"up"`
	Down     Pace `json:"down"`
	Hold     int  `json:"hold"     minimum:"0" maximum:"24" unit:"months" doc:"Between one change and the next"`
	Rest     int  `json:"rest"     minimum:"0" maximum:"24" unit:"months" doc:"Before a refused change is proposed again"`
	Director bool `json:"director" doc:"To and from the highest class it is the director who decides"`
}

// Rules are those of the governed models, a field for each, and what the tiers
// ask of those who look after accounts.
type Rules struct {
	Tier     Rule    `json:"tier"`
	Key      Rule    `json:"key"`
	VIP      Rule    `json:"vip"`
	Grade    Rule    `json:"grade"`
	Card     Rule    `json:"card"`
	Cares    Cares   `json:"cares"`
	Capacity float64 `json:"capacity" minimum:"1" maximum:"744" unit:"hours" doc:"Of a manager, a month"`
	Days     int     `json:"days"     minimum:"1" maximum:"366" unit:"days" doc:"That a class set by hand holds unless it says otherwise"`
}

// of is the rule of a governed model, by its place.
func (r *Rules) of(at int) *Rule { return [...]*Rule{&r.Tier, &r.Key, &r.VIP, &r.Grade, &r.Card}[at] }

// Default is a change upwards at once and one downwards after two evaluations
// that are a month apart; tiers hold half a year (method M17), the register a
// quarter (M01). Upwards a VIP needs nobody: his nomination was approved. Method
// M18 itself waits for a second quarter, and a card is valid for a year (M19).
func Default() Rules {
	soon, slow := Pace{1, 0, Manager}, Pace{2, 1, Manager}
	return Rules{
		Tier:  Rule{Up: soon, Down: slow, Hold: 6, Rest: 3, Director: true},
		Key:   Rule{Up: soon, Down: Pace{2, 3, Manager}, Hold: 3, Rest: 3},
		VIP:   Rule{Up: Pace{1, 0, Nobody}, Down: Pace{1, 0, Manager}, Rest: 3},
		Grade: Rule{Up: soon, Down: Pace{1, 0, Manager}, Rest: 3},
		Card:  Rule{Up: soon, Down: Pace{2, 12, Manager}, Rest: 3},
		Cares: usualCares(), Capacity: 160, Days: 90,
	}
}

// Check refuses a tier that gets less than the one below it.
func (r Rules) Check() error { return kernel.Within("cares", r.Cares.Check()) }

// pace is that of a change in one direction.
func (r *Rule) pace(up bool) Pace {
	if up {
		return r.Up
	}
	return r.Down
}

// need is who decides about a change of a model's class.
func (g Governed) need(r *Rule, was, becomes string) Need {
	highest := len(g.Classes)
	if r.Director && (g.rank(was) == highest || g.rank(becomes) == highest) {
		return Director
	}
	return r.pace(g.rank(becomes) > g.rank(was)).Need
}

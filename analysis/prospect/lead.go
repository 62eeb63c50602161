package prospect

import (
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// What may be known of a lead; each is worth points.
const (
	Interest = "interest" // they asked themselves
	Budget   = "budget"
	Need     = "need"
	Time     = "time"    // when they want to buy
	Person   = "person"  // whom to speak to
	Company  = "company" // large enough
)

// Signs are all of them, in the order in which one asks.
var Signs = []string{Interest, Need, Budget, Time, Person, Company}

// Points are what each sign is worth; a lead is good from a score on.
type Points struct {
	Interest int `json:"interest" unit:"score" minimum:"0" maximum:"100" doc:"They asked themselves: 20"`
	Need     int `json:"need"     unit:"score" minimum:"0" maximum:"100" doc:"What they need is known: 20"`
	Budget   int `json:"budget"   unit:"score" minimum:"0" maximum:"100" doc:"There is money for it: 25"`
	Time     int `json:"time"     unit:"score" minimum:"0" maximum:"100" doc:"It is known when they buy: 15"`
	Person   int `json:"person"   unit:"score" minimum:"0" maximum:"100" doc:"We know whom to speak to: 10"`
	Company  int `json:"company"  unit:"score" minimum:"0" maximum:"100" doc:"The company is of the kind we look for: 10"`
	Good     int `json:"good"     unit:"score" minimum:"1" maximum:"100" doc:"From this score on a lead may become a deal: 60"`
}

// DefaultPoints count money most.
func DefaultPoints() Points { return Points{20, 20, 25, 15, 10, 10, 60} }

// Check refuses points that do not sum up to 100.
func (p Points) Check() error {
	sum := 0
	for _, sign := range Signs {
		if p.of(sign) < 0 {
			return kernel.Invalid("prospect.bad_points").In(sign)
		}
		sum += p.of(sign)
	}
	if sum != 100 || p.Good < 1 || p.Good > 100 {
		return kernel.Invalid("prospect.bad_points").In("interest")
	}
	return nil
}

func (p Points) of(sign string) int {
	return map[string]int{Interest: p.Interest, Need: p.Need, Budget: p.Budget, Time: p.Time, Person: p.Person, Company: p.Company}[sign]
}

// Part is what a sign brings to the score of a lead, which is its reason.
type Part struct {
	Sign   string `json:"sign"`
	Points int    `json:"points" doc:"What it brings"`
	Of     int    `json:"of"     doc:"What it could bring"`
}

// Score is how far a lead is from being a deal, from 0 to 100, with what each sign
// brings. What nobody knows brings nothing.
func (p Points) Score(known func(sign string) bool) (score int, parts []Part) {
	for _, sign := range Signs {
		part := Part{Sign: sign, Of: p.of(sign)}
		if known(sign) {
			part.Points = part.Of
		}
		score, parts = score+part.Points, append(parts, part)
	}
	return score, parts
}

// The states of a lead.
const (
	New       = "new"
	Contacted = "contacted"
	Qualified = "qualified"
	Deal      = "deal"
	Nurture   = "nurture"
	Dropped   = "dropped"
)

// ways are where a lead may go from each state. A deal stays one.
var ways = map[string][]string{
	New:       {Contacted, Nurture, Dropped},
	Contacted: {Qualified, Nurture, Dropped},
	Qualified: {Deal, Nurture, Dropped},
	Nurture:   {Contacted, Dropped},
	Dropped:   {Contacted},
}

// Goes reports whether a lead may go from a state to another.
func Goes(from, to string) bool { return slices.Contains(ways[from], to) }

// Ways are where a lead may go from a state.
func Ways(from string) []string { return append([]string{}, ways[from]...) }

// Yield is what a source of leads has brought (method M54). Costs are in minor units.
type Yield struct {
	Leads int   `json:"leads"`
	Won   int   `json:"won"`
	Spent int64 `json:"spent"`
}

// PerLead is what a lead has cost, in minor units; None where there was none.
func (y Yield) PerLead() null.Number { return per(y.Spent, y.Leads) }

// PerCustomer is what a customer who was won has cost.
func (y Yield) PerCustomer() null.Number { return per(y.Spent, y.Won) }

func per(spent int64, n int) null.Number {
	if n == 0 {
		return null.None
	}
	return null.Of(spent) / null.Of(n)
}

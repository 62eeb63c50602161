// Package risk decides how near a customer is to breaking off (method M08): nine
// causes, each with a probability and an impact from 1 to 5. A risk is their
// product, a customer is as risky as the worst of his causes: 15 and more is red,
// 8 and more yellow. How bad a lack of quality is nobody may soften: 5.
//
//	I1 people change      I2 trust is lacking   I3 nobody keeps at it
//	I4 cultures differ    I5 quality
//	E1 market position    E2 products, process  E3 money   E4 place in the chain
package risk

import (
	"slices"

	"erba/analysis/why"
	"erba/kernel"
)

// The causes: the first five lie with us and between us, the others outside.
const (
	People   = "I1"
	Trust    = "I2"
	Constant = "I3"
	Culture  = "I4"
	Quality  = "I5"
	Market   = "E1"
	Process  = "E2"
	Money    = "E3"
	Chain    = "E4"
)

// Causes are all of them, in the order of a register.
var Causes = []string{People, Trust, Constant, Culture, Quality, Market, Process, Money, Chain}

// The levels; empty is a customer of whom nobody has said anything.
const (
	Red    = "red"
	Yellow = "yellow"
	Green  = "green"
)

// Least and Most are the ends of both scales.
const (
	Least = 1
	Most  = 5
)

// Impacts are how bad each cause is, until somebody says it of a customer.
type Impacts struct {
	People   int `json:"I1" unit:"score" minimum:"1" maximum:"5"`
	Trust    int `json:"I2" unit:"score" minimum:"1" maximum:"5"`
	Constant int `json:"I3" unit:"score" minimum:"1" maximum:"5"`
	Culture  int `json:"I4" unit:"score" minimum:"1" maximum:"5"`
	Market   int `json:"E1" unit:"score" minimum:"1" maximum:"5"`
	Process  int `json:"E2" unit:"score" minimum:"1" maximum:"5"`
	Money    int `json:"E3" unit:"score" minimum:"1" maximum:"5"`
	Chain    int `json:"E4" unit:"score" minimum:"1" maximum:"5"`
}

// Config holds what a company may decide differently.
type Config struct {
	Red      int     `json:"red"      unit:"score" minimum:"2"   maximum:"25"   doc:"From this risk on a customer is red: 15"`
	Yellow   int     `json:"yellow"   unit:"score" minimum:"1"   maximum:"24"   doc:"… and yellow: 8"`
	Impact   Impacts `json:"impact"   doc:"Of a cause, where nobody has said it of the customer"`
	Recent   int     `json:"recent"   unit:"days"  minimum:"1"   maximum:"730"  doc:"A change of people or of the process is news for so long: 90"`
	Promises int     `json:"promises" unit:"count" minimum:"1"   maximum:"50"   doc:"So many promises of ours overdue are a signal: 2"`
	Silence  float64 `json:"silence"  unit:"score" minimum:"1"   maximum:"10"   doc:"So many times the cadence without a visit: 2"`
	Fall     float64 `json:"fall"     unit:"share" minimum:"0.01" maximum:"1"   doc:"Our share fell by so much of itself within a quarter: 0.2"`
	Overdue  int     `json:"late"  unit:"days"  minimum:"1"   maximum:"730"  doc:"Money is overdue for longer than this: 30"`
	Poor     float64 `json:"poor"     unit:"score" minimum:"1"   maximum:"5"    doc:"The quality of the relationship is at most this: 2.5"`
	Defects  int     `json:"defects"  unit:"count" minimum:"1"   maximum:"100"  doc:"So many complaints about quality within the days of news: 2"`
	Quiet    int     `json:"quiet"    unit:"days"  minimum:"1"   maximum:"730"  doc:"What was declined is not proposed again for so long: 90"`
	Fresh    int     `json:"fresh"    unit:"days"  minimum:"30"  maximum:"1095" doc:"A judgement is stale after so many days: 180"`
}

// Default is that of the specification.
func Default() Config {
	return Config{Red: 15, Yellow: 8, Impact: Impacts{4, 3, 3, 3, 4, 3, 4, 3}, Recent: 90, Promises: 2, Silence: 2, Fall: 0.2,
		Overdue: 30, Poor: 2.5, Defects: 2, Quiet: 90, Fresh: 180}
}

// Check refuses levels that cross and signals that everybody or nobody gives.
func (c Config) Check() error {
	switch {
	case c.Yellow < 1 || c.Red > Most*Most || c.Yellow >= c.Red:
		return kernel.Invalid("risk.bad_levels").In("yellow")
	case c.Recent < 1 || c.Promises < 1 || !(c.Silence >= 1) || !(c.Fall > 0 && c.Fall <= 1) || c.Overdue < 1 || c.Defects < 1:
		return kernel.Invalid("risk.bad_signals")
	case !(c.Poor >= Least && c.Poor <= Most):
		return kernel.Invalid("risk.bad_signals").In("poor")
	case c.Quiet < 1 || c.Fresh < 1:
		return kernel.Invalid("risk.bad_signals").In("quiet")
	}
	for _, cause := range Causes {
		if n := c.Usual(cause); n < Least || n > Most {
			return kernel.Invalid("risk.bad_impact").In("impact." + cause)
		}
	}
	return nil
}

// Usual is how bad a cause is where nobody has said it.
func (c *Config) Usual(cause string) int {
	i := c.Impact
	return map[string]int{People: i.People, Trust: i.Trust, Constant: i.Constant, Culture: i.Culture, Quality: Most,
		Market: i.Market, Process: i.Process, Money: i.Money, Chain: i.Chain}[cause]
}

// Known reports whether a word is a cause.
func Known(cause string) bool { return slices.Contains(Causes, cause) }

// Judged is what somebody has said of one cause of a customer.
type Judged struct {
	Cause       string `json:"cause"       enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	Probability int    `json:"probability" minimum:"1" maximum:"5"`
	Impact      int    `json:"impact"      minimum:"1" maximum:"5" doc:"Of I5 it counts as 5"`
}

// Weight is how bad it is: of quality nobody may say less than 5.
func (j Judged) Weight() int {
	if j.Cause == Quality {
		return Most
	}
	return j.Impact
}

// Score is the risk of one cause, 1 to 25.
func (j Judged) Score() int { return j.Probability * j.Weight() }

// Level is the colour of a risk; empty of none.
func (c *Config) Level(score int) string {
	switch {
	case score < 1:
		return ""
	case score >= c.Red:
		return Red
	case score >= c.Yellow:
		return Yellow
	}
	return Green
}

// Worst is the cause of a customer that counts, the earlier one of two that are
// as bad; false: nobody has judged any.
func Worst(all []Judged) (worst Judged, found bool) {
	for _, cause := range Causes {
		for _, j := range all {
			if j.Cause == cause && j.Score() > worst.Score() {
				worst, found = j, true
			}
		}
	}
	return worst, found
}

// Explain says which level a customer has, and what would change it.
func (c *Config) Explain(all []Judged) why.Explanation {
	worst, found := Worst(all)
	e := why.Explanation{Model: "M08", Result: "risk.level_" + c.Level(worst.Score()), Rule: "risk.rule_worst", Inputs: []why.Figure{}, Changes: []why.Change{},
		Cuts: []why.Figure{why.Known("risk.score", why.Score, c.Red), why.Known("risk.score", why.Score, c.Yellow)}}
	if !found {
		e.Result, e.Rule = "risk.level_none", "risk.rule_none"
		return e
	}
	for _, cause := range Causes {
		for _, j := range all {
			if j.Cause == cause {
				e.Inputs = append(e.Inputs, why.Known("risk.cause_"+cause, why.Score, j.Score()))
			}
		}
	}
	e.Changes = c.instead(worst, all)
	e.Sort()
	return e
}

// instead is how likely the worst cause would have to be for another level, the
// others staying as they are.
func (c *Config) instead(worst Judged, all []Judged) (changes []why.Change) {
	now := c.Level(worst.Score())
	for p := Least; p <= Most; p++ {
		other := slices.Clone(all)
		for i := range other {
			if other[i].Cause == worst.Cause {
				other[i].Probability = p
			}
		}
		next, _ := Worst(other)
		if level := c.Level(next.Score()); level != now {
			changes = append(changes, why.Instead("risk.probability", why.Score, worst.Probability, p, "risk.level_"+level))
		}
	}
	return changes
}

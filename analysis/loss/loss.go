// Package loss decides how a customer is handled on whom we lose (method M93):
// whose contribution (M26) is below zero. Some of them are young or will grow, some
// are worth it for their name; the others are restricted or pay more.
//
//	new       younger than 12 months   → nurture  培养
//	promising high potential (M16)     → nurture  培养
//	known     a VIP                    → keep     保留
//	any other                          → restrict 限制·调价
//
// Who is restricted and still costs more than he brings after four quarters is
// looked at for an exit (M88). Prospects are scored by how they fit, what they
// need, whether we get to them, and when: 70 and more are worked on, 40 and more
// nurtured.
package loss

import (
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	New     float64        `json:"new"     unit:"count" minimum:"0" maximum:"120" doc:"Months from the first order on: 12"`
	Wait    float64        `json:"wait"    unit:"count" minimum:"1" maximum:"40"  doc:"Quarters until an exit is looked at: 4"`
	Card    scorecard.Card `json:"card"    doc:"Of prospects"`
	Active  float64        `json:"active"  unit:"score" minimum:"0" maximum:"100" doc:"From this score on a prospect is worked on: 70"`
	Nurture float64        `json:"nurture" unit:"score" minimum:"0" maximum:"100" doc:"… and nurtured: 40"`
}

// Default is a year, four quarters, and 40, 30, 20 and 10 of the score.
func Default() Config {
	index := func(name string, weight float64) scorecard.Item {
		return scorecard.Item{Name: name, Unit: why.Score, Weight: weight, Target: 100}
	}
	return Config{New: 12, Wait: 4, Active: 70, Nurture: 40,
		Card: scorecard.Plain("prospect", index("fit", 40), index("need", 30), index("access", 20), index("timing", 10))}
}

// Check refuses spans without an end and cuts that cross.
func (c Config) Check() error {
	switch {
	case !(c.New >= 0 && c.New <= 120):
		return kernel.Invalid("loss.bad_new").In("new")
	case !(c.Wait >= 1 && c.Wait <= 40):
		return kernel.Invalid("loss.bad_wait").In("wait")
	case !(c.Nurture >= 0 && c.Nurture < c.Active && c.Active <= 100):
		return kernel.Invalid("loss.bad_cuts").In("nurture")
	}
	if err := c.Card.Check(); err != nil {
		return kernel.Within("card", err)
	}
	return kernel.Within("card", c.Card.Like(Default().Card))
}

// Case is what is known of a customer.
type Case struct {
	Contribution null.Number `json:"contribution" doc:"Minor units of a year"`
	Age          null.Number `json:"age"          doc:"Months since the first order"`
	Promising    bool        `json:"promising"    doc:"High potential (M16)"`
	VIP          bool        `json:"vip"`
}

// The sub-classes.
const (
	Unknown   = "unknown" // nobody knows what is left
	None      = "none"    // it leaves something
	New       = "new"
	Promising = "promising"
	Known     = "known"
	Plain     = "plain"
)

// The handlings.
const (
	Nurture  = "nurture"
	Keep     = "keep"
	Restrict = "restrict"
	Exit     = "exit"
)

// Class is the sub-class of a customer.
func (c *Config) Class(one Case) string {
	switch {
	case !one.Contribution.Known():
		return Unknown
	case one.Contribution >= 0:
		return None
	case float64(one.Age) < c.New: // never for an age that nobody knows
		return New
	case one.Promising:
		return Promising
	case one.VIP:
		return Known
	}
	return Plain
}

// Handling is what is recommended for a sub-class; empty: nothing.
func Handling(class string) string {
	return map[string]string{New: Nurture, Promising: Nurture, Known: Keep, Plain: Restrict}[class]
}

// Due reports whether an exit is looked at: so many quarters after it was decided
// to restrict, the customer still costs more than he brings.
func (c *Config) Due(one Case, handling string, months int) bool {
	return handling == Restrict && one.Contribution < 0 && float64(months) >= 3*c.Wait
}

// Explain says how a customer is handled, and why.
func (c *Config) Explain(one Case) why.Explanation {
	class := c.Class(one)
	e := why.Explanation{Model: "M93", Result: "loss." + class, Rule: "loss.rule_" + class, Changes: []why.Change{},
		Inputs: []why.Figure{figure("loss.contribution", why.Amount, one.Contribution), figure("loss.age", why.Count, one.Age),
			answer("loss.promising_is", one.Promising), answer("loss.vip", one.VIP)},
		Cuts: []why.Figure{why.Known("loss.contribution", why.Amount, 0.0), why.Known("loss.age", why.Count, c.New)}}
	if class != None && class != Unknown {
		e.Changes = append(e.Changes, why.Instead("loss.contribution", why.Amount, float64(one.Contribution), 0, "loss.none"))
	}
	return e
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

func answer(key string, yes bool) why.Figure {
	if yes {
		return why.Known(key, why.Answer, 1)
	}
	return why.Known(key, why.Answer, 0)
}

// Package strategy decides with which of five strategies a deal is fought for
// (method M64): the first rule that fits. What nobody knows fits no rule; it is
// said, so that somebody can find out.
//
//	1 we supply them already                              → defend   防御
//	2 r ≥ 3, or r ≥ 1.2 and gate 3 ≥ 60                   → frontal  正面
//	3 the criteria can still be changed                   → flank    侧翼
//	4 a part can be split off in which r ≥ 1              → fragment 游击（分割）
//	5 else                                                → develop  发展
//
// r is our score by that of the best competitor. Below 30 at gate 3 there is no
// winnable way: develop or give up, unless we defend.
package strategy

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Strategy is a way to fight for a deal.
type Strategy string

// The strategies.
const (
	Defend   Strategy = "defend"
	Frontal  Strategy = "frontal"
	Flank    Strategy = "flank"
	Fragment Strategy = "fragment"
	Develop  Strategy = "develop"
)

// All are the strategies in the order of their rules.
var All = []Strategy{Defend, Frontal, Flank, Fragment, Develop}

// Known reports whether there is such a strategy.
func Known(s Strategy) bool {
	for _, one := range All {
		if one == s {
			return true
		}
	}
	return false
}

// Config holds what a company may decide differently.
type Config struct {
	Overwhelming float64 `json:"overwhelming" unit:"score" minimum:"1" maximum:"10"  doc:"Frontal from this ratio on: 3"`
	Superior     float64 `json:"superior"     unit:"score" minimum:"1" maximum:"10"  doc:"… or from this one with gate 3: 1.2"`
	Winnable     int     `json:"winnable"     unit:"score" minimum:"0" maximum:"100" doc:"Gate 3 for that: 60"`
	Part         float64 `json:"part"         unit:"score" minimum:"0.1" maximum:"10" doc:"A part is worth splitting off from this ratio on: 1"`
	Hopeless     int     `json:"hopeless"     unit:"score" minimum:"0" maximum:"100" doc:"Below this score at gate 3 there is no winnable way: 30"`
}

// Default is 3 to 1, 1.2 to 1 with 60, 1 to 1 and 30.
func Default() Config {
	return Config{Overwhelming: 3, Superior: 1.2, Winnable: 60, Part: 1, Hopeless: 30}
}

// Check refuses thresholds that cross.
func (c Config) Check() error {
	switch {
	case !(c.Superior >= 1 && c.Superior < c.Overwhelming):
		return kernel.Invalid("strategy.bad_ratio").In("superior")
	case !(c.Part > 0):
		return kernel.Invalid("strategy.bad_part").In("part")
	case c.Hopeless < 0 || c.Hopeless >= c.Winnable || c.Winnable > 100:
		return kernel.Invalid("strategy.bad_gate").In("hopeless")
	}
	return nil
}

// Answer is yes or no, or what nobody knows.
type Answer string

// The answers.
const (
	Yes     Answer = "yes"
	No      Answer = "no"
	Unknown Answer = "unknown"
	Skipped Answer = "untested" // a rule above it fitted
)

// Case is what is known of a deal.
type Case struct {
	Ratio      null.Number `json:"ratio"      doc:"Our score by that of the best competitor"`
	Gate       null.Number `json:"gate"       doc:"Our score at gate 3, 0–100"`
	Incumbent  Answer      `json:"incumbent"  enum:"yes,no,unknown" doc:"We supply them already"`
	Changeable Answer      `json:"changeable" enum:"yes,no,unknown" doc:"The criteria can still be changed"`
	Divisible  Answer      `json:"divisible"  enum:"yes,no,unknown" doc:"A part can be split off"`
	Part       null.Number `json:"part"       doc:"The ratio in that part"`
}

// Step is a rule with what came of it.
type Step struct {
	Strategy Strategy `json:"strategy" enum:"defend,frontal,flank,fragment,develop"`
	Met      Answer   `json:"met"      enum:"yes,no,unknown,untested"`
}

// Advice is the strategy that fits, and the way there.
type Advice struct {
	Strategy Strategy `json:"strategy" enum:"defend,frontal,flank,fragment,develop"`
	Hopeless bool     `json:"hopeless" doc:"There is no winnable way: develop, or give up"`
	Trail    []Step   `json:"trail"    doc:"The five rules in their order"`
}

// Advise goes through the rules.
func (c *Config) Advise(one Case) Advice {
	a := Advice{Trail: make([]Step, len(All))}
	a.Hopeless = one.Incumbent != Yes && float64(one.Gate) < float64(c.Hopeless)
	for i, s := range All {
		met := Skipped
		if a.Strategy == "" {
			met = c.met(s, one)
			if a.Hopeless && s != Develop && s != Defend {
				met = No
			}
		}
		if met == Yes {
			a.Strategy = s
		}
		a.Trail[i] = Step{s, met}
	}
	return a
}

// met says whether the rule of a strategy fits.
func (c *Config) met(s Strategy, one Case) Answer {
	switch s {
	case Defend:
		return known(one.Incumbent)
	case Frontal:
		return c.frontal(one)
	case Flank:
		return known(one.Changeable)
	case Fragment:
		return c.fragment(one)
	}
	return Yes
}

func known(a Answer) Answer {
	if a == Yes || a == No {
		return a
	}
	return Unknown
}

// frontal is decided by the ratio alone unless it lies between the two cuts.
func (c *Config) frontal(one Case) Answer {
	r := float64(one.Ratio)
	switch {
	case !one.Ratio.Known():
		return Unknown
	case r >= c.Overwhelming:
		return Yes
	case r < c.Superior:
		return No
	case !one.Gate.Known():
		return Unknown
	case float64(one.Gate) >= float64(c.Winnable):
		return Yes
	}
	return No
}

func (c *Config) fragment(one Case) Answer {
	switch {
	case one.Divisible == No:
		return No
	case one.Divisible != Yes || !one.Part.Known():
		return Unknown
	case float64(one.Part) >= c.Part:
		return Yes
	}
	return No
}

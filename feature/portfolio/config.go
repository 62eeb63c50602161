package portfolio

import (
	"strings"

	"erba/analysis/grid"
	"erba/analysis/pareto"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/rfm"
	"erba/kernel"
)

// Config is what a company may decide differently about its portfolio.
type Config struct {
	Pareto   pareto.Config   `json:"pareto"`
	RFM      rfm.Config      `json:"rfm"`
	Grid     grid.Config     `json:"grid"`
	Quadrant quadrant.Config `json:"quadrant"`
	Pyramid  pyramid.Config  `json:"pyramid"`
	Rules    Rules           `json:"rules"`
}

// Rules say what makes a key account (method M01): any enabled rule that fires.
type Rules struct {
	REV   Rule `json:"REV"   doc:"Least share of the company's sales: 0.05"`
	TIER  Rule `json:"TIER"  doc:"Tier MAJOR or NAMED; no parameter"`
	GRID  Rule `json:"GRID"  doc:"Grid class A or VIP; no parameter"`
	INFL  Rule `json:"INFL"  doc:"Least score of influence: 4"`
	STRAT Rule `json:"STRAT" doc:"An approved nomination; no parameter"`
	CORE  Rule `json:"CORE"  doc:"ABC.A among the first by sales; least cap: 5"`
	Part  int  `json:"part"  doc:"CORE's cap is the customers divided by this, rounded up: 20"`
}

// Rule is one way to become a key account.
type Rule struct {
	Enabled   bool    `json:"enabled"`
	Parameter float64 `json:"parameter"`
}

// Default is the configuration before anybody changed it, version 1.
func Default() Config {
	return Config{Pareto: pareto.Default(), RFM: rfm.Default(), Grid: grid.Default(),
		Quadrant: quadrant.Default(), Pyramid: pyramid.Default(), Rules: Rules{
			REV: Rule{true, 0.05}, TIER: Rule{true, 0}, GRID: Rule{true, 0},
			INFL: Rule{true, 4}, STRAT: Rule{true, 0}, CORE: Rule{true, 5}, Part: 20}}
}

// Check reports the first part of the configuration that makes no sense.
func (c Config) Check() error {
	for _, part := range []interface{ Check() error }{c.Pareto, c.RFM, c.Grid, c.Quadrant} {
		if err := part.Check(); err != nil {
			return err
		}
	}
	switch r := c.Rules; {
	case r.REV.Parameter <= 0 || r.REV.Parameter > 1:
		return kernel.Invalid("portfolio.bad_rule", "rule", "REV")
	case r.INFL.Parameter < 1 || r.INFL.Parameter > highest:
		return kernel.Invalid("portfolio.bad_rule", "rule", "INFL")
	case r.CORE.Parameter < 1 || r.Part < 1:
		return kernel.Invalid("portfolio.bad_rule", "rule", "CORE")
	}
	return nil
}

// Setting is a version of the configuration: who decided it and why.
type Setting struct {
	Version int64       `json:"version"`
	Config  Config      `json:"config"`
	Reason  string      `json:"reason"`
	By      string      `json:"by"`
	On      kernel.Date `json:"on"`
}

// Revision is the version that a change must name to replace it.
func (s Setting) Revision() int64 { return s.Version }

// Check reports what is wrong with a change.
func (s Setting) Check() error {
	if len([]rune(strings.TrimSpace(s.Reason))) < shortest {
		return kernel.Invalid("portfolio.short_reason", "min", shortest)
	}
	return s.Config.Check()
}

// initial is the version that nobody has decided.
const initial = 1

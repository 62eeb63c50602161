package portfolio

import (
	"erba/analysis/consensus"
	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/fallacy"
	"erba/analysis/grade"
	"erba/analysis/grid"
	"erba/analysis/indicator"
	"erba/analysis/invest"
	"erba/analysis/membership"
	"erba/analysis/pareto"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/rfm"
	"erba/analysis/size"
	phase "erba/analysis/stage"
	"erba/analysis/value"
	"erba/kernel"
)

// Config is the configuration of all methods of the portfolio, side by side.
type Config struct {
	Pareto   pareto.Config
	RFM      rfm.Config
	Grid     grid.Config
	Quadrant quadrant.Config
	Pyramid  pyramid.Config
	Rules    Rules
	Size     size.Config
	Stage    phase.Config
	Single   indicator.Config
	Value    value.Config
	Invest   invest.Config
	Grade    grade.Config
	Cards    membership.Config
	Agree    consensus.Config
	Mistakes fallacy.Config
	Worth    contribution.Config
	Effort   effort.Config
}

// Default is every method as it is unless somebody decides differently.
func Default() Config {
	return Config{Pareto: pareto.Default(), RFM: rfm.Default(), Grid: grid.Default(), Quadrant: quadrant.Default(),
		Pyramid: pyramid.Default(), Rules: usualRules(), Size: size.Default(), Stage: phase.Default(),
		Single: indicator.Default(), Value: value.Default(), Invest: invest.Default(), Grade: grade.Default(),
		Cards: membership.Default(), Agree: consensus.Default(), Mistakes: fallacy.Default(), Worth: contribution.Default(), Effort: effort.Default()}
}

// Take puts the configuration of one method in its place; false: it is none of these.
func (c *Config) Take(part any) bool {
	switch part := part.(type) {
	case Rules:
		c.Rules = part
	case Concentration:
		c.Pareto = part.within(c.Pareto)
	case Cuts:
		c.Pareto = part.within(c.Pareto)
	case rfm.Config:
		c.RFM = part
	case grid.Config:
		c.Grid = part
	case quadrant.Config:
		c.Quadrant = part
	case pyramid.Config:
		c.Pyramid = part
	case size.Config:
		c.Size = part
	case phase.Config:
		c.Stage = part
	case indicator.Config:
		c.Single = part
	case value.Config:
		c.Value = part
	case invest.Config:
		c.Invest = part
	case grade.Config:
		c.Grade = part
	case membership.Config:
		c.Cards = part
	case consensus.Config:
		c.Agree = part
	case fallacy.Config:
		c.Mistakes = part
	case contribution.Config:
		c.Worth = part
	case effort.Config:
		c.Effort = part
	default:
		return false
	}
	return true
}

// Concentration is what may be decided about the 80/20 law (method M02).
type Concentration struct {
	Top       float64 `json:"top"       unit:"share" minimum:"0" maximum:"1" doc:"Share of customers whose share of the total is asked for: 0.20"`
	Reach     float64 `json:"reach"     unit:"share" minimum:"0" maximum:"1" doc:"Share of the total that the smallest number of customers is asked for: 0.80"`
	Dependent float64 `json:"dependent" unit:"share" minimum:"0" maximum:"1" doc:"Above this share of one customer the company depends on him: 0.30"`
}

func (c Concentration) within(p pareto.Config) pareto.Config {
	p.Top, p.Reach, p.Dependent = c.Top, c.Reach, c.Dependent
	return p
}

func concentrationOf(p pareto.Config) Concentration {
	return Concentration{p.Top, p.Reach, p.Dependent}
}

// Check refuses shares outside 0–1.
func (c Concentration) Check() error { return c.within(pareto.Default()).Check() }

// Cuts are what may be decided about the ABC classes (method M25).
type Cuts struct {
	A float64 `json:"a" unit:"share" minimum:"0" maximum:"1" doc:"An A has less than this share of the total before it: 0.80"`
	B float64 `json:"b" unit:"share" minimum:"0" maximum:"1" doc:"A B has less than this share of the total before it: 0.95"`
}

func (c Cuts) within(p pareto.Config) pareto.Config {
	p.A, p.B = c.A, c.B
	return p
}

func cutsOf(p pareto.Config) Cuts { return Cuts{p.A, p.B} }

// Check refuses shares outside 0–1 and an A above B.
func (c Cuts) Check() error { return c.within(pareto.Default()).Check() }

// Rules say what makes a key account (method M01): any enabled rule that fires.
type Rules struct {
	REV   Share      `json:"REV"   doc:"Least share of the company's sales: 0.05"`
	TIER  Switch     `json:"TIER"  doc:"Tier MAJOR or NAMED"`
	GRID  Switch     `json:"GRID"  doc:"Grid class A or VIP"`
	INFL  Reputation `json:"INFL"  doc:"Least score of influence: 4"`
	STRAT Switch     `json:"STRAT" doc:"An approved nomination"`
	CORE  Core       `json:"CORE"  doc:"ABC.A among the first by sales"`
}

// Switch is a rule without a parameter.
type Switch struct {
	Enabled bool `json:"enabled"`
}

// Share is a rule with a share of the total.
type Share struct {
	Enabled bool    `json:"enabled"`
	Share   float64 `json:"share" unit:"share" minimum:"0" maximum:"1"`
}

// Reputation is a rule with a score of influence.
type Reputation struct {
	Enabled bool `json:"enabled"`
	Score   int  `json:"score" unit:"score" minimum:"1" maximum:"5"`
}

// Core is the rule of the first by sales.
type Core struct {
	Enabled bool `json:"enabled"`
	Least   int  `json:"least" unit:"count" minimum:"1" doc:"It looks at so many at least"`
	Part    int  `json:"part"  unit:"count" minimum:"1" doc:"It looks at one in so many customers, rounded up"`
}

func usualRules() Rules {
	return Rules{REV: Share{true, 0.05}, TIER: Switch{true}, GRID: Switch{true}, INFL: Reputation{true, 4},
		STRAT: Switch{true}, CORE: Core{true, 5, 20}}
}

// Check reports the first rule that makes no sense.
func (r Rules) Check() error {
	switch {
	case r.REV.Share <= 0 || r.REV.Share > 1:
		return kernel.Invalid("portfolio.bad_rule", "rule", "REV").In("REV.share")
	case r.INFL.Score < 1 || r.INFL.Score > highest:
		return kernel.Invalid("portfolio.bad_rule", "rule", "INFL").In("INFL.score")
	case r.CORE.Least < 1:
		return kernel.Invalid("portfolio.bad_rule", "rule", "CORE").In("CORE.least")
	case r.CORE.Part < 1:
		return kernel.Invalid("portfolio.bad_rule", "rule", "CORE").In("CORE.part")
	}
	return nil
}

// Rule is one way to become a key account, with its parameter if it has one.
type Rule struct {
	Enabled   bool
	Parameter float64
}

// list is the rules in their order.
func (r *Rules) list() [6]Rule {
	return [6]Rule{{r.REV.Enabled, r.REV.Share}, {r.TIER.Enabled, 0}, {r.GRID.Enabled, 0}, {r.INFL.Enabled, float64(r.INFL.Score)},
		{r.STRAT.Enabled, 0}, {r.CORE.Enabled, float64(r.CORE.Least)}}
}

// Setting is the configuration in force, and the revision of all settings of
// which it is a part.
type Setting struct {
	Version int64
	Config  Config
}

// initial is the revision before anybody has decided anything.
const initial = 1

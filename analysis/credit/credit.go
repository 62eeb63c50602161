// Package credit decides how much a customer may owe (method M78): what the formula
// gives, whether a limit may change and to what, and whether an order passes.
//
// With a term of N days the current month and N/30 closed months are open at the
// same time, so a limit is that many months of sales, times a season, times what
// the grade allows, rounded up. Sums are whole minor units, never fractions.
package credit

import (
	"math"
	"math/big"

	"erba/analysis/solvency"
	"erba/kernel"
)

// Factors are what a month of sales counts by grade; without a grade there is no limit.
type Factors struct {
	AAA float64 `json:"AAA" unit:"times" minimum:"0" maximum:"5"`
	AA  float64 `json:"AA"  unit:"times" minimum:"0" maximum:"5"`
	A   float64 `json:"A"   unit:"times" minimum:"0" maximum:"5"`
	B   float64 `json:"B"   unit:"times" minimum:"0" maximum:"5"`
	C   float64 `json:"C"   unit:"times" minimum:"0" maximum:"5"`
}

// Of is the factor of a grade.
func (f Factors) Of(g solvency.Grade) float64 {
	return map[solvency.Grade]float64{solvency.AAA: f.AAA, solvency.AA: f.AA, solvency.A: f.A, solvency.B: f.B, solvency.C: f.C}[g]
}

// Config holds what a company may decide differently.
type Config struct {
	Factors Factors `json:"factors"`
	Unit    int64   `json:"round"   unit:"amount" minimum:"1" maximum:"100000000" doc:"Limits are rounded up to a multiple of it: 1,000"`
	Strict  bool    `json:"strict"  doc:"A limit is at most last year's monthly average, and counts a term of 30 days at most"`
	History int     `json:"history" unit:"months" minimum:"0" maximum:"24"  doc:"Full months before a limit is raised: 3"`
	Pause   int     `json:"pause"   unit:"months" minimum:"0" maximum:"24"  doc:"Between two changes, if it is raised: 3"`
	Step    float64 `json:"step"    unit:"share"  minimum:"0" maximum:"5"   doc:"By so much at once it is raised at most: 0.5"`
	Lower   float64 `json:"lower"   unit:"share"  minimum:"0" maximum:"1"   doc:"It is lowered where the formula gives less than this part of it: 0.9"`
	Block   int     `json:"block"   unit:"days"   minimum:"0" maximum:"365" doc:"No order passes while a document is overdue for longer: 30"`
	Near    float64 `json:"near"    unit:"share"  minimum:"0" maximum:"1"   doc:"From this part of the limit on the light says: ask: 0.8"`
	Band    int64   `json:"band"    unit:"amount" minimum:"0" maximum:"100000000000000" doc:"A higher limit, or a release above it, takes a director's consent: 1,000,000"`
}

// Default is that of the specification.
func Default() Config {
	return Config{Factors{1.2, 1.1, 1, 0.8, 0}, 100_000, false, 3, 3, 0.5, 0.9, 30, 0.8, 100_000_000}
}

// Check refuses a better grade that allows less, and steps that lead nowhere.
func (c Config) Check() error {
	f := c.Factors
	switch {
	case !(f.AAA >= f.AA && f.AA >= f.A && f.A >= f.B && f.B >= f.C && f.C >= 0 && f.AAA <= 5):
		return kernel.Invalid("credit.bad_factors").In("factors")
	case c.Unit < 1:
		return kernel.Invalid("credit.bad_round").In("round")
	case c.History < 0 || c.Pause < 0 || !(c.Step >= 0 && c.Step <= 5) || !(c.Lower >= 0 && c.Lower <= 1):
		return kernel.Invalid("credit.bad_steps").In("step")
	case c.Block < 0 || !(c.Near >= 0 && c.Near <= 1) || c.Band < 0:
		return kernel.Invalid("credit.bad_block").In("block")
	}
	return nil
}

// Season is how far a limit may float with the season.
const (
	Quiet  = 0.5
	Usual  = 1.0
	Busy   = 1.5
	oneDay = 30 // days of a month, as terms count them
)

// Basis is what the formula reckons with.
type Basis struct {
	Months []int64        `json:"months" doc:"Sales of the last three full months, or the forecast of a new customer; minor units"`
	Year   int64          `json:"year"   doc:"Sales of last year; only the strict preset asks"`
	Days   int            `json:"days"   minimum:"0" maximum:"3650" doc:"Term"`
	Season float64        `json:"season" minimum:"0.5" maximum:"1.5"`
	Grade  solvency.Grade `json:"grade"  enum:",AAA,AA,A,B,C"`
}

// Check refuses a season beyond its bounds.
func (b Basis) Check() error {
	if !(b.Season >= Quiet && b.Season <= Busy) {
		return kernel.Invalid("credit.bad_season").In("season")
	}
	if b.Days < 0 {
		return kernel.Invalid("credit.bad_term").In("days")
	}
	return nil
}

// Formula is the limit that the formula gives; 0 of one who sold nothing or pays cash.
func (c Config) Formula(b Basis) int64 {
	sum := int64(0)
	for _, month := range b.Months {
		sum += month
	}
	if sum <= 0 || len(b.Months) == 0 {
		return 0
	}
	days := b.Days
	if c.Strict {
		days = min(days, oneDay)
	}
	above := product(sum, int64(days+oneDay), micro(b.Season), micro(c.Factors.Of(b.Grade)))
	limit := rounded(above, product(int64(len(b.Months)), oneDay, 1e6, 1e6), c.Unit, true)
	if c.Strict {
		limit = min(limit, rounded(product(max(0, b.Year), micro(b.Season)), product(12, 1e6), c.Unit, false))
	}
	return limit
}

// micro is a factor in millionths: as many places as a setting has.
func micro(factor float64) int64 { return int64(math.Round(factor * 1e6)) }

func product(all ...int64) *big.Int {
	p := big.NewInt(1)
	for _, n := range all {
		p.Mul(p, big.NewInt(n))
	}
	return p
}

// rounded is a quotient as a multiple of a unit, up or down.
func rounded(above, below *big.Int, unit int64, up bool) int64 {
	below = new(big.Int).Mul(below, big.NewInt(unit))
	n, rest := new(big.Int).QuoRem(above, below, new(big.Int))
	if up && rest.Sign() > 0 {
		n.Add(n, big.NewInt(1))
	}
	if n.Mul(n, big.NewInt(unit)); !n.IsInt64() || n.Int64() > Most {
		return Most
	}
	return n.Int64()
}

// Most is the largest limit there is, in minor units.
const Most = 1_000_000_000_000_00

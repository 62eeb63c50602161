// Package goal decides what is wanted of an account and how far it is (method
// M66): of small ones a sum, of large ones a share of all that they buy, because
// a sum that is almost everything of an ordinary customer is next to nothing of a
// major one.
//
//	share       = our sales of 12 months / all that it buys in our categories
//	white space = all that it buys − our sales
//	attainment  = actual / goal of the primary metric
//
// Source: S4, P25.
package goal

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Metric is by what a goal is measured.
type Metric string

// The metrics.
const (
	Absolute Metric = "absolute" // net sales of 12 months
	Share    Metric = "share"    // of all that the account buys
)

// Config holds what a company may decide differently.
type Config struct {
	Major    Metric  `json:"major"    enum:"absolute,share"`
	Named    Metric  `json:"named"    enum:"absolute,share"`
	Nonnamed Metric  `json:"nonnamed" enum:"absolute,share"`
	Mass     Metric  `json:"mass"     enum:"absolute,share"`
	Green    float64 `json:"green"    unit:"share" minimum:"0.01" maximum:"5" doc:"From this attainment on: 1"`
	Yellow   float64 `json:"yellow"   unit:"share" minimum:"0"    maximum:"5" doc:"From this attainment on, below green: 0.8"`
}

// Default asks major and named accounts for a share, all others for a sum.
func Default() Config {
	return Config{Major: Share, Named: Share, Nonnamed: Absolute, Mass: Absolute, Green: 1, Yellow: 0.8}
}

// Check refuses metrics that are none, and a yellow that begins above green.
func (c Config) Check() error {
	for _, m := range []Metric{c.Major, c.Named, c.Nonnamed, c.Mass} {
		if m != Absolute && m != Share {
			return kernel.Invalid("goal.bad_config")
		}
	}
	if !(c.Yellow >= 0 && c.Yellow < c.Green && c.Green >= 0.01 && c.Green <= 5) {
		return kernel.Invalid("goal.bad_config")
	}
	return nil
}

// Primary is the metric of a tier; of who has none it is the sum, which needs no
// estimate.
func (c *Config) Primary(tier string) Metric {
	switch tier {
	case "MAJOR":
		return c.Major
	case "NAMED":
		return c.Named
	case "NONNAMED":
		return c.Nonnamed
	case "MASS":
		return c.Mass
	}
	return Absolute
}

// Asked reports whether an account of a tier and a class of the grid should have
// a goal: of the many small ones only those that stand out.
func Asked(tier, class string) bool {
	switch tier {
	case "MAJOR", "NAMED", "NONNAMED":
		return true
	case "MASS":
		return class == "A" || class == "B" || class == "VIP"
	}
	return false
}

// Case is what a goal is judged by. Amounts are in minor units.
type Case struct {
	Tier   string      `json:"tier"`
	Sales  null.Number `json:"sales"  doc:"Ours, of 12 months, net"`
	Wallet null.Number `json:"wallet" doc:"All that it buys in our categories, of the same 12 months, net"`
	Amount null.Number `json:"amount" doc:"Goal as a sum"`
	Share  null.Number `json:"share"  doc:"Goal as a share, 0–1"`
	Chosen Metric      `json:"chosen" doc:"In place of the tier's; empty: the tier's"`
}

// Colour is how far an account is.
type Colour string

// The colours; without a goal, or without what it is measured by, there is none.
const (
	Green  Colour = "green"
	Yellow Colour = "yellow"
	Red    Colour = "red"
)

// Result is how far an account is.
type Result struct {
	Primary    Metric      `json:"primary"`
	Share      null.Number `json:"share"`
	Space      null.Number `json:"space"`
	Attainment null.Number `json:"attainment" doc:"Of the primary metric"`
	Secondary  null.Number `json:"secondary"  doc:"Of the other one"`
	Colour     Colour      `json:"colour"`
	Fault      bool        `json:"fault" doc:"It would buy less in all than it buys from us: the wallet is wrong"`
}

// Judge says how far an account is.
func (c *Config) Judge(k Case) Result {
	r := Result{Primary: k.Chosen, Share: null.Ratio(k.Sales, k.Wallet), Space: k.Wallet - k.Sales}
	if r.Primary == "" {
		r.Primary = c.Primary(k.Tier)
	}
	if r.Share.Known() && r.Share > 1 {
		r.Fault, r.Share, r.Space = true, null.None, null.None
	}
	byAmount, byShare := null.Ratio(k.Sales, k.Amount).Steady(), null.Ratio(r.Share, k.Share).Steady()
	r.Attainment, r.Secondary = byAmount, byShare
	if r.Primary == Share {
		r.Attainment, r.Secondary = byShare, byAmount
	}
	r.Colour = c.Colour(r.Attainment)
	return r
}

// Colour is that of an attainment; of an unknown one there is none.
func (c *Config) Colour(attainment null.Number) Colour {
	switch {
	case !attainment.Known():
		return ""
	case float64(attainment) >= c.Green:
		return Green
	case float64(attainment) >= c.Yellow:
		return Yellow
	}
	return Red
}

// Package pyramid decides the tier of a customer (method M17): MAJOR, NAMED,
// NONNAMED or MASS, by his type of two values (M16), lifted by what else is
// known of him; and whether the tiers together are a pyramid at all.
//
// A customer without an estimate has no tier, unless something lifts him; his
// current value alone gives a provisional tier, which triggers nothing.
package pyramid

import (
	"strconv"

	"erba/analysis/quadrant"
	"erba/analysis/why"
	"erba/kernel"
)

// Tier is the layer of a customer; a higher layer is a larger number.
type Tier uint8

// The tiers, from the base up. None waits for an estimate.
const (
	None Tier = iota
	Mass
	NonNamed
	Named
	Major
)

var names = [...]string{"", "MASS", "NONNAMED", "NAMED", "MAJOR"}

// String is the name of the tier in figures and files.
func (t Tier) String() string { return names[t] }

// MarshalText puts the tier into JSON and CSV.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads a name, as in an edited configuration.
func (t *Tier) UnmarshalText(text []byte) error {
	for i, name := range names {
		if name == string(text) {
			*t = Tier(i)
			return nil
		}
	}
	return kernel.Invalid("pyramid.bad_tier", "tier", string(text))
}

// Key is the text key of the tier.
func (t Tier) Key() string { return keys[t] }

var keys = [...]string{"pyramid.potential_missing", "pyramid.mass", "pyramid.nonnamed", "pyramid.named", "pyramid.major"}

// Config holds what a company may decide differently.
type Config struct {
	Tiers  [5]Tier    `json:"tiers"  enum:"MASS,NONNAMED,NAMED,MAJOR" doc:"Tier by type of two values, 0 being unknown"`
	VIP    Tier       `json:"vip"    enum:"MASS,NONNAMED,NAMED,MAJOR" doc:"A grid VIP is at least this"`
	Scores [3]float64 `json:"scores" unit:"score" minimum:"0" maximum:"100" doc:"Alternative: scorecard totals from which on a customer is MAJOR, NAMED, NONNAMED"`
	Review int        `json:"review" unit:"count" minimum:"0" doc:"So many of the largest customers are reviewed by hand if they have low potential: 1"`
}

// Default maps 4 MAJOR, 3 NAMED, 2 NONNAMED, 1 MASS. Type 2 is NONNAMED because
// its aim is absolute sales, which fits a customer large now and not growing.
func Default() Config {
	return Config{Tiers: [5]Tier{None, Mass, NonNamed, Named, Major}, VIP: Named, Scores: [3]float64{85, 70, 50}, Review: 1}
}

// Check refuses types without a tier, a tier for who is unknown, and scores that
// do not fall.
func (c Config) Check() error {
	if c.Tiers[quadrant.None] != None {
		return kernel.Invalid("pyramid.unknown_tier").In("tiers.0")
	}
	for t := quadrant.SmallLow; t <= quadrant.LargeHigh; t++ {
		if c.Tiers[t] == None {
			return kernel.Invalid("pyramid.no_tier", "type", int(t)).In("tiers." + strconv.Itoa(int(t)))
		}
	}
	above := 100.0
	for i, score := range c.Scores {
		if !(score >= 0 && score <= above) || i > 0 && score == above {
			return kernel.Invalid("pyramid.bad_scores").In("scores." + strconv.Itoa(i))
		}
		above = score
	}
	if c.Review < 0 {
		return kernel.Invalid("pyramid.bad_scores").In("review")
	}
	return nil
}

// Lift is what may raise a customer above the tier of his two values.
type Lift struct {
	VIP       bool // GRID.VIP
	Strategic bool // PYR.A of the scorecard
}

// Tier is the tier of a type, lifted.
func (c *Config) Tier(t quadrant.Type, by Lift) Tier {
	tier := c.Tiers[t]
	if by.VIP {
		tier = max(tier, c.VIP)
	}
	if by.Strategic {
		tier = Major
	}
	return tier
}

// TierAll puts the tiers of columns into another; lifts may be nil.
func (c *Config) TierAll(types []quadrant.Type, lifts []Lift, into []Tier) {
	for i, t := range types {
		by := Lift{}
		if lifts != nil {
			by = lifts[i]
		}
		into[i] = c.Tier(t, by)
	}
}

// Provisional is the tier of current value alone, for a ledger without
// estimates; it triggers no coverage, price or credit consequence.
func Provisional(large bool) Tier {
	if large {
		return NonNamed
	}
	return Mass
}

// ByScore is the tier by the total of a scorecard, 0–100: the alternative method.
func (c *Config) ByScore(total float64) Tier {
	for i, cut := range c.Scores {
		if total >= cut {
			return Major - Tier(i)
		}
	}
	return Mass
}

// Counts is how many customers each tier has.
type Counts [5]int

// Count counts a column of tiers.
func Count(tiers []Tier) (counts Counts) {
	for _, t := range tiers {
		counts[t]++
	}
	return counts
}

// Pyramidal reports whether no layer is larger than the one below it; if not,
// the screens warn: 非金字塔形.
func (c Counts) Pyramidal() bool {
	return c[Major] <= c[Named] && c[Named] <= c[NonNamed] && c[NonNamed] <= c[Mass]
}

// NeedsReview reports whether a customer is among the largest, rank 1 being the
// largest, and yet has a low potential: somebody must look at him.
func (c *Config) NeedsReview(t quadrant.Type, rank int) bool {
	return t == quadrant.LargeLow && rank <= c.Review
}

// Explain says why a customer is in his tier: the types are explained by
// quadrant, here stand the mapping and what lifted him.
func (c *Config) Explain(cuts quadrant.Cuts, current, estimate int64, by Lift) why.Explanation {
	t := cuts.Type(current, estimate)
	e := cuts.Explain(current, estimate)
	e.Model, e.Result, e.Rule = "M17", c.Tier(t, by).Key(), c.rule(t, by)
	changes := e.Changes
	e.Changes = nil
	for _, change := range changes {
		to := t
		if change.Key == "quadrant.current" {
			to = cuts.Type(int64(change.To), estimate)
		} else {
			to = cuts.Type(current, int64(change.To))
		}
		if after := c.Tier(to, by); after != c.Tier(t, by) {
			change.Result = after.Key()
			e.Changes = append(e.Changes, change)
		}
	}
	return e
}

// rule is what decided the tier.
func (c *Config) rule(t quadrant.Type, by Lift) string {
	switch base := c.Tiers[t]; {
	case by.Strategic && base < Major:
		return "pyramid.rule_strategic"
	case by.VIP && base < c.VIP:
		return "pyramid.rule_vip"
	case base == None:
		return "pyramid.rule_potential_missing"
	}
	return "pyramid.rule_two_values"
}

// Package composition decides what a company's revenue consists of (method
// M48): the share of each group of customers, such as an industry, in the
// average of a month, and how far a group depends on its largest customer. From
// half of the group on that is worth a warning.
package composition

import (
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Warn     float64  `json:"warn"     unit:"share" minimum:"0" maximum:"1" doc:"Warns if one customer has at least this share of its group: 0.50"`
	Excluded []string `json:"excluded" doc:"Groups that are in no total, such as settlements between networks"`
}

// Default warns at one half.
func Default() Config { return Config{Warn: 0.50, Excluded: []string{}} }

// Check refuses shares beyond the whole.
func (c Config) Check() error {
	if !(c.Warn > 0 && c.Warn <= 1) {
		return kernel.Invalid("composition.bad_config", "warn", c.Warn)
	}
	return nil
}

// Group is what customers of one kind bring.
type Group struct {
	Revenue    int64       `json:"revenue"    doc:"Of an average month, in minor units"`
	Share      null.Number `json:"share"      doc:"0–1 of the total; null: there is none, or the group is left out"`
	Customers  int         `json:"customers"`
	Largest    int32       `json:"-"          doc:"The row of the largest customer, -1 without one"`
	Dependency null.Number `json:"dependency" doc:"Share of the largest customer in its group, 0–1"`
	Warn       bool        `json:"warn"`
	Excluded   bool        `json:"excluded"`
	largest    int64
}

// Whole is all groups together; its total is the 100 %.
type Whole struct {
	Total  int64   `json:"total" doc:"Of an average month, in minor units, of the groups that are not left out"`
	Groups []Group `json:"groups"`
}

// Compose adds up the revenue of customers by the number of their group, over so
// many months. Rows of a group below zero, and customers without revenue, are in no group.
func (c *Config) Compose(names []string, group []int32, revenue []int64, months int) Whole {
	w := Whole{Groups: make([]Group, len(names))}
	for i := range w.Groups {
		w.Groups[i] = Group{Largest: -1, Excluded: c.excludes(names[i])}
	}
	for row, g := range group {
		if g >= 0 && revenue[row] != 0 {
			w.Groups[g].add(int32(row), revenue[row])
		}
	}
	total := int64(0)
	for i := range w.Groups {
		if !w.Groups[i].Excluded {
			total += w.Groups[i].Revenue
		}
	}
	for i := range w.Groups {
		w.Groups[i].settle(total, months, c.Warn)
	}
	w.Total = monthly(total, months)
	return w
}

func (c *Config) excludes(name string) bool {
	for _, excluded := range c.Excluded {
		if excluded == name {
			return true
		}
	}
	return false
}

func (g *Group) add(row int32, revenue int64) {
	g.Revenue, g.Customers = g.Revenue+revenue, g.Customers+1
	if g.Largest < 0 || revenue > g.largest {
		g.Largest, g.largest = row, revenue
	}
}

// settle turns sums into shares. A group that returned more than it bought, or a
// company that did, has none.
func (g *Group) settle(total int64, months int, warn float64) {
	g.Share, g.Dependency = null.None, null.None
	if total > 0 && !g.Excluded {
		g.Share = null.Ratio(null.Of(g.Revenue), null.Of(total))
	}
	if g.Revenue > 0 {
		g.Dependency = min(1, null.Ratio(null.Of(g.largest), null.Of(g.Revenue)))
	}
	g.Warn = float64(g.Dependency) >= warn
	g.Revenue = monthly(g.Revenue, months)
}

// monthly is the average of a month, half a unit away from zero.
func monthly(sum int64, months int) int64 {
	m := int64(max(1, months))
	if sum < 0 {
		return -((-sum + m/2) / m)
	}
	return (sum + m/2) / m
}

// Explain says what a group depends on.
func (c *Config) Explain(g Group) why.Explanation {
	e := why.Explanation{Model: "M48", Result: "composition.spread", Rule: "composition.rule_share",
		Inputs: []why.Figure{why.Known("composition.revenue", why.Amount, g.Revenue), share("composition.share", g.Share),
			why.Known("composition.customers", why.Count, g.Customers), share("composition.dependency", g.Dependency)},
		Cuts: []why.Figure{why.Known("composition.dependency", why.Share, c.Warn)}}
	switch {
	case g.Excluded:
		e.Rule = "composition.rule_excluded"
	case g.Warn:
		e.Result = "composition.dependent"
	case !g.Dependency.Known():
		e.Result = "composition.empty"
	}
	return e
}

func share(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Share)
	}
	return why.Known(key, why.Share, float64(n))
}

package kpi

import (
	"erba/analysis/kpi"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Indicator is one figure of the dashboard.
type Indicator struct {
	Definition
	Value     null.Number `json:"value"     doc:"Shares 0–1, amounts in minor units; null: not known"`
	Target    null.Number `json:"target"    doc:"null: nothing is aimed at"`
	Light     kpi.Light   `json:"light"     enum:"green,yellow,red,none"`
	Owner     kernel.ID   `json:"owner,omitzero" doc:"Who answers for it"`
	Benchmark null.Number `json:"benchmark" doc:"A line to compare with, where there is one"`
	Trend     []Point     `json:"trend"     doc:"Twelve months up to the end of each, the earliest first"`
	Lacks     string      `json:"lacks"     enum:",kpi.lacks_customers,kpi.lacks_cost,kpi.lacks_wallet,kpi.lacks_input,kpi.lacks_months,kpi.lacks_company" doc:"Why there is no figure; empty: there is one"`
	Formula   int64       `json:"formula"   doc:"Version of the setting that it is computed by"`
	Version   int64       `json:"version"   doc:"Of its target; 0: none was ever set"`
}

// Point is a figure of a trend.
type Point struct {
	Until kernel.Date `json:"until" doc:"The last day of its twelve months"`
	Value null.Number `json:"value"`
}

// Dashboard is all figures that a viewer is told.
type Dashboard struct {
	From       kernel.Date `json:"from"       doc:"First day of the twelve months"`
	Until      kernel.Date `json:"until"      doc:"Last day; a month that has not ended is in none of the figures"`
	Scope      string      `json:"scope"      enum:"all,own"`
	Indicators []Indicator `json:"indicators"`
	May        bool        `json:"may"        doc:"The viewer says what is aimed at"`
}

// Detail is one figure with what is behind it.
type Detail struct {
	Indicator   Indicator       `json:"indicator"`
	From        kernel.Date     `json:"from"`
	Until       kernel.Date     `json:"until"`
	Explanation why.Explanation `json:"explanation"`
	Parts       []Part          `json:"parts" doc:"The largest first"`
}

// Part is the figure of some of the accounts.
type Part struct {
	Word      string      `json:"word"      doc:"Tier, region, industry, or the id of the owner; empty: none"`
	Customers int         `json:"customers" doc:"With an order in the twelve months"`
	Sales     int64       `json:"sales"     doc:"Minor units"`
	Value     null.Number `json:"value"`
	Light     kpi.Light   `json:"light"     enum:"green,yellow,red,none"`
}

// Accounts are those behind a figure.
type Accounts struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
	Rows  []Row  `json:"rows"`
}

// Row is one of them.
type Row struct {
	Account kernel.ID   `json:"account"`
	Code    string      `json:"code"`
	Name    string      `json:"name"`
	Owner   kernel.ID   `json:"owner,omitzero"`
	Tier    string      `json:"tier"`
	Sales   int64       `json:"sales"  doc:"Of the twelve months, minor units"`
	Orders  int         `json:"orders"`
	Value   null.Number `json:"value"  doc:"What puts it here: of whom we lost, the sales of the year before; of others the figure itself"`
}

// lacks says why an indicator has no figure.
func (b *board) lacks(d Definition, value null.Number) string {
	switch {
	case value.Known():
		return ""
	case d.company && !b.whole:
		return "kpi.lacks_company"
	case d.company && b.now().winning.covered()+b.now().keeping.covered() == 0:
		return "kpi.lacks_input"
	case d.company && !(b.now().winning.whole().Known() && b.now().keeping.whole().Known()):
		return "kpi.lacks_months"
	case d.Name == Loyalty && b.now().buyers > 0:
		return "kpi.lacks_wallet"
	case d.grant == margin && b.now().buyers > 0:
		return "kpi.lacks_cost"
	}
	return "kpi.lacks_customers"
}

// aim is the target that figures are compared with. A sum of some accounts is not
// what was aimed at for all of them.
func (b *board) aim(d Definition, t Target) null.Number {
	if d.Name == Contribution && !b.whole {
		return null.None
	}
	return t.aim(d)
}

// explain says what a figure was computed from, and from where on it is yellow.
func (b *board) explain(d Definition, i Indicator) why.Explanation {
	e := why.Explanation{Model: d.Method, Result: "kpi.light_" + string(i.Light), Rule: "kpi.rule_" + d.Name, Inputs: b.now().inputs(d.Name, b.setting),
		Cuts: []why.Figure{}, Changes: []why.Change{}}
	e.Inputs = append(e.Inputs, told("kpi.name_"+d.Name, d.Unit, i.Value))
	if i.Target.Known() {
		e.Cuts = append(e.Cuts, told("kpi.cut_target", d.Unit, i.Target), told("kpi.cut_edge", d.Unit, b.setting.Edge(i.Target, d.Down)))
	}
	if i.Benchmark.Known() {
		e.Cuts = append(e.Cuts, told("kpi.cut_benchmark", d.Unit, i.Benchmark))
	}
	if i.Target.Known() && i.Value.Known() && i.Light != kpi.Green {
		e.Changes = append(e.Changes, why.Instead("kpi.name_"+d.Name, d.Unit, float64(i.Value), float64(i.Target), "kpi.light_green"))
	}
	return e
}

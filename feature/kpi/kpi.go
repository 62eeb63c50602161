// Package kpi decides which figures tell how a key-account organisation is doing
// (methods M90 and M03), against which targets, and which accounts are behind
// each of them. A figure counts twelve whole months; what nobody has recorded is
// not known, and never zero.
package kpi

import (
	"math"
	"slices"
	"strings"

	"erba/analysis/kpi"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// The indicators.
const (
	Retention    = "retention"
	Churn        = "churn"
	Repeat       = "repeat"
	OrderValue   = "order_value"
	Marketing    = "marketing"
	Lifetime     = "lifetime"
	Loyalty      = "loyalty"
	Contribution = "contribution"
	Acquisition  = "acquisition" // what it costs to win a customer against what it costs to keep one
)

// Definition is what an indicator is, whoever reads it.
type Definition struct {
	Name    string   `json:"name"   enum:"retention,churn,repeat,order_value,marketing,lifetime,loyalty,contribution,acquisition"`
	Method  string   `json:"method" doc:"M90, M03 or M26"`
	Unit    why.Unit `json:"unit"   enum:"share,amount,count"`
	Down    bool     `json:"down"   doc:"Less is better"`
	grant   string   // who may read it beside the dashboard itself
	company bool     // it is told of the whole company, or not at all
}

// The grants by which indicators are told: how customers behave, and what is left
// of what they buy.
const (
	behaviour = "indicator:customers"
	revenue   = "revenue:read"
	margin    = "margin:read"
)

// Definitions are all of them, in the order of the dashboard.
var Definitions = []Definition{
	{Retention, "M90", why.Share, false, behaviour, false},
	{Churn, "M90", why.Share, true, behaviour, false},
	{Repeat, "M90", why.Share, false, behaviour, false},
	{Loyalty, "M90", why.Share, false, behaviour, false},
	{OrderValue, "M90", why.Amount, false, revenue, false},
	{Marketing, "M90", why.Share, true, margin, false},
	{Lifetime, "M90", why.Amount, false, margin, false},
	{Contribution, "M26", why.Amount, false, margin, false},
	{Acquisition, "M03", why.Count, false, margin, true},
}

// find is the definition of a name.
func find(name string) (Definition, bool) {
	at := slices.IndexFunc(Definitions, func(d Definition) bool { return d.Name == name })
	if at < 0 {
		return Definition{}, false
	}
	return Definitions[at], true
}

// Target is what is aimed at, and who answers for it.
type Target struct {
	Name    string      `json:"name"           db:"name"`
	Target  *int64      `json:"-"              db:"target"`
	Owner   kernel.ID   `json:"owner,omitzero" db:"owner_id"`
	By      kernel.ID   `json:"by,omitzero"    db:"by_id"`
	On      kernel.Date `json:"on"             db:"set_on"`
	Version int64       `json:"version"        db:"version"`
}

// Revision is the version that a change must name to replace it.
func (t Target) Revision() int64 { return t.Version }

// shares and ratios are kept in millionths.
const millionths = 1e6

// aim is the target as a number.
func (t Target) aim(d Definition) null.Number {
	switch {
	case t.Target == nil:
		return null.None
	case d.Unit == why.Amount:
		return null.Of(*t.Target)
	}
	return null.Of(*t.Target) / millionths
}

// kept is a target as it is stored; nil is none.
func kept(d Definition, aim null.Number) (*int64, error) {
	if !aim.Known() {
		return nil, nil
	}
	scale := null.Number(1)
	if d.Unit != why.Amount {
		scale = millionths
	}
	v := math.Round(float64(aim * scale))
	switch {
	case math.Abs(v) > 1e15:
		return nil, kernel.Invalid("kpi.bad_target").In("target")
	case d.Unit == why.Share && !(aim >= 0 && aim <= 1):
		return nil, kernel.Invalid("kpi.bad_share").In("target")
	case d.Unit == why.Count && !(aim > 0):
		return nil, kernel.Invalid("kpi.bad_target").In("target")
	}
	whole := int64(v)
	return &whole, nil
}

// The kinds of what is entered.
const (
	Winning = "winning" // finding and winning new customers
	Keeping = "keeping" // keeping those that there are
)

// Input is what was spent in a month on winning or on keeping customers. Nothing
// spent is entered as zero: a month of which nothing was entered is not known.
type Input struct {
	ID      kernel.ID   `json:"id"          db:"id"`
	Kind    string      `json:"kind"        db:"kind" enum:"winning,keeping"`
	Month   kernel.Date `json:"month"       db:"month_on" doc:"Its first day"`
	Amount  int64       `json:"amount"      db:"amount_minor" doc:"Minor units"`
	Source  string      `json:"source"      db:"source" doc:"Where the figure is from"`
	By      kernel.ID   `json:"by,omitzero" db:"by_id"`
	Entered kernel.Date `json:"entered"     db:"entered_on"`
	Back    kernel.Date `json:"back"        db:"back_on" doc:"When it was taken back; empty: it counts"`
	BackBy  kernel.ID   `json:"back_by,omitzero" db:"back_id"`
}

const most = int64(1e13) // minor units of an input

// Check reports the first rule that an input breaks.
func (i Input) Check(today kernel.Date) error {
	switch {
	case i.Kind != Winning && i.Kind != Keeping:
		return kernel.Invalid("kpi.bad_kind").In("kind")
	case i.Amount < 0 || i.Amount > most:
		return kernel.Invalid("kpi.bad_amount").In("amount")
	case i.Month.IsZero() || i.Month.Compare(today) > 0:
		return kernel.Invalid("kpi.bad_month").In("month")
	case len([]rune(strings.TrimSpace(i.Source))) < 2:
		return kernel.Invalid("kpi.no_source").In("source")
	}
	return nil
}

// Setting is what figures are computed and judged by.
type Setting struct {
	kpi.Config
	Version   int64   // of the formulas
	Discount  float64 // of a year
	Benchmark float64 // how often winning costs what keeping does, by rule of thumb
}

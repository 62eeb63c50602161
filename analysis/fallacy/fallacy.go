// Package fallacy decides whether a company makes one of the five mistakes of
// key-account marketing (method M06):
//
//	single      单一指标,风险高            key accounts found by one measure alone
//	neglect     抓"大"放"小"               little left for the lower 80 %, or they leave
//	big_ticket  大额产品=大客户            a key account because of one order
//	no_profit   大客户营销获量,中小获利   key accounts bring volume, others the margin
//	favours     优惠政策愈多愈好           key accounts favoured beyond what they earn
//
// Each detector says ok, or warns and names the customers and the figures behind
// it, or says that it cannot tell. The figures of the detectors are our own.
package fallacy

import (
	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Unproven float64 `json:"unproven" unit:"share" minimum:"0" maximum:"1" doc:"Warns if more than this share of key accounts has neither a scorecard nor a tier: 0.20"`
	Resource float64 `json:"resource" unit:"share" minimum:"0" maximum:"1" doc:"Warns if the lower customers get less than this share of resources: 0.10"`
	Upper    float64 `json:"upper"    unit:"share" minimum:"0" maximum:"1" doc:"The part of the customers that is not lower: 0.20"`
	Churn    float64 `json:"churn"    minimum:"0" doc:"Warns if the lower leave more than so many times as often as key accounts: 2"`
	Largest  float64 `json:"largest"  unit:"share" minimum:"0" maximum:"1" doc:"Warns if one order is at least this share of 24 months: 0.60"`
	Orders   int     `json:"orders"   unit:"count" minimum:"1" doc:"… and there are at most so many orders: 2"`
	Margin   float64 `json:"margin"   unit:"share" minimum:"0" maximum:"1" doc:"Warns if the margin rate of key accounts is below this part of the others': 0.80"`
	Spread   float64 `json:"spread"   minimum:"0" doc:"Warns above the mean of favours by so many standard deviations: 1"`
}

// Default is our own figures.
func Default() Config {
	return Config{Unproven: 0.20, Resource: 0.10, Upper: 0.20, Churn: 2, Largest: 0.60, Orders: 2, Margin: 0.80, Spread: 1}
}

// Check refuses shares beyond the whole.
func (c Config) Check() error {
	for i, share := range []float64{c.Unproven, c.Resource, c.Upper, c.Largest, c.Margin} {
		if !(share >= 0 && share <= 1) {
			return kernel.Invalid("fallacy.bad_config").In([...]string{"unproven", "resource", "upper", "largest", "margin"}[i])
		}
	}
	at := ""
	switch {
	case !(c.Churn > 0 && c.Churn <= 100):
		at = "churn"
	case !(c.Spread >= 0 && c.Spread <= 100):
		at = "spread"
	case c.Orders < 1:
		at = "orders"
	default:
		return nil
	}
	return kernel.Invalid("fallacy.bad_config").In(at)
}

// Columns are the customers, row by row; what the company does not record is nil.
type Columns struct {
	Key     []bool        // key accounts
	Proven  []bool        // a scorecard or a tier, younger than twelve months
	Sales   []int64       // of twelve months
	Before  []int64       // of the twelve months before those
	Ordered []bool        // in the twelve months
	Margin  []null.Number // gross profit of twelve months
	Net     []null.Number // … less what was given
	Given   []null.Number // discounts, rebates, promotions and free service
	Spent   []null.Number // resources: hours, visits or money
	Largest []null.Number // order of 24 months
	Sales24 []int64
	Orders  []int32 // of 24 months
}

// The detectors, in their order.
const (
	Single    = "single"
	Neglect   = "neglect"
	BigTicket = "big_ticket"
	NoProfit  = "no_profit"
	Favours   = "favours"
)

// Finding is what a detector says: it warns, it does not, or it cannot tell.
type Finding struct {
	Detector string           `json:"detector"`
	Warns    checklist.Answer `json:"warns"    doc:"yes: the mistake is made; open: too little is known to tell"`
	Rows     []int32          `json:"-"        doc:"The customers it is about"`
	Inputs   []why.Figure     `json:"inputs"`
	Cuts     []why.Figure     `json:"cuts"`
}

// Key is the text key of what the detector says.
func (f Finding) Key() string {
	return "fallacy." + f.Detector + [...]string{"_ok", "_open", "_warns"}[f.Warns+1]
}

// Explain is the finding in the form of every other explanation.
func (f Finding) Explain() why.Explanation {
	return why.Explanation{Model: "M06", Result: f.Key(), Rule: "fallacy.rule_" + f.Detector, Inputs: f.Inputs, Cuts: f.Cuts}
}

// Examine asks all five detectors.
func (c *Config) Examine(columns *Columns) [5]Finding {
	return [5]Finding{c.single(columns), c.neglect(columns), c.bigTicket(columns), c.noProfit(columns), c.favours(columns)}
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

// worst is what two tests of one detector say together: either is enough.
func worst(a, b checklist.Answer) checklist.Answer { return max(a, b) }

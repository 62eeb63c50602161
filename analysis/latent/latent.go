// Package latent decides what an account would probably buy and does not yet, or
// not again (method M96): what is bought together with what it buys, what others
// of its segment buy, and what it is due to buy again.
//
//	affinity  A and B stand in the same orders: support = orders with both ÷ all
//	          orders ≥ 1 %, lift = orders with both · all ÷ (orders with A ·
//	          orders with B) ≥ 1.2
//	gap       ≥ 40 % of the segment buy it and this account does not; worth the
//	          median of those who do
//	reorder   g = median of the last 6 intervals between days on which it was
//	          bought, of at least 3; overdue after more than 1.5 · g days
//
// Everything is counted exactly. Pairs are counted only of products that are
// frequent enough by themselves, because no other pair can be, and in as much
// memory as was agreed on: with more such products in more passes.
//
// Source: market-basket analysis and repeat-purchase intervals as usual; the
// thresholds are our own.
package latent

import "erba/kernel"

// Config holds what a company may decide differently.
type Config struct {
	Months    int     `json:"months"    unit:"months" minimum:"1" maximum:"60"  doc:"What was bought in so many months counts: 12"`
	Support   float64 `json:"support"   unit:"share" minimum:"0.001" maximum:"1" doc:"A pair stands in at least this part of all orders: 0.01"`
	Lift      float64 `json:"lift"      unit:"score" minimum:"1" maximum:"100"   doc:"And so many times as often as by chance: 1.2"`
	Share     float64 `json:"share"     unit:"share" minimum:"0.01" maximum:"1"  doc:"At least this part of a segment buys it: 0.4"`
	Segment   int     `json:"segment"   unit:"count" minimum:"3" maximum:"1000"  doc:"Fewer buying accounts are no segment: 10"`
	Discreet  int     `json:"discreet"  unit:"count" minimum:"3" maximum:"1000"  doc:"What fewer buyers spend is told only to who sees every account: 10"`
	Intervals int     `json:"intervals" unit:"count" minimum:"1" maximum:"24"    doc:"So many of the last intervals count: 6"`
	Least     int     `json:"least"     unit:"count" minimum:"1" maximum:"24"    doc:"Fewer intervals tell nothing: 3"`
	Factor    float64 `json:"factor"    unit:"score" minimum:"1" maximum:"10"    doc:"After so many times the usual interval it is overdue: 1.5"`
	Most      int     `json:"most"      unit:"count" minimum:"1" maximum:"100"   doc:"So many of each kind are proposed for an account: 10"`
}

// Default is 1 % and 1.2, 40 %, and 1.5 times the median of 6 intervals.
func Default() Config {
	return Config{Months: 12, Support: 0.01, Lift: 1.2, Share: 0.4, Segment: 10, Discreet: 10, Intervals: 6, Least: 3, Factor: 1.5, Most: 10}
}

// Check refuses thresholds that sort nothing out.
func (c Config) Check() error {
	switch {
	case c.Months < 1 || c.Months > 60:
		return kernel.Invalid("latent.bad_months").In("months")
	case !(c.Support >= 0.001 && c.Support <= 1):
		return kernel.Invalid("latent.bad_support").In("support")
	case !(c.Lift >= 1 && c.Lift <= 100):
		return kernel.Invalid("latent.bad_lift").In("lift")
	case !(c.Share >= 0.01 && c.Share <= 1):
		return kernel.Invalid("latent.bad_share").In("share")
	case c.Segment < 3 || c.Segment > 1000:
		return kernel.Invalid("latent.bad_segment").In("segment")
	case c.Discreet < 3 || c.Discreet > 1000:
		return kernel.Invalid("latent.bad_segment").In("discreet")
	case c.Intervals < 1 || c.Intervals > 24:
		return kernel.Invalid("latent.bad_intervals").In("intervals")
	case c.Least < 1 || c.Least > c.Intervals:
		return kernel.Invalid("latent.bad_intervals").In("least")
	case !(c.Factor >= 1 && c.Factor <= 10):
		return kernel.Invalid("latent.bad_factor").In("factor")
	case c.Most < 1 || c.Most > 100:
		return kernel.Invalid("latent.bad_most").In("most")
	}
	return nil
}

// Kind says by what a candidate was found.
type Kind uint8

// The kinds.
const (
	Gap Kind = iota
	Affinity
	Reorder
)

// Kinds are their names.
var Kinds = [...]string{"gap", "affinity", "reorder"}

// String is the name of the kind.
func (k Kind) String() string { return Kinds[k] }

// Candidate is a product that an account would probably buy. Products are numbered.
type Candidate struct {
	Kind    Kind
	Product int32
	With    int32   // affinity: what it buys that goes with it
	Value   int64   // minor units; of a gap or an affinity that is the norm's
	Every   float64 // reorder: days between purchases, as a median
	Last    int32   // reorder: the day of the last one
}

// Pair is two products that stand in the same orders more often than by chance.
type Pair struct {
	First, Second int32 // First < Second
	Both          int64 // orders with both
	OfFirst       int64 // orders with the first
	OfSecond      int64
	Orders        int64 // all
}

// Support is the part of all orders that has both.
func (p Pair) Support() float64 { return float64(p.Both) / float64(p.Orders) }

// Lift is how many times as often as by chance both are in one order.
func (p Pair) Lift() float64 {
	return float64(p.Both*p.Orders) / float64(p.OfFirst*p.OfSecond)
}

// keeps reports whether a pair is one.
func (c *Config) keeps(p Pair) bool {
	return p.Both > 0 && p.Support() >= c.Support && p.Lift() >= c.Lift
}

// Everyone is the segment of all who buy.
const Everyone int32 = -1

// Unclassified is the segment of an account of which too little is known.
const Unclassified int32 = -2

// Norm is what a product means to a segment.
type Norm struct {
	Segment, Product int32
	Buyers           int   // accounts that buy it
	Accounts         int   // accounts that buy anything
	Median           int64 // what a buyer spends on it in the window
}

// Share is the part of the segment that buys it.
func (n Norm) Share() float64 { return float64(n.Buyers) / float64(n.Accounts) }

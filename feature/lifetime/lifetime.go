// Package lifetime decides what an account will bring as long as it stays, and by
// which way of computing that is known: a forecast of its own orders where the
// ledger tells who has left without saying so, the formula of method M90
// elsewhere, nothing where no cost is recorded. Sales stand in for margins only if
// the reader asks for it, and he is told.
package lifetime

import (
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Basis is what is added up.
type Basis string

// The bases.
const (
	Margin Basis = "margin" // gross profit
	Sales  Basis = "sales"
)

var bases = [...]Basis{Margin, Sales}

// Row is an account with what it will bring.
type Row struct {
	ID     kernel.ID `json:"id" row:"account"`
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Way    string    `json:"way"    enum:",forecast,formula" doc:"Empty: not known"`
	Why    string    `json:"why"    doc:"Text key: why not known, or not by a forecast"`
	Five   *int64    `json:"five"   doc:"In the next five years, minor units; null: not known"`
	Whole  *int64    `json:"whole"  doc:"As long as it stays, by the formula; null: by a forecast, or not known"`
	Year   *int64    `json:"year"   doc:"Of the last twelve whole months; null: no cost is recorded"`
	Alive  *float64  `json:"alive"  doc:"The probability that it still is a customer; null: the ledger does not tell"`
	Orders int64     `json:"orders" doc:"Ever"`
}

// Part is how many accounts are valued in a way, or not, for one reason.
type Part struct {
	Way   string `json:"way" enum:",forecast,formula"`
	Why   string `json:"why" doc:"Text key; empty for a forecast"`
	Count int    `json:"count"`
	Five  int64  `json:"five" doc:"Minor units"`
}

// Told is what all accounts together tell, for who sees them all.
type Told struct {
	Retention *float64 `json:"retention" doc:"Of a year; null: nobody was there a year ago"`
	Measured  bool     `json:"measured"  doc:"By the ledger; otherwise it was decided"`
	Repeats   int      `json:"repeats"   doc:"Accounts that bought again"`
	Sample    int      `json:"sample"    doc:"Accounts to which the forecast was fitted"`
}

// Frame is what every answer says about itself.
type Frame struct {
	AsOf     kernel.Date `json:"as_of"`
	FittedOn kernel.Date `json:"fitted_on,omitzero" doc:"The last day of the orders from which forecasts come"`
	Basis    Basis       `json:"basis"    enum:"margin,sales"`
	Scope    string      `json:"scope"    enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string      `json:"currency"`
	Discount float64     `json:"discount" doc:"Of a year"`
	Config   int64       `json:"config"   doc:"Version of the settings"`
	Ready    bool        `json:"ready"    doc:"false: it is being worked out, ask again"`
}

// Lifetimes is a page of accounts by what they will bring.
type Lifetimes struct {
	Frame
	Told  *Told  `json:"told"  doc:"null: not all accounts are in sight"`
	Parts []Part `json:"parts" doc:"Of the accounts in sight"`
	Rows  []Row  `json:"rows"`
	Next  int    `json:"next,omitempty" doc:"Where the next page starts"`
}

// Sheet is what there is to say about one account.
type Sheet struct {
	Frame
	Row Row              `json:"row"`
	Why *why.Explanation `json:"why" doc:"null: it is being worked out"`
}

// Which says which accounts a list is about.
type Which struct {
	Basis Basis
	Way   string // one of the ways; "unknown": none; "": all
	From  int
	Limit int
}

// takes reports whether a list is about a value.
func (w Which) takes(v lifetime.Worth) bool {
	return w.Way == "" || w.Way == v.Way || w.Way == "unknown" && v.Way == lifetime.Unknown
}

func minor(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n))
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

// Package portfolio decides which accounts carry the company and why: it ranks
// and classes all of them over one window of the ledger, and explains each
// result. It keeps the register of key accounts: within five working days each
// has a manager, and whom no rule makes one any more is reviewed every quarter.
// Working days are Monday to Friday for now (isWorkday).
package portfolio

import (
	"erba/kernel"
)

// Measure is what accounts are ranked by.
type Measure string

// The measures.
const (
	Sales Measure = "sales"
	Gross Measure = "gross" // gross profit: sales less cost
)

// Returns says what becomes of returns and credit lines.
type Returns string

// Net takes them off; Ignore looks at lines with positive quantity and price alone.
const (
	Net    Returns = "net"
	Ignore Returns = "ignore"
)

// Ask is a question to the portfolio: up to which day, over which window, by
// which measure. Classes are always those among all accounts.
type Ask struct {
	AsOf    kernel.Date // zero: the last day of the ledger, at most today
	From    kernel.Date // the first day of the window; zero: Months says
	Months  int         // 0: Usual
	All     bool        // everything up to AsOf
	Measure Measure
	Returns Returns
}

// Usual is how many months a window has unless asked otherwise.
const Usual = 12

// longest is how many months a window may have; longer ones are All.
const longest = 120

// Check reports what makes no sense in the question.
func (a Ask) Check() error {
	switch {
	case a.Months < 0 || a.Months > longest:
		return kernel.Invalid("portfolio.bad_months", "max", longest)
	case !a.From.IsZero() && !a.AsOf.IsZero() && a.From.Compare(a.AsOf) > 0:
		return kernel.Invalid("portfolio.bad_window", "from", a.From, "as_of", a.AsOf)
	}
	return nil
}

// settled fills in what was left open, given the last day of the ledger.
func (a Ask) settled(last kernel.Date) Ask {
	if a.AsOf.IsZero() {
		a.AsOf = last
	}
	if a.Months == 0 {
		a.Months = Usual
	}
	if a.Measure == "" {
		a.Measure = Sales
	}
	if a.Returns == "" {
		a.Returns = Net
	}
	switch {
	case a.All:
		a.From, a.Months = kernel.Date{}, 0
	case !a.From.IsZero():
		a.Months = 0
	default: // the same day n months ago is just outside (specification 0.3.11)
		a.From = a.AsOf.AddMonths(-a.Months).Add(1)
	}
	return a
}

// Filter narrows the accounts that are shown and summed; their classes stay
// those among all accounts.
type Filter struct {
	Region   string
	Industry string
	Owner    kernel.ID
	Segment  kernel.ID // a saved segment; zero: none
	Band     int       // of its bands, from 1; 0: all of it
}

// Scope says whose figures are shown.
type Scope string

// The scopes.
const (
	Whole Scope = "all" // every account
	Own   Scope = "own" // only those the viewer may see
)

// Frame is what every answer says about itself.
type Frame struct {
	AsOf     kernel.Date `json:"as_of"`
	From     kernel.Date `json:"from"     doc:"First day of the window; empty: since ever"`
	Measure  Measure     `json:"measure"  enum:"sales,gross"`
	Returns  Returns     `json:"returns"  enum:"net,ignore"`
	Scope    Scope       `json:"scope"    enum:"all,own" doc:"own: totals and shares are those of the accounts the viewer sees"`
	Filtered bool        `json:"filtered" doc:"Figures are those of the accounts the filter lets through; classes never depend on it"`
	Currency string      `json:"currency" doc:"Of all amounts, which are in minor units"`
	Config   int64       `json:"config"   doc:"Version of the configuration"`
	Revision int64       `json:"revision" doc:"Revision of the ledger"`
	Warnings []string    `json:"warnings" doc:"Text keys: portfolio.warn_dependent, portfolio.warn_no_pyramid, portfolio.warn_no_cost"`
}

// Package forecast decides what deals will bring by when, how sure that is, and how
// right earlier forecasts were.
package forecast

import (
	rules "erba/analysis/forecast"
	"erba/analysis/null"
	"erba/kernel"
)

// Which narrows a forecast.
type Which struct {
	Period string    // empty: this quarter
	Owner  kernel.ID // empty: everybody
}

// Board is all that a meeting about the forecast looks at.
type Board struct {
	AsOf     kernel.Date  `json:"as_of"`
	Period   Period       `json:"period"`
	Scope    string       `json:"scope"    enum:"all,own" doc:"own: of the deals that the viewer sees"`
	Currency string       `json:"currency"`
	Config   rules.Config `json:"config"`
	Total    Outlook      `json:"total"`
	People   []Person     `json:"people"`
	Stages   []Stage      `json:"stages"`
	Cycle    Cycle        `json:"cycle"`
	Goal     *Goal        `json:"goal"     doc:"null: nobody has set one, or it is not told"`
	Changes  Changes      `json:"changes"`
	Accuracy []Accuracy   `json:"accuracy" doc:"Of the periods before, the latest first"`
	Deals    []Line       `json:"deals"    doc:"Those that are expected in the period, the largest first"`
	Passed   int          `json:"passed"   doc:"Open deals whose expected day has gone by: they count in no period"`
	Undated  int          `json:"undated"  doc:"Open deals of which nobody says when"`
	Unknown  int          `json:"unknown"  doc:"Open deals of which nobody says how much"`
}

// Outlook is what is won already, and what open deals may add.
type Outlook struct {
	rules.Sums
	Won  int64 `json:"won"`
	Wins int   `json:"wins"`
}

// Person is the outlook of who leads deals, by his part of each.
type Person struct {
	Owner kernel.ID `json:"owner,omitzero"`
	Name  string    `json:"name" doc:"Of an owner who is no user; empty: nobody's"`
	Outlook
	Goal *Goal `json:"goal"`
}

// Goal is what is wanted of a year's sales, and how well open deals cover it.
type Goal struct {
	Wanted   int64       `json:"wanted"   doc:"The goals of the accounts that are sums, together"`
	Sold     int64       `json:"sold"     doc:"To these accounts in twelve months"`
	Expected int64       `json:"expected" doc:"All that open deals hold which are expected until the end of the year"`
	Coverage null.Number `json:"coverage" doc:"How many times they hold what is missing; null: nothing is missing"`
	Enough   bool        `json:"enough"`
}

// Stage is what stands at a step, and how deals that came as far went on.
type Stage struct {
	Process string      `json:"process"`
	Stage   string      `json:"stage"`
	Zh      string      `json:"zh"`
	En      string      `json:"en"`
	Percent int         `json:"percent"`
	Count   int         `json:"count"`
	Amount  int64       `json:"amount"`
	Rate    rules.Share `json:"rate"`
	Off     bool        `json:"off" doc:"The percentage of the step lies outside the interval: it should be looked at"`
}

// Cycle is how long deals last, from their beginning to their decision.
type Cycle struct {
	rules.Cycle
	Median null.Number `json:"median" doc:"Days after which half are decided; null: too few have been"`
}

// Line is a deal of the period.
type Line struct {
	ID       kernel.ID   `json:"id"       row:"deal"`
	Code     string      `json:"code"`
	Name     string      `json:"name"`
	Account  kernel.ID   `json:"account,omitzero"`
	Owner    kernel.ID   `json:"owner,omitzero"`
	Who      string      `json:"who"      doc:"Of an owner who is no user"`
	Process  string      `json:"process"`
	Stage    string      `json:"stage"`
	Percent  int         `json:"percent"`
	Category string      `json:"category" enum:"commit,best,pipeline,omitted"`
	Amount   int64       `json:"amount"`
	Expected kernel.Date `json:"expected"`
	Slips    int         `json:"slips"`
	Version  int64       `json:"version"`
	Change   string      `json:"change"   enum:",new,more,less,sooner,later,up,down" doc:"Since last time; empty: none"`
}

// Accuracy is how right the first forecast of a period was.
type Accuracy struct {
	Period      string      `json:"period"`
	Taken       kernel.Date `json:"taken"    doc:"When it was made: on the first day or soon after"`
	Commit      int64       `json:"commit"`
	Weighted    int64       `json:"weighted"`
	Actual      int64       `json:"actual"   doc:"What was won in the period"`
	OffCommit   null.Number `json:"off_commit"   doc:"0.1: a tenth too much; null: nothing was won"`
	OffWeighted null.Number `json:"off_weighted"`
}

// Package winloss decides why deals are won and lost, against whom, by whom and at
// which discount; and from how many deals on one may say so.
package winloss

import (
	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/pareto"
	"erba/analysis/sale"
	"erba/analysis/why"
	"erba/kernel"
)

// By is what deals are told apart by.
type By string

// The ways to tell them apart.
const (
	ByAccount    By = "account"
	BySector     By = "sector"
	ByRegion     By = "region"
	ByProduct    By = "product"
	ByPerson     By = "person"
	ByManager    By = "manager"
	ByCompetitor By = "competitor"
	ByStrategy   By = "strategy"
	ByStage      By = "stage"
	ByQuarter    By = "quarter"
)

// fact is a deal as it is counted. List is what it would bring at list prices, and
// Asked what it is compared with; both are zero where there is no list price.
type fact struct {
	ID          kernel.ID   `db:"id"`
	Row         kernel.ID   `db:"row_id"`
	Account     kernel.ID   `db:"account_id"`
	AccountName string      `db:"account_name"`
	Sector      string      `db:"sector"`
	Region      string      `db:"region"`
	Owner       kernel.ID   `db:"owner_id"`
	OwnerName   string      `db:"owner_name"`
	Manager     string      `db:"manager"`
	Product     string      `db:"product"`
	Process     string      `db:"process"`
	Stage       string      `db:"stage"`
	State       string      `db:"state"`
	Opened      kernel.Date `db:"opened_on"`
	Unopened    bool        `db:"unopened"`
	Closed      kernel.Date `db:"closed_on"`
	Amount      *int64      `db:"amount_minor"`
	Reason      string      `db:"reason"`
	Winner      kernel.ID   `db:"winner_id"`
	List        int64       `db:"-"`
	Asked       int64       `db:"-"`
	Rivals      []kernel.ID `db:"-"`
	Strategy    string      `db:"-"`
}

// Group is what is known of deals that have something in common. Means are null
// where nothing was counted.
type Group struct {
	Key      string          `json:"key"               doc:"Empty: those that say nothing of it"`
	Name     string          `json:"name"`
	Label    string          `json:"label"             doc:"Text key of the name; empty: the name is all there is"`
	Words    sale.Words      `json:"words"             doc:"The name in both languages, of a step"`
	Deals    int             `json:"deals"`
	Won      int             `json:"won"`
	Lost     int             `json:"lost"`
	Pending  int             `json:"pending"           doc:"Not decided yet"`
	Rate     forecast.Share  `json:"rate"              doc:"Won of those that were decided"`
	Verdict  string          `json:"verdict"           enum:"above,below,alike,few" doc:"Beside all deals that were counted"`
	Why      why.Explanation `json:"why"`
	Class    pareto.Class    `json:"class"             doc:"ABC by what won deals bring, among accounts; empty: not asked, or nothing won"`
	Revenue  int64           `json:"revenue_minor"     doc:"What won deals bring"`
	Average  null.Number     `json:"average_minor"     doc:"Of a won deal"`
	Cycle    null.Number     `json:"cycle_won"         doc:"Days from the beginning of won deals to their contracts, on average"`
	Median   null.Number     `json:"cycle_median"      doc:"The same, of the deal in the middle"`
	CycleOff null.Number     `json:"cycle_lost"        doc:"Days of lost deals"`
	CycleAll null.Number     `json:"cycle_decided"     doc:"Days of both"`
	Listed   int64           `json:"pending_list_minor" doc:"What deals that are not decided would bring at list prices"`
	Discount null.Number     `json:"discount"          doc:"Off the list price of won deals, 0–1"`
	Compared int             `json:"compared"          doc:"Won deals of which a list price is known"`
}

// The verdicts on a group.
const (
	Above = "above" // its interval lies above the share of all
	Below = "below"
	Alike = "alike" // chance alone may make the difference
	Few   = "few"
)

// Reason is why deals ended as they did, and how many.
type Reason struct {
	State  string `json:"state"  enum:"won,lost"`
	Reason string `json:"reason" doc:"Text key opportunity.reason_<reason>; empty: nobody has said"`
	Deals  int    `json:"deals"`
}

// Ask says which deals are looked at, and how they are told apart.
type Ask struct {
	By          By
	From, Until kernel.Date // of their ending
	At, Limit   int
}

// Review is the answer.
type Review struct {
	By       By          `json:"by"`
	From     kernel.Date `json:"from,omitzero"`
	Until    kernel.Date `json:"until,omitzero"`
	Scope    string      `json:"scope"    enum:"all,own"`
	Currency string      `json:"currency"`
	Least    int         `json:"least"    doc:"Decided deals from which on a share is shown"`
	Sure     float64     `json:"sure"     doc:"How often the true share lies within the interval"`
	Total    Group       `json:"total"`
	Groups   []Group     `json:"groups"`
	Next     int         `json:"next,omitzero" doc:"Where the next groups begin"`
	Reasons  []Reason    `json:"reasons"`
}

// Stats are the six figures of the command line.
type Stats struct {
	Won       int      `json:"won"`
	Lost      int      `json:"lost"`
	Open      int      `json:"open"`
	WinRate   *float64 `json:"win_rate"`
	Revenue   float64  `json:"won_revenue"`
	CycleDays *float64 `json:"won_cycle_days"`
}

// Lesson is what was learnt from a deal that ended.
type Lesson struct {
	Deal    kernel.ID   `json:"deal"      db:"id"`
	Row     kernel.ID   `json:"row"       db:"row_id" row:"account"`
	Code    string      `json:"code"      db:"code"`
	Name    string      `json:"name"      db:"name"`
	Account string      `json:"account"   db:"account_name"`
	Owner   string      `json:"owner"     db:"owner_name"`
	Product string      `json:"product"   db:"product"`
	State   string      `json:"state"     db:"state"     enum:"won,lost"`
	Reason  string      `json:"reason"    db:"reason"`
	Outcome string      `json:"outcome"   db:"outcome"`
	Lesson  string      `json:"lesson"    db:"lesson"`
	Winner  string      `json:"winner"    db:"winner"    doc:"The competitor who got it"`
	Closed  kernel.Date `json:"closed"    db:"closed_on"`
}

// Lessons is a page of them; Next is empty on the last one.
type Lessons struct {
	Rows []Lesson  `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Learnt says which lessons are asked for.
type Learnt struct {
	State  string
	Reason string
	After  kernel.ID
	Limit  int
}

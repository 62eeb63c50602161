// Package servicing decides whether better service pays for what it costs (method
// M44): how well an account was served in a quarter, as somebody has rated it and
// from where he knows it, against what it took. Until customers are asked, ratings
// are given by hand; what service costs comes from the entries of cost.
package servicing

import (
	"cmp"
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/servicing"
	"erba/analysis/why"
	"erba/kernel"
)

// Index is how well an account was served in a quarter.
type Index struct {
	ID       kernel.ID   `json:"-"        db:"id"`
	Account  kernel.ID   `json:"-"        db:"account_id"`
	Quarter  kernel.Date `json:"quarter"  db:"quarter" doc:"Its first day"`
	Version  int64       `json:"version"  db:"version" doc:"0: nobody has rated it"`
	Value    int64       `json:"value"    db:"value" doc:"0–100"`
	Source   string      `json:"source"   db:"source" enum:"survey,records,feedback,judgement"`
	Evidence string      `json:"evidence" db:"evidence"`
	ByID     kernel.ID   `json:"-"        db:"by_id"`
	By       string      `json:"by"       db:"by_name"`
	On       kernel.Date `json:"on,omitzero" db:"rated_on"`
	Latest   bool        `json:"-"        db:"latest"`
}

// Revision is the version that a new rating must name to replace it.
func (i Index) Revision() int64 { return i.Version }

// unrated is a quarter of which nobody has said anything.
func unrated(account kernel.ID, quarter kernel.Date) Index {
	return Index{Account: account, Quarter: quarter, Source: "judgement"}
}

// Sources are where one knows it from.
var Sources = []string{"survey", "records", "feedback", "judgement"}

const (
	shortest = 5 // characters of evidence
	longest  = 500
	highest  = 100
)

// Check reports the first rule that a rating breaks.
func (i *Index) Check(today kernel.Date) error {
	switch n := len([]rune(strings.TrimSpace(i.Evidence))); {
	case i.Quarter.IsZero() || i.Quarter != quarterOf(i.Quarter):
		return kernel.Invalid("servicing.bad_quarter")
	case i.Quarter.Compare(today) > 0:
		return kernel.Invalid("servicing.future")
	case i.Value < 0 || i.Value > highest:
		return kernel.Invalid("servicing.bad_value", "max", highest)
	case !slices.Contains(Sources, i.Source):
		return kernel.Invalid("servicing.bad_source")
	case n < shortest || n > longest:
		return kernel.Invalid("servicing.short_evidence", "min", shortest, "max", longest)
	}
	return nil
}

// quarterOf is the first day of the quarter of a day.
func quarterOf(d kernel.Date) kernel.Date {
	y, m, _ := d.Parts()
	return kernel.On(y, (int(m)-1)/3*3+1, 1)
}

// lastMonth is the first day of the last month of a quarter.
func lastMonth(quarter kernel.Date) kernel.Date { return quarter.AddMonths(2) }

// Quarter is what is known of an account in a quarter.
type Quarter struct {
	Index
	Cost  *int64 `json:"cost"  doc:"Of service, minor units; null: nobody has recorded any, or the quarter is not over"`
	Gross *int64 `json:"gross" doc:"Gross profit, minor units; null: no cost is recorded, or the quarter is not over"`
}

// Compared is how service and its cost have changed between two quarters.
type Compared struct {
	Type     string          `json:"type"     enum:"unknown,T0,T1,T2,T3,T4,worse,dearer"`
	Service  *float64        `json:"service"  doc:"Change of service, a share of that before"`
	Cost     *float64        `json:"cost"     doc:"Change of cost, a share of that before"`
	Marginal *float64        `json:"marginal" doc:"Gross profit for each unit of additional cost; null: none, or not known"`
	Pays     bool            `json:"pays"`
	Why      why.Explanation `json:"why"`
}

// Row is an account with both quarters.
type Row struct {
	ID     kernel.ID `json:"id" row:"account"`
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Before Quarter   `json:"before"`
	After  Quarter   `json:"after"`
	Compared
}

// Part is how many accounts are of a type.
type Part struct {
	Type  string `json:"type"  enum:"unknown,T0,T1,T2,T3,T4,worse,dearer"`
	Count int    `json:"count"`
}

// Servings is a page of the accounts whose service was rated, those that cost most first.
type Servings struct {
	Scope    string        `json:"scope"    enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string        `json:"currency"`
	Config   int64         `json:"config"   doc:"Version of the settings"`
	Before   kernel.Date   `json:"before"   doc:"First day of the earlier quarter; empty: nothing is rated"`
	After    kernel.Date   `json:"after"    doc:"… and of the later one"`
	Quarters []kernel.Date `json:"quarters" doc:"In which anything is rated, the latest first"`
	Band     float64       `json:"band"     doc:"A change of at most this is none"`
	Parts    []Part        `json:"parts"`
	Rows     []Row         `json:"rows"`
	Next     int           `json:"next,omitempty" doc:"Where the next page starts"`
}

// Sheet is what there is to say about one account.
type Sheet struct {
	Currency string    `json:"currency"`
	Quarters []Quarter `json:"quarters" doc:"The latest first"`
	Compared *Compared `json:"compared" doc:"The two latest quarters that are rated; null: fewer are"`
	May      bool      `json:"may"      doc:"The viewer may rate"`
}

// Which says which quarters a list compares, and which of its accounts it shows.
type Which struct {
	Before, After kernel.Date // zero: the two latest that are rated
	Type          string      // "": all
	From          int
	Limit         int
}

// types are all of them, those to look at first.
var types = []string{servicing.Worse, servicing.Dearer, servicing.Both, servicing.Same, servicing.Cheaper, servicing.Better, servicing.Best, servicing.Unknown}

func parts(all []Row) []Part {
	found := make([]Part, len(types))
	for i, kind := range types {
		found[i].Type = kind
		for j := range all {
			if all[j].Type == kind {
				found[i].Count++
			}
		}
	}
	return found
}

// quartersOf are those in which anything is rated, the latest first.
func quartersOf(all []Index) []kernel.Date {
	found := []kernel.Date{}
	for i := range all {
		if !slices.Contains(found, all[i].Quarter) {
			found = append(found, all[i].Quarter)
		}
	}
	slices.SortFunc(found, func(a, b kernel.Date) int { return b.Compare(a) })
	return found
}

// span is a quarter as the method knows it.
func (q *Quarter) span() servicing.Span {
	s := servicing.Span{Service: null.None, Cost: null.None, Gross: null.None}
	if q.Version > 0 {
		s.Service = null.Of(q.Value)
	}
	if q.Cost != nil {
		s.Cost = null.Of(*q.Cost)
	}
	if q.Gross != nil {
		s.Gross = null.Of(*q.Gross)
	}
	return s
}

func compare(cfg *servicing.Config, before, after Quarter) Compared {
	r := cfg.Compare(before.span(), after.span())
	return Compared{r.Type, told(r.Service), told(r.Cost), told(r.Marginal), r.Pays, cfg.Explain(before.span(), after.span())}
}

// byCost puts those first whose service costs most.
func byCost(a, b Row) int { return cmp.Compare(costOf(b), costOf(a)) }

func costOf(r Row) int64 {
	if r.After.Cost == nil {
		return -1
	}
	return *r.After.Cost
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

func minor(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n))
}

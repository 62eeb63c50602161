package account

import (
	"erba/analysis/size"
	"erba/analysis/stage"
	"erba/kernel"
)

// The orders of a list that the database knows; those of a Ranker are in figures.go.
const (
	ByName     = "name"
	ByCode     = "code"
	ByRegion   = "region"
	ByIndustry = "industry"
	ByOwner    = "owner"
	ByStatus   = "status"
)

// Filter says which accounts a list holds, and in which order.
type Filter struct {
	Search    string    `query:"search"    maxLength:"60"`
	Region    string    `query:"region"`
	City      string    `query:"city"`
	Industry  string    `query:"industry"`
	Ownership string    `query:"ownership"`
	Source    string    `query:"source"`
	Status    string    `query:"status"`
	Owner     kernel.ID `query:"owner"`
	Parent    kernel.ID `query:"parent"`
	Size      string    `query:"size"  enum:"huge,large,medium,small,micro" doc:"Class of M21"`
	Stage     string    `query:"stage" enum:"potential,lost,dormant,new,stable,old" may:"revenue:read" doc:"Class of M20"`
	Class     string    `query:"class" enum:"A,B,C,none" may:"revenue:read" doc:"Class of M25"`
	Segment   kernel.ID `query:"segment" may:"segment:read" doc:"A saved segment (M23)"`
	Band      int       `query:"band" minimum:"0" maximum:"1000" may:"segment:read" doc:"One of its bands, from 1; 0: all of it"`
	Sort      string    `query:"sort"  enum:"name,code,region,industry,owner,status,sales,last_order,class" default:"name" may:"sales=revenue:read,last_order=revenue:read,class=revenue:read"`
	Desc      bool      `query:"desc"`
	After     kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit     int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// byName reports whether the order is that of the names.
func (f Filter) byName() bool { return f.Sort == "" || f.Sort == ByName }

// ranked reports whether only a Ranker knows the order.
func (f Filter) ranked() bool {
	return f.Sort == BySales || f.Sort == ByLastOrder || f.Sort == ByClass
}

// sifts reports whether rows must be looked at one by one, because no column
// of the database holds what is asked for.
func (f Filter) sifts() bool {
	return f.Stage != "" || f.Class != "" || f.Size != "" || !f.Segment.IsZero()
}

// picks reports whether a field is asked for that only the database knows.
func (f Filter) picks() bool {
	return f.City != "" || f.Ownership != "" || f.Source != "" || f.Status != "" || !f.Parent.IsZero()
}

// Row is an account as a list shows it.
type Row struct {
	Account
	OwnerName string   `json:"owner_name" db:"owner_name"`
	Size      string   `json:"size"  doc:"Class of M21, empty when employees or revenue are unknown"`
	Stage     string   `json:"stage,omitempty" may:"revenue:read" doc:"Class of M20"`
	Slowing   bool     `json:"slowing,omitempty" may:"revenue:read" doc:"A pause of orders that does not change the stage yet"`
	Figures   *Figures `json:"figures,omitempty" may:"revenue:read" doc:"Absent when it never ordered"`
	hidden    bool     // the viewer may not read its revenue: neither figures nor what follows from them
}

// judge adds what is computed: figures, the size class and the stage.
func (r *Row) judge(g *Figures, asOf kernel.Date, by Standards) {
	r.measure(by)
	if r.hidden = g != nil && g.Hidden; r.hidden {
		return
	}
	r.Figures = g
	if g == nil {
		g = &Figures{}
	}
	at := g.stage(asOf, by)
	r.Stage, r.Slowing = string(at.Class), at.Slowing
}

// measure adds the size class, which needs no figures.
func (r *Row) measure(by Standards) { r.Size = string(size.Of(r.Employees, r.Revenue, by.Size)) }

func (g Figures) stage(asOf kernel.Date, by Standards) stage.Stage {
	return stage.Of(g.FirstOrder, g.LastOrder, asOf, by.Stage)
}

// Standards say which sizes there are (method M21), and which stages (M20).
type Standards struct {
	Size  size.Config
	Stage stage.Config
}

// keeps reports whether a row has the computed classes that are asked for.
func (f Filter) keeps(r Row) bool {
	var abc string
	if r.hidden && (f.Stage != "" || f.Class != "") {
		return false
	}
	if r.Figures != nil {
		abc = r.Figures.ABC
	}
	return (f.Size == "" || f.Size == r.Size) && (f.Stage == "" || f.Stage == r.Stage) && f.keepsClass(abc)
}

// keepsFigures is keeps for who has only the figures.
func (f Filter) keepsFigures(g Figures, asOf kernel.Date, by Standards) bool {
	return (f.Stage == "" || f.Stage == string(g.stage(asOf, by).Class)) && f.keepsClass(g.ABC)
}

func (f Filter) keepsClass(abc string) bool {
	return f.Class == "" || f.Class == abc || f.Class == "none" && abc == ""
}

// Page is a piece of a list; Next is empty on the last one.
type Page struct {
	Rows    []Row     `json:"rows"`
	Next    kernel.ID `json:"next,omitzero"`
	Pending bool      `json:"pending,omitempty" doc:"Figures and stages are not loaded yet: ask again soon"`
}

// Count is how many accounts a filter finds, counted up to a limit.
type Count struct {
	Accounts int  `json:"accounts"`
	Capped   bool `json:"capped" doc:"There are more: 1,000+"`
}

// Facet is a value that accounts have, to choose from.
type Facet struct {
	Field    string `json:"field" db:"field" enum:"region,industry,ownership,status"`
	Value    string `json:"value" db:"value"`
	Accounts int    `json:"accounts" db:"accounts"`
}

package development

import (
	stages "erba/analysis/development"
	"erba/analysis/null"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/kernel"
)

// Tiers are the rows of the heat map, from the top; the last: none in force.
var Tiers = []string{"MAJOR", "NAMED", "NONNAMED", "MASS", ""}

// mark is what all those who look at many accounts are told of one.
type mark struct {
	stage, target, cell         int8
	trend                       Trend
	class                       supplier.Class
	broken, overridden, warned  bool
	product, involvement, index null.Number
	relation, views             square.Point // zero: not rated
	since                       kernel.Date
	rated                       bool // any of the methods beside M07
}

// Heat is how many accounts of a tier stand on a stage.
type Heat struct {
	Tier        string `json:"tier"  enum:",MAJOR,NAMED,NONNAMED,MASS" doc:"Empty: none in force"`
	Stage       int    `json:"stage"`
	Count       int    `json:"count"`
	Interrupted int    `json:"interrupted" doc:"Of them"`
	Up          int    `json:"up"          doc:"Of them, in twelve months"`
	Down        int    `json:"down"`
}

// Grids are both grids of 25 squares.
type Grids struct {
	Relationship square.Template `json:"relationship"`
	Views        square.Template `json:"views"`
}

// Map is where the accounts of a viewer stand.
type Map struct {
	Today       kernel.Date `json:"today"`
	Scope       string      `json:"scope" enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Accounts    int         `json:"accounts"`
	Cells       []Heat      `json:"cells"       doc:"All tiers and stages, from the top"`
	Interrupted int         `json:"interrupted"`
	Up          int         `json:"up"`
	Down        int         `json:"down"`
	Grids       Grids       `json:"grids"       doc:"The words of the 25 squares"`
	Below       int         `json:"below"       doc:"Below the stage that they should head for"`
}

// Which narrows and orders a list of accounts.
type Which struct {
	Tier   string // "": all, none: without one in force
	Stage  int    // 0: all
	Show   string // "": all; interrupted, up, down, below, warned, rated
	Cell   int    // of M09, 0: all
	Square int    // of M11, 0: all
	On     string // the grid of that square
	Owner  kernel.ID
	From   int
	Limit  int
}

func (w Which) takes(tier string, owner kernel.ID, m *mark) bool {
	switch {
	case w.Tier == "none" && tier != "", w.Tier != "" && w.Tier != "none" && tier != w.Tier,
		w.Stage > 0 && int(m.stage) != w.Stage, w.Cell > 0 && int(m.cell) != w.Cell,
		w.Square > 0 && m.point(w.On).Cell() != w.Square, !w.Owner.IsZero() && w.Owner != owner:
		return false
	}
	switch w.Show {
	case "interrupted":
		return m.broken
	case "up":
		return m.trend == Up
	case "down":
		return m.trend == Down
	case "below":
		return m.stage < m.target
	case "warned":
		return m.warned
	case "rated":
		return m.rated
	}
	return true
}

// point is the place on a grid, off it if nobody has rated it.
func (m *mark) point(template string) square.Point {
	if template == square.Views {
		return m.views
	}
	return m.relation
}

// Row is an account in a list.
type Row struct {
	ID          kernel.ID          `json:"id" row:"account"`
	Code        string             `json:"code"`
	Name        string             `json:"name"`
	Owner       kernel.ID          `json:"owner,omitzero"`
	Tier        string             `json:"tier"   enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Stage       int                `json:"stage"`
	Overridden  bool               `json:"overridden"`
	Since       kernel.Date        `json:"since,omitzero"`
	Trend       Trend              `json:"trend"  enum:"up,down,steady"`
	Target      int                `json:"target"`
	Warned      bool               `json:"warned"`
	Interrupted bool               `json:"interrupted"`
	Cell        int                `json:"cell"   doc:"Of M09; 0: not rated"`
	Index       *float64           `json:"index"  doc:"Of M04; null: not rated"`
	Class       supplier.Class     `json:"class"  enum:",modern,transitional,traditional"`
	Product     *float64           `json:"product"     doc:"Mean of M09; null: not rated"`
	Involvement *float64           `json:"involvement" doc:"Mean of M09; null: not rated"`
	Relation    *square.Point      `json:"relation"    doc:"Place on the grid of relationships; null: not rated"`
	Views       *square.Point      `json:"views"       doc:"Place on the grid of views; null: not rated"`
	Missing     []stages.Condition `json:"missing"     doc:"For the next stage; of the rows of a list"`
	at          int32
}

// List is a page of accounts.
type List struct {
	Scope string `json:"scope" enum:"all,own"`
	Count int    `json:"count"`
	Rows  []Row  `json:"rows"`
	Next  int    `json:"next,omitempty" doc:"Where the next page starts"`
}

func (m *mark) row() Row {
	r := Row{Stage: int(m.stage), Overridden: m.overridden, Since: m.since, Trend: m.trend, Target: int(m.target), Warned: m.warned,
		Interrupted: m.broken, Cell: int(m.cell), Index: told(m.index), Class: m.class, Product: told(m.product), Involvement: told(m.involvement), Missing: []stages.Condition{}}
	if m.relation.X > 0 {
		r.Relation = &m.relation
	}
	if m.views.Y > 0 {
		r.Views = &m.views
	}
	return r
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

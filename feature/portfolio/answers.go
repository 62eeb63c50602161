package portfolio

import (
	"erba/analysis/pareto"
	"erba/analysis/rfm"
	"erba/kernel"
)

// Tally is how many accounts there are of a kind, and what they bring.
type Tally struct {
	Count  int     `json:"count"`
	Amount int64   `json:"amount" doc:"By the measure, minor units"`
	Share  float64 `json:"share"  doc:"Of the total, 0–1"`
}

// Summary is the row of key figures.
type Summary struct {
	Frame
	Accounts  int           `json:"accounts"  doc:"All accounts"`
	Customers int           `json:"customers" doc:"With a value above zero"`
	Inactive  int           `json:"inactive"  doc:"Without any line in the window"`
	Apart     int           `json:"apart"     doc:"With lines, at or below zero"`
	Orders    int64         `json:"orders"`
	Total     int64         `json:"total"     doc:"Sum over the customers"`
	Before    *int64        `json:"before"    doc:"The same over the window before it; null: none"`
	Measured  pareto.Result `json:"measured"`
	Keys      int           `json:"keys"      doc:"Key accounts"`
	Tray      int           `json:"tray"      doc:"Accounts whose potential nobody has estimated"`
}

// Bar is one of the bars of 5 % of the customers each.
type Bar struct {
	To     float64 `json:"to"     doc:"Customers up to this part, 0–1"`
	Count  int     `json:"count"`
	Amount int64   `json:"amount"`
	Share  float64 `json:"share"`
}

// Pareto is how concentrated the portfolio is.
type Pareto struct {
	Frame
	pareto.Result
	Revenue int64          `json:"revenue" doc:"Sum over all accounts, those at or below zero too"`
	Orders  int64          `json:"orders"`
	Curve   []pareto.Point `json:"curve" doc:"At most 200 points"`
	Bars    []Bar          `json:"bars"  doc:"20 bars of 5 % of the customers each"`
	Bands   []Band         `json:"bands" doc:"A, B and C along the customers"`
}

// Band is a class along the curve.
type Band struct {
	Class string `json:"class" enum:"A,B,C"`
	Tally
	From float64 `json:"from" doc:"Customers before it, 0–1"`
	To   float64 `json:"to"   doc:"Customers up to its end, 0–1"`
}

// ABC is the classes by share of the measure.
type ABC struct {
	Frame
	pareto.Result
	Orders  int64         `json:"orders"`
	Classes []Band        `json:"classes"`
	Apart   []Apart       `json:"apart" doc:"Customers with lines, at or below zero: the first 200, the lowest first"`
	Cuts    pareto.Config `json:"cuts"`
}

// Apart is a customer whose value is not above zero.
type Apart struct {
	ID     kernel.ID `json:"id"`
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Amount int64     `json:"amount"`
}

// RFM is the heat map of recency and frequency, and the segments.
type RFM struct {
	Frame
	Customers int            `json:"customers" doc:"Who ever ordered, and so are scored"`
	Cells     []HeatCell     `json:"cells"     doc:"25: r 1–5, f 1–5"`
	Segments  []Segment      `json:"segments"  doc:"The eight types, best first"`
	Scores    map[string]int `json:"scores"    doc:"How many accounts have each score, such as 555"`
	Unscored  int            `json:"unscored"  doc:"Accounts without orders"`
	Steps     rfm.Steps      `json:"steps"     doc:"From which value on a score is 2, 3, 4 and 5"`
}

// HeatCell is the accounts of one recency and frequency.
type HeatCell struct {
	R int `json:"r"`
	F int `json:"f"`
	Tally
}

// Segment is one of the eight types.
type Segment struct {
	Key string `json:"key" doc:"Text key: rfm.important_value …"`
	Tally
}

// Grid is the 5 × 5 grid of purchases now (x) and what the account could buy (y).
type Grid struct {
	Frame
	Cells   []GridCell `json:"cells"   doc:"25, y from 4 to 0, x from 0 to 4"`
	Classes []Mark     `json:"classes" doc:"A, B, C and VIP"`
	Tray    Tally      `json:"tray"    doc:"待估潜力: nobody has estimated the demand, so no class"`
	Breaks  []int64    `json:"breaks"  doc:"The least amounts of 1, 2, 3 and 4 a year, on both axes"`
}

// GridCell is one cell of the grid.
type GridCell struct {
	X      int    `json:"x"`
	Y      int    `json:"y"`
	Class  string `json:"class"  enum:"A,B,C" doc:"In a conflict the provisional one"`
	Status string `json:"status" enum:"published,completed,conflict"`
	To     []int  `json:"to"     doc:"In a conflict: x and y of the cell whose class it takes"`
	Tally
}

// Mark is the accounts of one class.
type Mark struct {
	Class string `json:"class"`
	Tally
}

// Quadrant is the two values of every account: what it brings, what it could.
type Quadrant struct {
	Frame
	CurrentCut   int64   `json:"current_cut"`
	PotentialCut int64   `json:"potential_cut"`
	Types        []Mark  `json:"types"  doc:"I small/low, II big/low, III small/high, IV big/high"`
	Tray         Tally   `json:"tray"   doc:"待估潜力: accounts without an estimate"`
	Points       []Point `json:"points" doc:"At most 3,000; where they are many, some stand for their neighbours"`
	Thinned      int     `json:"thinned" doc:"How many accounts the points leave out"`
}

// Point is one account in the plane of the two values.
type Point struct {
	ID        kernel.ID `json:"id"`
	Name      string    `json:"name"`
	Current   int64     `json:"current"`
	Potential int64     `json:"potential"`
	Type      string    `json:"type" enum:"I,II,III,IV"`
}

// Pyramid is the four tiers, the highest first.
type Pyramid struct {
	Frame
	Tiers       []Tier `json:"tiers"       doc:"MAJOR, NAMED, NONNAMED, MASS"`
	Tray        Tally  `json:"tray"        doc:"待估潜力: tiers from the current value alone, provisional"`
	Provisional []Mark `json:"provisional" doc:"The tray's accounts by provisional tier: NONNAMED and MASS"`
	Shaped      bool   `json:"shaped"      doc:"No tier has more accounts than the one below"`
}

// Tier is one layer of the pyramid.
type Tier struct {
	Tier string `json:"tier" enum:"MAJOR,NAMED,NONNAMED,MASS"`
	Tally
	Part float64 `json:"part" doc:"Of the accounts in the pyramid, 0–1"`
}

// Register is the key accounts with the reasons.
type Register struct {
	Frame
	Count    int           `json:"count"    doc:"Key accounts"`
	Rules    []RuleTally   `json:"rules"    doc:"How many each rule has made key accounts"`
	Rows     []RegisterRow `json:"rows"`
	Next     kernel.ID     `json:"next,omitzero"`
	Coverage Tally         `json:"coverage" doc:"What the key accounts bring together"`
}

// RuleTally is a rule of the register and how often it fired.
type RuleTally struct {
	Rule      string  `json:"rule" enum:"REV,TIER,GRID,INFL,STRAT,CORE"`
	Enabled   bool    `json:"enabled"`
	Parameter float64 `json:"parameter" doc:"REV: least share; INFL: least score; CORE: least cap"`
	Count     int     `json:"count"`
}

// RegisterRow is one key account.
type RegisterRow struct {
	Member
	Since kernel.Date `json:"since" doc:"Key account since"`
	Lapse bool        `json:"lapse" doc:"No rule fires any more: to be reviewed, still a key account"`

	Manager    kernel.ID   `json:"manager,omitzero"     doc:"Who answers for it"`
	ManagerDue kernel.Date `json:"manager_due,omitzero" doc:"Nobody answers for it: until then somebody has to"`
}

// Member is an account behind a mark: a class, a cell, a band, a tier, the tray.
type Member struct {
	ID          kernel.ID   `json:"id"`
	Code        string      `json:"code"`
	Name        string      `json:"name"`
	Region      string      `json:"region"`
	Industry    string      `json:"industry"`
	Owner       kernel.ID   `json:"owner,omitzero"`
	Rank        int         `json:"rank"       doc:"Among all accounts by the measure; 0: not above zero"`
	Amount      int64       `json:"amount"     doc:"By the measure, minor units"`
	Share       *float64    `json:"share"      doc:"Of the company's total; null unless the viewer sees all of it"`
	Orders      int32       `json:"orders"`
	LastOrder   kernel.Date `json:"last_order"`
	ABC         string      `json:"abc"        doc:"A, B, C or empty"`
	RFM         string      `json:"rfm"        doc:"Such as 544, or empty"`
	Grid        string      `json:"grid"       doc:"A, B, C, VIP or empty"`
	Type        string      `json:"type"       doc:"I, II, III, IV or empty"`
	Tier        string      `json:"tier"       doc:"MAJOR, NAMED, NONNAMED, MASS or empty"`
	Provisional bool        `json:"provisional" doc:"The tier comes from the current value alone; nothing follows from it"`
	Demand      *int64      `json:"demand"     doc:"Estimated purchases a year; null: nobody has estimated"`
	Rules       []string    `json:"rules"      doc:"Rules that make it a key account"`
}

// Members is a page of the accounts behind a mark.
type Members struct {
	Frame
	Model string    `json:"model"`
	Mark  string    `json:"mark"`
	Count int       `json:"count"`
	Rows  []Member  `json:"rows"`
	Next  kernel.ID `json:"next,omitzero"`
}

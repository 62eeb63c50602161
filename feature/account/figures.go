package account

import (
	"context"

	"erba/kernel"
)

// Figures are what the ledger and the models say about an account. They come
// from a Ranker; account itself only knows where to show them.
type Figures struct {
	Account    kernel.ID   `json:"account"`
	Hidden     bool        `json:"-"` // the viewer may not read the account's revenue: nothing else is said
	Sales      int64       `json:"sales_minor"          doc:"Net of the last 12 months, in minor units of the base currency"`
	FirstOrder kernel.Date `json:"first_order,omitzero" doc:"Absent without an order"`
	LastOrder  kernel.Date `json:"last_order,omitzero"`
	ABC        string      `json:"abc"                  doc:"Class of M25, empty when it has none"`
	Tier       string      `json:"tier"                 doc:"Tier of M17: MAJOR, NAMED, NONNAMED, MASS, empty when the potential is missing"`
	RFM        string      `json:"rfm"                  doc:"Scores of M24, such as 544"`
	KeyAccount bool        `json:"key_account"          doc:"By M01"`
}

// The orders that only a Ranker knows; some accounts it also knows by name.
const (
	BySales     = "sales"
	ByLastOrder = "last_order"
	ByClass     = "class" // ABC, then sales
)

// Ranking asks for accounts in the order of a figure; equals follow by ID.
type Ranking struct {
	By    string
	Desc  bool
	After kernel.ID // the last one of the page before; zero for the first page
	Limit int

	// Every condition that is set must hold. Among, when not nil, holds the only
	// accounts asked for: what a search or a field that only SQL knows has found,
	// in sight or not.
	Region, Industry string
	Owner            kernel.ID
	Among            []kernel.ID
	Keep             func(Figures) bool // nil keeps all; asked in the order of the ranking, until the page is full
}

// Ranker orders accounts by what only it knows; it is registered with
// Service.RankBy.
type Ranker interface {
	// Rank returns at most r.Limit accounts, none that was merged away. They were
	// in sight of the viewer of ctx a moment ago; who reads them asks again. By
	// name it may not know them: then the database is to be asked.
	Rank(ctx context.Context, r Ranking) (ids []kernel.ID, known bool, err error)
	// Figures are those of accounts that the viewer of ctx has just read, in any
	// order; one without orders may be left out.
	Figures(ctx context.Context, ids []kernel.ID) ([]Figures, error)
	// Ready reports whether figures are there: not yet while a start loads them,
	// then the other methods wait.
	Ready() bool
	// AsOf is the day up to which figures count.
	AsOf(ctx context.Context) (kernel.Date, error)
}

// Attributes are what models need to know of an account, light enough to hold all in memory.
type Attributes struct {
	ID        kernel.ID `db:"id"`
	Code      string    `db:"code"`
	Name      string    `db:"name"`
	Parent    kernel.ID `db:"parent_id"`
	Owner     kernel.ID `db:"owner_id"`
	Region    string    `db:"region"`
	City      string    `db:"city"`
	Industry  string    `db:"industry"`
	Ownership string    `db:"ownership"`
	Source    string    `db:"source"`
	Status    string    `db:"status"`
	Employees *int64    `db:"employees"`
	Revenue   *int64    `db:"revenue_minor"`
	SortKey   string    `db:"sort_key"`
	Merged    bool      `db:"merged"`
	ChangedAt int64     `db:"changed_at"`
}

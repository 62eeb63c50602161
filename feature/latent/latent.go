// Package latent decides what an account would probably buy and does not yet
// (method M96): what goes together, what others like it buy, and what is due
// again. It is worked out beside the requests, after every import and every
// night, from what accounts have bought; and what somebody says is nothing for an
// account is not proposed to it any more.
package latent

import (
	"strings"

	market "erba/analysis/latent"
	"erba/analysis/why"
	"erba/kernel"
)

// Candidate is a product that an account would probably buy. Its value is absent
// where the reader may not be told, because too few others buy it.
type Candidate struct {
	Kind        string          `json:"kind"    enum:"gap,affinity,reorder" doc:"gap: others of its segment buy it; affinity: it goes with what it buys; reorder: it is due again"`
	Product     string          `json:"product" doc:"Its code"`
	ProductName string          `json:"product_name"`
	With        string          `json:"with,omitempty" doc:"affinity: the product that it goes with"`
	WithName    string          `json:"with_name,omitempty"`
	Value       *int64          `json:"value,omitempty" may:"revenue:read" doc:"Minor units: gap and affinity: what a buyer spends in the window, as a median; reorder: a usual purchase"`
	Every       float64         `json:"every,omitempty" doc:"reorder: days between purchases, as a median"`
	Last        kernel.Date     `json:"last,omitzero"   doc:"reorder: when it was bought last"`
	Since       int             `json:"since,omitempty" doc:"reorder: days since then"`
	Why         why.Explanation `json:"why,omitzero" may:"revenue:read"`
}

// again reports whether it is to be bought again.
func again(kind string) bool { return kind == market.Reorder.String() }

// Row is a candidate in a list of many accounts.
type Row struct {
	Account  kernel.ID `json:"account" row:"account"`
	Code     string    `json:"code"`
	Name     string    `json:"name"`
	Owner    kernel.ID `json:"owner,omitzero"`
	Industry string    `json:"industry"`
	Size     string    `json:"size" enum:",huge,large,medium,small,micro"`
	Candidate
}

// Rows is a page of candidates, the most valuable first.
type Rows struct {
	Scope      string      `json:"scope" enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Mined      bool        `json:"mined" doc:"It has been worked out at least once"`
	AsOf       kernel.Date `json:"as_of"`
	From       kernel.Date `json:"from"  doc:"What was bought from then on counts"`
	Count      int         `json:"count"`
	Accounts   int         `json:"accounts" doc:"How many accounts they are of"`
	Counts     []Count     `json:"counts"   doc:"By kind, whichever kind the list is about"`
	Industries []string    `json:"industries" doc:"Those of accounts in sight that have candidates"`
	Rows       []Row       `json:"rows"`
	Next       int         `json:"next,omitempty" doc:"Where the next page starts"`
}

// Count is how many candidates there are of a kind.
type Count struct {
	Kind  string `json:"kind" enum:"gap,affinity,reorder"`
	Count int    `json:"count"`
}

// Which says which candidates a list holds.
type Which struct {
	Kind     string
	Owner    kernel.ID
	Industry string
	Product  string
}

// Sheet is what an account would probably buy.
type Sheet struct {
	Mined    bool        `json:"mined" doc:"It has been worked out at least once"`
	AsOf     kernel.Date `json:"as_of"`
	Rows     []Candidate `json:"rows"     doc:"Of each kind the most valuable first"`
	Declined []Declined  `json:"declined" doc:"What is nothing for it, the latest first"`
	Segment  bool        `json:"segment"  doc:"Its industry and size are known; else nothing can be said of others like it"`
	May      bool        `json:"may"      doc:"The viewer may decide"`
}

// Declined is what somebody says is nothing for an account.
type Declined struct {
	ID      kernel.ID   `json:"id"      db:"id"`
	Account kernel.ID   `json:"-"       db:"account_id"`
	Product string      `json:"product" db:"product"`
	Named   string      `json:"product_name" db:"-"`
	Again   bool        `json:"again"   db:"again" doc:"It was proposed to be bought again"`
	Reason  string      `json:"reason"  db:"reason"`
	By      kernel.ID   `json:"by,omitzero" db:"by_id"`
	On      kernel.Date `json:"on"      db:"declined_on"`
}

const shortest = 2 // characters of a reason

// Check reports the first rule that a decision breaks.
func (d Declined) Check() error {
	if len([]rune(strings.TrimSpace(d.Reason))) < shortest {
		return kernel.Invalid("latent.no_reason")
	}
	return nil
}

// Pair is two products that go together.
type Pair struct {
	First      string  `json:"first"`
	FirstName  string  `json:"first_name"`
	Second     string  `json:"second"`
	SecondName string  `json:"second_name"`
	Support    float64 `json:"support" doc:"Part of the orders that have both"`
	Lift       float64 `json:"lift"    doc:"How many times as often as by chance"`
	Orders     int64   `json:"orders,omitempty" doc:"With both; only for who sees every account"`
}

// Pairs are those that go together most, the strongest first.
type Pairs struct {
	Count int    `json:"count"`
	Rows  []Pair `json:"rows"`
}

// Package promotion decides what a promotion has to answer before it is planned, with
// which others it collides, and what it brought (method M75).
package promotion

import (
	"strings"

	"erba/analysis/fee"
	"erba/analysis/null"
	"erba/analysis/promotion"
	"erba/kernel"
)

// The states of a promotion.
const (
	Planned   = "planned"
	Evaluated = "evaluated"
	Cancelled = "cancelled"
)

// Promotion is a plan with its six answers: when, what, where, whom, how much, how.
type Promotion struct {
	ID         kernel.ID   `json:"id"           db:"id"`
	Account    kernel.ID   `json:"account"      db:"account_id" row:"account"`
	Name       string      `json:"name"         db:"name"`
	Background string      `json:"background"   db:"background" doc:"Why now"`
	From       kernel.Date `json:"from"         db:"from_on"`
	Until      kernel.Date `json:"until"        db:"until_on"`
	Products   List        `json:"products"     db:"products" doc:"Codes; none: all of them"`
	Place      string      `json:"place"        db:"place"`
	Audience   string      `json:"audience"     db:"audience"`
	Budget     Means       `json:"budget"       db:"budget"`
	Amount     int64       `json:"amount"       db:"amount" doc:"What the budget comes to, minor units"`
	Ways       List        `json:"ways"         db:"ways" doc:"Of the dictionary"`
	Tools      List        `json:"tools"        db:"tools" doc:"What stands in the shop"`
	Baseline   int64       `json:"baseline"     db:"baseline" doc:"Sales of its days without it"`
	Expected   int64       `json:"expected"     db:"expected" doc:"Sales of its days with it"`
	Lesson     string      `json:"lesson"       db:"lesson"`
	State      string      `json:"state"        db:"state" enum:"planned,evaluated,cancelled"`
	By         kernel.ID   `json:"by,omitzero"  db:"by_id"`
	Made       kernel.Date `json:"made"         db:"made_on"`
	Version    int64       `json:"version"      db:"version"`
}

// Revision is the version that a change must name.
func (p Promotion) Revision() int64 { return p.Version }

// List are words, one TEXT in SQL.
type List []string

// Means are how much it may cost, one TEXT in SQL.
type Means struct{ promotion.Budget }

const (
	longestName = 80
	longestText = 500
	longestWord = 60
	mostWords   = 40
	longest     = 366              // days
	most        = 1_000_000_000_00 // minor units
)

// tidy trims what was said, and counts the budget.
func (p *Promotion) tidy() (err error) {
	for _, text := range []*string{&p.Name, &p.Background, &p.Place, &p.Audience} {
		*text = strings.TrimSpace(*text)
	}
	for _, list := range []*List{&p.Products, &p.Ways, &p.Tools} {
		*list = list.tidy()
	}
	p.Amount, err = p.Budget.Sum()
	return err
}

func (l List) tidy() List {
	out := List{}
	for _, word := range l {
		if word = strings.TrimSpace(strings.ReplaceAll(word, "\n", " ")); word != "" {
			out = append(out, word)
		}
	}
	return out
}

func (l List) fits() bool {
	for _, word := range l {
		if len([]rune(word)) > longestWord {
			return false
		}
	}
	return len(l) <= mostWords
}

// Check reports the first of the six questions that is not answered.
func (p Promotion) Check(c promotion.Config) error {
	year, _, _ := p.From.Parts()
	switch n := len([]rune(p.Name)); {
	case n < 2 || n > longestName:
		return kernel.Invalid("promotion.bad_title", "max", longestName).In("name")
	case len([]rune(p.Background)) < 2 || over(p.Background):
		return kernel.Invalid("promotion.no_background", "max", longestText).In("background")
	case p.From.IsZero() || year < 2000 || year >= 2200 || p.From.Compare(p.Until) > 0 || p.Until.Days(p.From) > longest:
		return kernel.Invalid("promotion.no_time").In("until")
	case !p.Products.fits():
		return kernel.Invalid("promotion.no_product", "max", longestWord).In("products")
	case p.Place == "" || over(p.Place):
		return kernel.Invalid("promotion.no_place", "max", longestText).In("place")
	case p.Audience == "" || over(p.Audience):
		return kernel.Invalid("promotion.no_audience", "max", longestText).In("audience")
	case len(p.Ways) == 0 || !p.Ways.fits() || !known(c, p.Ways):
		return kernel.Invalid("promotion.no_way").In("ways")
	case !p.Tools.fits():
		return kernel.Invalid("promotion.bad_tools", "max", longestWord).In("tools")
	case p.Baseline < 0 || p.Baseline > most || p.Expected <= 0 || p.Expected > most:
		return kernel.Invalid("promotion.no_expectation").In("expected")
	}
	return nil
}

func over(text string) bool { return len([]rune(text)) > longestText }

func known(c promotion.Config, ways List) bool {
	for _, way := range ways {
		if !c.Has(way) {
			return false
		}
	}
	return true
}

// window is where and when it runs.
func (p Promotion) window() promotion.Window {
	return promotion.Window{Accounts: []kernel.ID{p.Account}, Products: p.Products, From: p.From, Until: p.Until}
}

func (p Promotion) stateKey() string { return "promotion.state_" + p.State }

// Row is a promotion as the calendar shows it.
type Row struct {
	Promotion
	Code     string      `json:"code"      db:"code"`
	Whom     string      `json:"whom"      db:"whom" doc:"The account"`
	Ours     string      `json:"ours"      db:"ours" doc:"Who plans it"`
	Collides []kernel.ID `json:"collides"  db:"-"    doc:"Others of the same customer, product and time"`
}

// Calendar are the promotions that run within some days.
type Calendar struct {
	Currency string             `json:"currency"`
	Methods  []promotion.Method `json:"methods"`
	From     kernel.Date        `json:"from"`
	Until    kernel.Date        `json:"until"`
	Rows     []Row              `json:"rows"`
	More     bool               `json:"more" doc:"There are others that are not shown"`
}

// collide fills in which promotions stand in each other's way.
func collide(rows []Row) {
	for i := range rows {
		rows[i].Collides = []kernel.ID{}
		for j := range rows {
			if i != j && rows[i].State != Cancelled && rows[j].State != Cancelled && rows[i].window().Conflicts(rows[j].window()) {
				rows[i].Collides = append(rows[i].Collides, rows[j].ID)
			}
		}
	}
}

// Foreseen is what a plan would meet with.
type Foreseen struct {
	Amount   int64       `json:"amount"   doc:"What the budget comes to; 0: it cannot be counted"`
	Baseline null.Number `json:"baseline" doc:"Sales of its days without it, by comparable weeks; null: too few of them"`
	Collides []Row       `json:"collides"`
}

// Sheet is a promotion with what it brought.
type Sheet struct {
	Row
	Currency string             `json:"currency"`
	Methods  []promotion.Method `json:"methods"`
	Others   []Row              `json:"others"  doc:"Those it collides with"`
	Outcome  promotion.Outcome  `json:"outcome"`
	Before   []Week             `json:"before"  doc:"Comparable weeks, the latest first"`
	During   []Week             `json:"during"  doc:"Weeks of the promotion; the last one may be shorter"`
	After    []Week             `json:"after"`
	Granted  int64              `json:"granted" doc:"Fees that were granted for it"`
	Paid     int64              `json:"paid"    doc:"Fees that were paid for it"`
	Plan     *fee.Gain          `json:"plan,omitempty"   may:"margin:read" doc:"Whether what it is to bring covers its budget"`
	Return   *fee.Gain          `json:"return,omitempty" may:"margin:read" doc:"What it brought against its fees"`
	Kept     *fee.Gain          `json:"kept,omitempty"   may:"margin:read" doc:"With the dip after it"`
	May      bool               `json:"may"     doc:"The viewer may change it"`
}

// Week is what was sold in some days.
type Week struct {
	From  kernel.Date `json:"from"`
	Until kernel.Date `json:"until"`
	Sales int64       `json:"sales"`
}

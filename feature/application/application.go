// Package application decides what a customer uses our goods for, what he has planned to buy, and how well we know all that.
package application

import (
	"slices"
	"strings"

	"erba/analysis/application"
	"erba/analysis/null"
	"erba/kernel"
)

// Sheet is what is known of a customer, block by block: his industry, himself, what
// he uses our goods for and how he buys; and how we stand: four boxes of a plan.
type Sheet struct {
	ID        kernel.ID   `json:"-"         db:"id"`
	Account   kernel.ID   `json:"account"   db:"account_id" row:"account"`
	Industry  string      `json:"industry"  db:"industry"  doc:"Where his industry stands and goes"`
	Level     string      `json:"level"     db:"level"     doc:"Where he stands himself, and what troubles him"`
	Uses      string      `json:"uses"      db:"uses"      doc:"What he uses our goods for, and how he buys"`
	Strengths string      `json:"strengths" db:"strengths"`
	Weakness  string      `json:"weakness"  db:"weakness"`
	Chances   string      `json:"chances"   db:"chances"`
	Threats   string      `json:"threats"   db:"threats"`
	Expected  *int64      `json:"expected_minor" db:"expected_minor" doc:"What we expect him to buy next year; null: nobody has said"`
	Reason    string      `json:"reason"    db:"reason" doc:"Why that, and not what was reckoned"`
	ByID      kernel.ID   `json:"-"         db:"by_id"`
	By        string      `json:"by"        db:"by_name"`
	On        kernel.Date `json:"on,omitzero" db:"said_on"`
	Version   int64       `json:"version"   db:"version" doc:"0: nobody has said anything"`
}

// Revision is the version that a change must name.
func (s Sheet) Revision() int64 { return s.Version }

// Project is one for which a customer may buy.
type Project struct {
	ID       kernel.ID   `json:"id"           db:"id"`
	Account  kernel.ID   `json:"account"      db:"account_id" row:"account"`
	Name     string      `json:"name"         db:"name"`
	Budget   *int64      `json:"budget_minor" db:"budget_minor" doc:"null: nobody knows"`
	Funding  string      `json:"funding"      db:"funding"  enum:"treasury,own,loan,special,unsecured"`
	Purchase string      `json:"purchase"     db:"purchase" enum:"tender,project,single"`
	On       kernel.Date `json:"on,omitzero"  db:"buys_on"  doc:"When he buys"`
	Chance   *int64      `json:"chance"       db:"chance"   doc:"Ours, in percent; null: nobody has said"`
	By       string      `json:"by"           db:"by_name"`
	ByID     kernel.ID   `json:"-"            db:"by_id"`
	Said     kernel.Date `json:"said"         db:"said_on"`
	Version  int64       `json:"version"      db:"version"`
}

// Revision is the version that a change must name.
func (p Project) Revision() int64 { return p.Version }

// Forecast is what he bought in three whole years, and what follows for the next.
type Forecast struct {
	Year     int         `json:"year"     doc:"The first year is three before it"`
	Years    []int64     `json:"years"    doc:"Net sales, the oldest first, in minor units"`
	Growth   null.Number `json:"growth"   doc:"A year; null: there was nothing to grow from"`
	Reckoned null.Number `json:"reckoned" doc:"Minor units"`
	Cautious bool        `json:"cautious" doc:"Grown from the mean of three years"`
	Actual   int64       `json:"actual"   doc:"So far in the year"`
	Currency string      `json:"currency"`
}

// Analysis is what we know of a customer, and how much of it.
type Analysis struct {
	Sheet    Sheet             `json:"sheet"`
	Projects []Project         `json:"projects"`
	Blocks   []Block           `json:"blocks"`
	Forecast *Forecast         `json:"forecast" doc:"null: the viewer may not read his sales"`
	Known    application.Known `json:"known"`
	Complete null.Number       `json:"complete" doc:"The mean of the five parts, in percent"`
	Gate     float64           `json:"gate"     doc:"Complete enough to act"`
	Enough   bool              `json:"enough"`
	Rivals   []Rival           `json:"rivals"`
	Boxes    int               `json:"boxes"    doc:"Of four"`
	Pending  int               `json:"pending"  doc:"Actions that are to be done"`
	Actions  int               `json:"actions"`
	Write    bool              `json:"write"`
}

// Block is one of the five of the form.
type Block struct {
	Key    string `json:"key" enum:"industry,level,uses,projects,forecast"`
	Filled bool   `json:"filled"`
}

// Rival is a competitor who stands against us in a deal of the customer.
type Rival struct {
	ID    kernel.ID `json:"id"`
	Name  string    `json:"name"`
	Rated int       `json:"rated" doc:"Of the attributes, in the deal where most are"`
	Of    int       `json:"of"`
}

const (
	longestText   = 1000
	longestName   = 120
	longestReason = 500
	shortest      = 2
	mostMinor     = 1_000_000_000_000_000
)

func (s *Sheet) texts() []*string {
	return []*string{&s.Industry, &s.Level, &s.Uses, &s.Strengths, &s.Weakness, &s.Chances, &s.Threats, &s.Reason}
}

// Check reports the first rule that a sheet breaks.
func (s Sheet) Check() error {
	for _, text := range s.texts() {
		if len([]rune(*text)) > longestText {
			return kernel.Invalid("application.too_long", "max", longestText)
		}
	}
	switch {
	case len([]rune(s.Reason)) > longestReason:
		return kernel.Invalid("application.too_long", "max", longestReason).In("reason")
	case s.Expected != nil && (*s.Expected < 0 || *s.Expected > mostMinor):
		return kernel.Invalid("application.bad_amount").In("expected_minor")
	case s.Expected != nil && len([]rune(s.Reason)) < shortest:
		return kernel.Invalid("application.no_reason").In("reason")
	}
	return nil
}

// boxes is how many of the four of a plan are filled.
func (s Sheet) boxes() (n int) {
	for _, text := range []string{s.Strengths, s.Weakness, s.Chances, s.Threats} {
		if text != "" {
			n++
		}
	}
	return n
}

// blocks are the five of the form.
func (s Sheet) blocks(projects int) []Block {
	return []Block{{"industry", s.Industry != ""}, {"level", s.Level != ""}, {"uses", s.Uses != ""}, {"projects", projects > 0}, {"forecast", s.Expected != nil}}
}

func filled(blocks []Block) (n int) {
	for _, b := range blocks {
		if b.Filled {
			n++
		}
	}
	return n
}

var (
	fundings  = []string{application.Treasury, application.Own, application.Loan, application.Special, application.Unsecure}
	purchases = []string{application.Tender, application.Project, application.Single}
)

// Check reports the first rule that a project breaks.
func (p Project) Check() error {
	switch n := len([]rune(p.Name)); {
	case n < shortest || n > longestName:
		return kernel.Invalid("application.bad_name", "max", longestName).In("name")
	case p.Budget != nil && (*p.Budget < 0 || *p.Budget > mostMinor):
		return kernel.Invalid("application.bad_amount").In("budget_minor")
	case !slices.Contains(fundings, p.Funding):
		return kernel.Invalid("application.bad_funding").In("funding")
	case !slices.Contains(purchases, p.Purchase):
		return kernel.Invalid("application.bad_purchase").In("purchase")
	case p.Chance != nil && (*p.Chance < 0 || *p.Chance > 100):
		return kernel.Invalid("application.bad_chance").In("chance")
	}
	return nil
}

func trim(texts ...*string) {
	for _, text := range texts {
		*text = strings.TrimSpace(*text)
	}
}

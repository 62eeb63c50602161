// Package gift decides what may be given to whom, and who has to agree: a gift of
// little value is only written down; one above the limit, or above what one person
// may be given in a year, waits for somebody's consent (method M59).
package gift

import (
	"slices"
	"strings"

	"erba/kernel"
)

// The states of a gift.
const (
	Given   = "given"
	Waiting = "waiting" // for consent
	Refused = "refused"
)

// Occasions are for what something is given.
var Occasions = []string{"festival", "visit", "event", "anniversary", "thanks", "other"}

// Gift is something that was given to somebody at a customer, or is to be.
type Gift struct {
	ID       kernel.ID   `json:"id"                db:"id"`
	Account  kernel.ID   `json:"account"           db:"account_id" row:"account"`
	Contact  kernel.ID   `json:"contact,omitzero"  db:"contact_id" doc:"Nobody: he has been forgotten"`
	Item     string      `json:"item"              db:"item"`
	Value    int64       `json:"value"             db:"value" doc:"Minor units"`
	On       kernel.Date `json:"on"                db:"given_on"`
	Occasion string      `json:"occasion"          db:"occasion" enum:"festival,visit,event,anniversary,thanks,other"`
	Personal bool        `json:"personal"          db:"personal" doc:"Chosen for this person"`
	Reason   string      `json:"reason"            db:"reason" doc:"Why so much"`
	State    string      `json:"state"             db:"state" enum:"given,waiting,refused"`
	Approval kernel.ID   `json:"approval,omitzero" db:"approval_id"`
	By       kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Made     kernel.Date `json:"made"              db:"made_on"`
	Version  int64       `json:"version"           db:"version"`
}

// Revision is the version that a change must name.
func (g Gift) Revision() int64 { return g.Version }

const (
	longest = 120          // characters of an item
	dearest = 1_000_000_00 // minor units
)

// Check reports the first rule that a gift breaks.
func (g Gift) Check() error {
	switch {
	case len([]rune(g.Item)) < 2 || len([]rune(g.Item)) > longest:
		return kernel.Invalid("gift.bad_item", "max", longest).In("item")
	case g.Value < 0 || g.Value > dearest:
		return kernel.Invalid("gift.bad_value").In("value")
	case g.On.IsZero() || g.On.Days(g.Made) > 180 || g.Made.Days(g.On) > 366:
		return kernel.Invalid("gift.bad_day").In("on")
	case !slices.Contains(Occasions, g.Occasion):
		return kernel.Invalid("gift.bad_occasion").In("occasion")
	}
	return nil
}

// occasionKey and stateKey are the text keys of what it was given for, and how it stands.
func (g Gift) occasionKey() string { return "gift.occasion_" + g.Occasion }
func (g Gift) stateKey() string    { return "gift.state_" + g.State }

// tidy trims.
func (g *Gift) tidy() {
	g.Item, g.Reason = strings.TrimSpace(g.Item), strings.TrimSpace(g.Reason)
}

// year are the days of the calendar year of a gift.
func (g Gift) year() (from, until kernel.Date) {
	y, _, _ := g.On.Parts()
	return kernel.On(y, 1, 1), kernel.On(y, 12, 31)
}

// Row is a gift as a list shows it.
type Row struct {
	Gift
	Code string `json:"code" db:"code"`
	Name string `json:"name" db:"name" doc:"Of the account"`
	Whom string `json:"whom" db:"whom"`
	Ours string `json:"ours" db:"ours" doc:"Who gave it"`
	May  bool   `json:"may"  db:"-"    doc:"The viewer may take it off the register"`
}

// Person is somebody to whom something may be given.
type Person struct {
	ID   kernel.ID `json:"id"   db:"id"`
	Name string    `json:"name" db:"name"`
	Got  int64     `json:"got"  db:"got" doc:"This year, what waits for consent included"`
}

// Register is a page of gifts, the latest first.
type Register struct {
	Currency string    `json:"currency"`
	Limit    int64     `json:"limit"   doc:"Of one gift; above it somebody has to agree"`
	Yearly   int64     `json:"yearly"  doc:"Of all gifts of a year to one person"`
	Count    int       `json:"count"`
	Sum      int64     `json:"sum"     doc:"Of those that were given"`
	Waiting  int       `json:"waiting"`
	Rows     []Row     `json:"rows"`
	Next     kernel.ID `json:"next,omitzero"`
	May      bool      `json:"may"     doc:"The viewer may give something"`
	People   []Person  `json:"people"  doc:"At the account, if one was named"`
}

// Which narrows the register.
type Which struct {
	Account kernel.ID
	Year    int
	State   string
	After   kernel.ID
	Limit   int
}

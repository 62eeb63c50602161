// Package pricing decides what a product costs whom until when, below which price
// nobody sells, and who lets a special price pass. A price agreed with the customer
// goes before those of lists, and of lists the one that means him most closely.
package pricing

import (
	"slices"
	"strings"

	"erba/kernel"
)

// For whom a list is.
const (
	Everybody = "all"
	Region    = "region"
	Industry  = "industry"
	Tier      = "tier"
)

// List is a list of prices.
type List struct {
	ID      kernel.ID   `json:"id"              db:"id"`
	Name    string      `json:"name"            db:"name"`
	Scope   string      `json:"scope"           db:"scope"    enum:"all,region,industry,tier"`
	Place   string      `json:"place"           db:"place"    doc:"Which region, industry or tier"`
	From    kernel.Date `json:"from"            db:"from_on"`
	Until   kernel.Date `json:"until,omitzero"  db:"until_on" doc:"Empty: until another one"`
	Note    string      `json:"note"            db:"note"`
	By      kernel.ID   `json:"by,omitzero"     db:"by_id"`
	Made    kernel.Date `json:"made"            db:"made_on"`
	Version int64       `json:"version"         db:"version"`
}

// Revision is the version that a change must name.
func (l List) Revision() int64 { return l.Version }

const (
	longestName = 120
	longestText = 500
	tooMuch     = 1_000_000_000 // major units
)

// Check reports the first rule that a list breaks.
func (l List) Check() error {
	switch {
	case l.Name == "" || over(l.Name, longestName):
		return kernel.Invalid("pricing.bad_name", "max", longestName).In("name")
	case !slices.Contains([]string{Everybody, Region, Industry, Tier}, l.Scope):
		return kernel.Invalid("pricing.bad_scope").In("scope")
	case (l.Scope == Everybody) != (l.Place == "") || over(l.Place, longestName):
		return kernel.Invalid("pricing.bad_place").In("place")
	case over(l.Note, longestText):
		return kernel.Invalid("pricing.too_long", "max", longestText).In("note")
	}
	return between(l.From, l.Until, true)
}

func (l *List) tidy() {
	for _, text := range []*string{&l.Name, &l.Place, &l.Note} {
		*text = strings.TrimSpace(*text)
	}
}

// between refuses days that are no span; one may be without an end.
func between(from, until kernel.Date, endless bool) error {
	if from.IsZero() || until.IsZero() && !endless || !until.IsZero() && (until.Compare(from) < 0 || until.Days(from) > 3660) {
		return kernel.Invalid("pricing.bad_days").In("until")
	}
	return nil
}

// sound refuses a price that is none.
func sound(d kernel.Decimal, field string) error {
	if d.Sign() <= 0 || d.Micro() > kernel.Whole(tooMuch).Micro() {
		return kernel.Invalid("pricing.bad_price").In(field)
	}
	return nil
}

func over(text string, most int) bool { return len([]rune(text)) > most }

// Entry is what a list says of a product.
type Entry struct {
	Product kernel.ID      `json:"product" db:"product_id"`
	Code    string         `json:"code"    db:"code"`
	Name    string         `json:"name"    db:"name"`
	Unit    string         `json:"unit"    db:"unit"`
	Listed  kernel.Decimal `json:"list"    db:"list_price" doc:"Of a unit, net, in major units of the base currency"`
}

// Floor is below which price a product is not sold, and what it costs us, from a day on.
type Floor struct {
	Product kernel.ID       `json:"product"             db:"product_id"`
	Code    string          `json:"code"                db:"code"`
	Name    string          `json:"name"                db:"name"`
	From    kernel.Date     `json:"from"                db:"from_on"`
	Floor   *kernel.Decimal `json:"floor,omitempty"     db:"floor_price" may:"margin:read"`
	Unit    *kernel.Decimal `json:"unit_cost,omitempty" db:"unit_cost"   may:"margin:read" doc:"Absent: what the list of products says"`
	Made    kernel.Date     `json:"made"                db:"made_on"`
}

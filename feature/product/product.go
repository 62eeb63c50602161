// Package product decides what we sell: what it is called, to which line it
// belongs, and what a unit of it is offered for and costs us.
package product

import (
	"strings"

	"erba/kernel"
)

// Product is something we sell. A price or cost that nobody has told us is absent.
type Product struct {
	ID        kernel.ID       `json:"id"                   db:"id"`
	Code      string          `json:"code"                 db:"code"`
	Name      string          `json:"name"                 db:"name"`
	Line      string          `json:"line"                 db:"line" doc:"The group of products it belongs to"`
	Unit      string          `json:"unit"                 db:"unit"`
	ListPrice *kernel.Decimal `json:"list_price,omitempty" db:"list_price" doc:"Of a unit, net, in major units of the base currency"`
	Cost      *kernel.Decimal `json:"cost,omitempty"       db:"cost" may:"margin:read" doc:"Of a unit, net, in major units of the base currency"`
	Version   int64           `json:"-"                    db:"version"`
	SortKey   string          `json:"-"                    db:"sort_key"`
}

// Revision is the version that a write must name to replace it.
func (p Product) Revision() int64 { return p.Version }

const longestText = 120

// Check reports the first rule the product breaks.
func (p Product) Check() error {
	switch {
	case p.Code == "":
		return kernel.Invalid("product.no_code")
	case p.Name == "":
		return kernel.Invalid("product.no_name")
	case negative(p.ListPrice) || negative(p.Cost):
		return kernel.Invalid("product.bad_price")
	}
	for _, text := range []string{p.Code, p.Name, p.Line, p.Unit} {
		if len([]rune(text)) > longestText {
			return kernel.Invalid("product.too_long", "max", longestText)
		}
	}
	return nil
}

func negative(d *kernel.Decimal) bool { return d != nil && d.Sign() < 0 }

// tidy trims; a product without a name is called by its code.
func (p *Product) tidy() {
	for _, text := range []*string{&p.Code, &p.Name, &p.Line, &p.Unit} {
		*text = strings.TrimSpace(*text)
	}
	if p.Name == "" {
		p.Name = p.Code
	}
}

// filled is the product with everything that news says; what it leaves empty stays.
func (p Product) filled(news Product) Product {
	if news.Name != "" && news.Name != news.Code {
		p.Name = news.Name
	}
	if news.Line != "" {
		p.Line = news.Line
	}
	if news.Unit != "" {
		p.Unit = news.Unit
	}
	if news.ListPrice != nil {
		p.ListPrice = news.ListPrice
	}
	if news.Cost != nil {
		p.Cost = news.Cost
	}
	return p
}

// same reports whether two products say the same.
func same(a, b Product) bool {
	return a.Code == b.Code && a.Name == b.Name && a.Line == b.Line && a.Unit == b.Unit &&
		equal(a.ListPrice, b.ListPrice) && equal(a.Cost, b.Cost)
}

func equal(a, b *kernel.Decimal) bool { return a == b || a != nil && b != nil && *a == *b }

// Filter says which products a list holds.
type Filter struct {
	Search string    `query:"search" maxLength:"60"`
	Line   string    `query:"line"`
	Codes  []string  `query:"code,explode" maxItems:"100" doc:"Only the products of these codes"`
	After  kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit  int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// Page is a piece of a list; Next is empty on the last one.
type Page struct {
	Rows []Product `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// Outcome is what booking products did.
type Outcome struct {
	Inserted, Updated, Same int
	Written                 []kernel.Written
	Some                    []kernel.Sample[Product]
}

// Package bundle decides which goods of ours and of partners are sold together, what
// that earns, and which customers a partner may be told of (method M51): those alone
// who agreed, under an agreement that the privacy officer let pass.
package bundle

import (
	"slices"
	"strings"

	"erba/analysis/bundle"
	"erba/analysis/null"
	"erba/kernel"
)

// Ways are those to work with a partner.
var Ways = []string{"merger", "alliance", "agency", "sharing"}

// Partner is another company whose goods complete ours.
type Partner struct {
	ID      kernel.ID `json:"id"               db:"id"`
	Name    string    `json:"name"             db:"name"`
	Note    string    `json:"note"             db:"note"`
	Ways    []Way     `json:"ways"             db:"-" doc:"Those that were weighed"`
	By      kernel.ID `json:"by,omitzero"      db:"by_id"`
	Version int64     `json:"version"          db:"version"`
}

// Revision is the version that a change must name.
func (p Partner) Revision() int64 { return p.Version }

// Way is a way to work with a partner, weighed.
type Way struct {
	Partner kernel.ID `json:"-"      db:"partner_id"`
	Way     string    `json:"way"    db:"way"    enum:"merger,alliance,agency,sharing"`
	Pros    string    `json:"pros"   db:"pros"   maxLength:"500"`
	Cons    string    `json:"cons"   db:"cons"   maxLength:"500"`
	Cost    *int64    `json:"cost,omitempty" db:"cost" minimum:"0" may:"bundle:cost" doc:"Minor units; missing: nobody knows"`
	Chosen  bool      `json:"chosen" db:"chosen"`
}

const (
	longestName = 80
	longestNote = 500
	mostItems   = 20
)

func (p *Partner) check() error {
	p.Name, p.Note = strings.TrimSpace(p.Name), strings.TrimSpace(p.Note)
	if p.Name == "" || len([]rune(p.Name)) > longestName {
		return kernel.Invalid("bundle.bad_name", "max", longestName).In("name")
	}
	seen := map[string]bool{}
	for _, w := range p.Ways {
		if !slices.Contains(Ways, w.Way) || seen[w.Way] {
			return kernel.Invalid("bundle.bad_way").In("ways")
		}
		seen[w.Way] = true
	}
	return nil
}

// Bundle is a package of goods.
type Bundle struct {
	ID       kernel.ID   `json:"id"                 db:"id"`
	Name     string      `json:"name"               db:"name"`
	Note     string      `json:"note"               db:"note"`
	Asked    int64       `json:"asked"              db:"price" doc:"What a package is sold for, minor units"`
	Items    []Item      `json:"items"              db:"-"`
	Ended    kernel.Date `json:"ended,omitzero"     db:"ended_on" doc:"No longer sold since"`
	By       kernel.ID   `json:"by,omitzero"        db:"by_id"`
	Made     kernel.Date `json:"made"               db:"made_on"`
	Version  int64       `json:"version"            db:"version"`
	Own      *int64      `json:"own,omitempty"      db:"-" may:"bundle:cost" doc:"What our own part costs"`
	Partners *int64      `json:"partners,omitempty" db:"-" may:"bundle:cost" doc:"What partners get"`
	Left     null.Number `json:"left,omitzero"      db:"-" may:"bundle:cost" doc:"What is left of the price, as a share"`
}

// Revision is the version that a change must name.
func (b Bundle) Revision() int64 { return b.Version }

// Item is one part of a package.
type Item struct {
	Bundle  kernel.ID `json:"-"                db:"bundle_id"`
	Place   int64     `json:"-"                db:"place"`
	Name    string    `json:"name"             db:"name" maxLength:"80"`
	Partner kernel.ID `json:"partner,omitzero" db:"partner_id" doc:"Whose it is; empty: ours"`
	Cost    *int64    `json:"cost,omitempty"   db:"cost" minimum:"0" maximum:"100000000000" may:"bundle:cost" doc:"Minor units"`
}

// pack is the bundle as the method sees it.
func (b *Bundle) pack() bundle.Package {
	p := bundle.Package{Price: b.Asked}
	for _, item := range b.Items {
		one := bundle.Item{Name: item.Name, Partner: !item.Partner.IsZero()}
		if item.Cost != nil {
			one.Cost = *item.Cost
		}
		p.Items = append(p.Items, one)
	}
	return p
}

// reckon fills in what it earns.
func (b *Bundle) reckon() {
	p := b.pack()
	own, partners := p.Costs()
	b.Own, b.Partners, b.Left = &own, &partners, p.Margin()
}

func (b *Bundle) check() error {
	b.Name, b.Note = strings.TrimSpace(b.Name), strings.TrimSpace(b.Note)
	if b.Name == "" || len([]rune(b.Name)) > longestName {
		return kernel.Invalid("bundle.bad_name", "max", longestName).In("name")
	}
	if len(b.Items) > mostItems {
		return kernel.Invalid("bundle.too_many", "max", mostItems).In("items")
	}
	for i := range b.Items {
		item := &b.Items[i]
		item.Bundle, item.Place, item.Name = b.ID, int64(i), strings.TrimSpace(item.Name)
		if item.Name == "" || item.Cost == nil {
			return kernel.Invalid("bundle.bad_item").In("items")
		}
	}
	return b.pack().Check()
}

// Shelf is what there is of packages and partners.
type Shelf struct {
	Bundles  []Bundle  `json:"bundles"`
	Partners []Partner `json:"partners"`
	Currency string    `json:"currency"`
}

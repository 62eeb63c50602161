// Package bundle decides what a package of our own and partners' goods earns, and
// which customers a partner may be told of (method M51): those alone who agreed.
package bundle

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Item is one part of a package, for one package, in minor units.
type Item struct {
	Name    string `json:"name"`
	Partner bool   `json:"partner" doc:"It is a partner's; its cost is what he gets for it"`
	Cost    int64  `json:"cost"`
}

// Package is what is sold together.
type Package struct {
	Price int64  `json:"price"`
	Items []Item `json:"items"`
}

// Check refuses what is no package.
func (p Package) Check() error {
	switch {
	case p.Price <= 0:
		return kernel.Invalid("bundle.bad_price").In("price")
	case len(p.Items) < 2:
		return kernel.Invalid("bundle.too_few").In("items")
	}
	for _, item := range p.Items {
		if item.Cost < 0 {
			return kernel.Invalid("bundle.bad_cost").In("items")
		}
	}
	return nil
}

// Costs are those of our own items and of partners'.
func (p Package) Costs() (own, partners int64) {
	for _, item := range p.Items {
		if item.Partner {
			partners += item.Cost
		} else {
			own += item.Cost
		}
	}
	return own, partners
}

// Margin is what is left of the price, as a share of it.
func (p Package) Margin() null.Number {
	own, partners := p.Costs()
	return null.Ratio(null.Of(p.Price-own-partners), null.Of(p.Price))
}

package opportunity

import (
	"strings"

	"erba/kernel"
)

// Line is a product that a deal offers. Prices are of a unit, net, in major units
// of the base currency. Below the floor nobody sells without being allowed to: it
// and what follows from it are for those who may see margins.
type Line struct {
	ID       kernel.ID       `json:"id"                 db:"id"`
	Deal     kernel.ID       `json:"-"                  db:"opportunity_id"`
	Row      kernel.ID       `json:"-"                  db:"row_id"       row:"account"`
	Product  kernel.ID       `json:"product,omitzero"   db:"product_id"   doc:"Empty: something that is in no list"`
	Text     string          `json:"text"               db:"words"`
	Quantity kernel.Decimal  `json:"quantity"           db:"quantity"`
	List     *kernel.Decimal `json:"list"               db:"list_price"   doc:"null: there is no list price"`
	Asked    kernel.Decimal  `json:"asked"              db:"asked_price"`
	Floor    *kernel.Decimal `json:"floor,omitempty"    db:"floor_price"  may:"margin:read"`
	Unit     *kernel.Decimal `json:"unit_cost,omitempty" db:"unit_cost"   may:"margin:read"`
	From     string          `json:"priced_from"        db:"priced_from"  doc:"Text key of where the list price comes from"`
	Amount   int64           `json:"amount_minor"       db:"amount_minor"`
	Discount *float64        `json:"discount"           db:"-"            doc:"Off the list price, 0–1; null: there is none"`
	Below    *bool           `json:"below,omitempty"    db:"-"            doc:"Asked is less than the floor" may:"margin:read"`
	Margin   *float64        `json:"margin,omitempty"   db:"-"            doc:"Part of the price above cost" may:"margin:read"`
}

const mostLines = 50

// check refuses a line that offers nothing.
func (l *Line) check() (err error) {
	l.Text = strings.TrimSpace(l.Text)
	switch {
	case l.Text == "" || over(l.Text, longestName):
		return kernel.Invalid("opportunity.bad_line", "max", longestName).In("text")
	case l.Quantity.Sign() <= 0:
		return kernel.Invalid("opportunity.bad_quantity").In("quantity")
	case l.Asked.Sign() < 0:
		return kernel.Invalid("opportunity.bad_price").In("asked")
	}
	if l.Amount, err = kernel.Amount(l.Quantity, l.Asked); err != nil || l.Amount > mostMinor {
		return either(err, kernel.Invalid("opportunity.bad_amount").In("quantity"))
	}
	return nil
}

// judge says what a line gives away, and what is left.
func (l *Line) judge() {
	if l.List != nil && l.List.Sign() > 0 {
		l.Discount = new(1 - l.Asked.Float()/l.List.Float())
	}
	if l.Floor != nil {
		l.Below = new(l.Asked.Micro() < l.Floor.Micro())
	}
	if l.Unit != nil && l.Asked.Sign() > 0 {
		l.Margin = new(1 - l.Unit.Float()/l.Asked.Float())
	}
}

// total is what lines amount to.
func total(all []Line) (sum int64) {
	for _, l := range all {
		sum += l.Amount
	}
	return sum
}

package pricing

import (
	"strings"

	"erba/kernel"
)

// The states of a special price.
const (
	Waiting   = "waiting"
	Granted   = "granted"
	Refused   = "refused"
	Withdrawn = "withdrawn"
	Lapsed    = "lapsed"
)

// Special is a price that somebody asks for, for so many of a product in one deal.
type Special struct {
	ID       kernel.ID       `json:"id"                db:"id"`
	Deal     kernel.ID       `json:"deal"              db:"opportunity_id"`
	Product  kernel.ID       `json:"product"           db:"product_id"`
	Quantity kernel.Decimal  `json:"quantity"          db:"quantity" doc:"At most"`
	Wanted   kernel.Decimal  `json:"wanted"            db:"wanted_price"`
	Known    *kernel.Decimal `json:"list"              db:"known_price" doc:"What it cost him without: agreed, or of a list; null: nobody has set it"`
	From     kernel.Date     `json:"from"              db:"from_on"`
	Until    kernel.Date     `json:"until"             db:"until_on"`
	Reason   string          `json:"reason"            db:"reason"`
	State    string          `json:"state"             db:"state" enum:"waiting,granted,refused,withdrawn,lapsed"`
	Approval kernel.ID       `json:"approval,omitzero" db:"approval_id"`
	By       kernel.ID       `json:"by,omitzero"       db:"by_id"`
	Made     kernel.Date     `json:"made"              db:"made_on"`
	Version  int64           `json:"version"           db:"version"`
}

const farthest = 366 // days for which a special price is granted at most

// Check reports the first rule that a request breaks.
func (p *Special) Check() error {
	p.Reason = strings.TrimSpace(p.Reason)
	switch {
	case p.Quantity.Sign() <= 0:
		return kernel.Invalid("pricing.bad_quantity").In("quantity")
	case len([]rune(p.Reason)) < 5 || over(p.Reason, longestText):
		return kernel.Invalid("pricing.bad_reason", "max", longestText).In("reason")
	case p.Until.Compare(p.Made) < 0 || p.Until.Days(p.From) > farthest:
		return kernel.Invalid("pricing.bad_days").In("until")
	}
	if err := sound(p.Wanted, "wanted"); err != nil {
		return err
	}
	return between(p.From, p.Until, false)
}

// covers reports whether it allows so many at a price on a day.
func (p Special) covers(product kernel.ID, quantity, asked kernel.Decimal, on kernel.Date) bool {
	return p.State == Granted && p.Product == product && p.From.Compare(on) <= 0 && p.Until.Compare(on) >= 0 &&
		p.Wanted.Micro() <= asked.Micro() && quantity.Micro() <= p.Quantity.Micro()
}

// Request is a special price as a list shows it. The floor is for those who see the
// margins of the customer.
type Request struct {
	Special
	Row      kernel.ID       `json:"row"                 db:"row_id" row:"account"`
	DealName string          `json:"deal_name"           db:"deal_name"`
	DealCode string          `json:"deal_code"           db:"deal_code"`
	Customer string          `json:"customer"            db:"customer"`
	Item     string          `json:"item"                db:"item" doc:"Code of the product"`
	Name     string          `json:"name"                db:"name" doc:"Of the product"`
	Asker    string          `json:"asker"               db:"asker"`
	Answer   string          `json:"answer"              db:"answer" doc:"What was said with the decision"`
	Floor    *kernel.Decimal `json:"floor,omitempty"     db:"-" may:"margin:read"`
	Unit     *kernel.Decimal `json:"unit_cost,omitempty" db:"-" may:"margin:read"`
	Margin   *float64        `json:"margin,omitempty"    db:"-" may:"margin:read" doc:"Part of the wanted price above cost"`
	Deep     *bool           `json:"deep,omitempty"      db:"-" may:"margin:read" doc:"So far below the floor that a manager's consent is not enough"`
}

func (r Request) stateKey() string { return "pricing.special_" + r.State }

// Package price decides below which price a product is not sold without consent,
// and whose consent it takes. Nobody learns the floor from the answer: consent is
// asked for below a price that the seller knows, never below the floor itself.
package price

import (
	"slices"

	"erba/kernel"
)

// Config is how much sellers and those who lead them may give away.
type Config struct {
	Free   int      `json:"free"   minimum:"0" maximum:"50"`
	Lead   int      `json:"lead"   minimum:"0" maximum:"50"`
	Listed int      `json:"listed" minimum:"0" maximum:"90"`
	Warn   int      `json:"warn"   unit:"days" minimum:"1" maximum:"180"`
	Steps  []string `json:"steps"`
}

// Default leaves every price below the one that is known to somebody's consent: a
// manager's down to the floor, a director's below it.
func Default() Config {
	return Config{Free: 0, Lead: 0, Listed: 20, Warn: 30, Steps: []string{"proposal", "offer"}}
}

// Check reports the first rule that a configuration breaks.
func (c Config) Check() error {
	switch {
	case c.Free < 0 || c.Free > 50 || c.Lead < 0 || c.Lead > 50 || c.Listed < 0 || c.Listed > 90:
		return kernel.Invalid("price.bad_part")
	case c.Warn < 1 || c.Warn > 180:
		return kernel.Invalid("price.bad_warn")
	case len(c.Steps) == 0 || slices.Contains(c.Steps, ""):
		return kernel.Invalid("price.bad_steps")
	}
	return nil
}

// Tag is what is known of a product's price for a customer on a day.
type Tag struct {
	Known  *kernel.Decimal // what the seller knows: agreed with the customer, or of a list
	Agreed bool            // it is agreed with the customer
	Floor  *kernel.Decimal // what he never does
}

// Needs reports whether a price takes somebody's consent. A product without a floor
// is anybody's to sell.
func (c Config) Needs(t Tag, asked kernel.Decimal) bool {
	switch {
	case t.Floor == nil:
		return false
	case t.Known == nil || !t.Agreed && less(*t.Known, *t.Floor):
		return true
	case t.Agreed:
		return less(asked, *t.Known)
	}
	from := off(*t.Known, c.Free)
	if less(from, *t.Floor) {
		from = *t.Known // where his own part would lead below the floor he has none
	}
	return less(asked, from)
}

// Deep reports whether a manager's consent is not enough.
func (c Config) Deep(t Tag, asked kernel.Decimal) bool {
	switch {
	case t.Floor != nil:
		return less(asked, off(*t.Floor, c.Lead))
	case t.Known != nil:
		return less(asked, off(*t.Known, c.Listed))
	}
	return true
}

func less(a, b kernel.Decimal) bool { return a.Micro() < b.Micro() }

// off is a price less so many percent of it.
func off(d kernel.Decimal, percent int) kernel.Decimal {
	return kernel.Micro(d.Micro() - kernel.Percent(d.Micro(), percent))
}

package opportunity

import "erba/kernel"

// Price is what a product costs a customer on a day, in major units of the base
// currency. What nobody has set is null.
type Price struct {
	List  *kernel.Decimal
	Floor *kernel.Decimal // below it nobody sells without being allowed to
	Cost  *kernel.Decimal
	From  string // text key of where the list price comes from
}

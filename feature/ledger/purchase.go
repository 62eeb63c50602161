package ledger

import "erba/kernel"

// Purchase is a line that is a sale, as those read it who ask what was bought
// together and when.
type Purchase struct {
	Account kernel.ID
	Order   uint64 // tells the orders of one account apart
	Day     int32  // as kernel.Date counts them
	Product string // its code
	Amount  int64  // net, minor units
}

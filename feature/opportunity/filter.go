package opportunity

import "erba/kernel"

// Filter narrows deals; what is empty narrows nothing.
type Filter struct {
	Account     kernel.ID
	Owner       kernel.ID
	State       []string
	Process     string
	Stage       string
	From        kernel.Date // expected not before
	Until       kernel.Date // expected not after
	ClosedFrom  kernel.Date
	ClosedUntil kernel.Date
	Since       kernel.Date // open, or ended not before
	Limit       int         // 0: all
}

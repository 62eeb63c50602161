package account

import "erba/kernel"

// Handed says that accounts have another owner than before, or none. It is said in
// the transaction in which that happens, whoever has decided it.
type Handed struct {
	IDs []kernel.ID
	To  kernel.ID // zero: nobody
}

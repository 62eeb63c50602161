package account

import "erba/kernel"

// Handed says that accounts have another owner than before, or none. It is said in
// the transaction in which that happens, whoever has decided it.
type Handed struct {
	IDs  []kernel.ID
	To   kernel.ID               // zero: nobody
	From map[kernel.ID]kernel.ID // whose they were; nothing of those that were nobody's
}

// belonging is whose accounts are.
func belonging(rows []Row) map[kernel.ID]kernel.ID {
	found := map[kernel.ID]kernel.ID{}
	for _, r := range rows {
		if !r.Owner.IsZero() {
			found[r.ID] = r.Owner
		}
	}
	return found
}

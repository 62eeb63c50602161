package account

import "erba/kernel"

// Leaving asks who needs accounts that an import opened and that are about to
// be taken back. Whoever cannot do without one says so, with a text key.
type Leaving struct {
	IDs  []kernel.ID
	Need func(id kernel.ID, why string)
}

// fresh are the IDs of the rows that an import made.
func fresh(rows []kernel.Written) (ids []kernel.ID) {
	for _, w := range rows {
		if w.New() {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

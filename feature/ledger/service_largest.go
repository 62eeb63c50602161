package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// askedAt is how many accounts are asked about at once.
const askedAt = 200

// Largest are the largest orders of some accounts between two days, net. The
// viewer of tx must see them.
func (s *Service) Largest(tx *db.Tx, accounts []kernel.ID, from, to kernel.Date) (all []BigOrder, err error) {
	hidden, err := hiddenNow(tx)
	for part := range slices.Chunk(accounts, askedAt) {
		if err != nil {
			break
		}
		var some []BigOrder
		some, err = orderSums(tx, part, from, to, hidden)
		all = append(all, some...)
	}
	return all, err
}

package ledger

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Claim is an invoice as those need it who ask how long money is out: gross,
// the days as ordinals, 0 where there is none.
type Claim struct {
	Account              kernel.ID
	Issued, Due, Settled int32
	Amount               int64
}

// Claims calls take for every invoice that counts, by account, and returns the
// revision by which it last changed what they are. With that revision as known
// it calls nothing. The viewer of tx must see every account.
func (s *Service) Claims(tx *db.Tx, known int64, take func(*Claim) error) (revision int64, err error) {
	if revision, err = claimed(tx); err != nil || revision == known {
		return revision, err
	}
	hidden, err := hiddenNow(tx)
	if err != nil {
		return revision, err
	}
	return revision, streamClaims(tx, hidden, take)
}

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

package ledger

import (
	"erba/kernel"
	"erba/platform/db"
)

// Received is the money that came in from an account on a day, gross.
type Received struct {
	Account kernel.ID   `db:"account_id"`
	On      kernel.Date `db:"received_on"`
	Amount  int64       `db:"amount"`
}

// Receipts is what came in between two days, both included, by account and day.
// The viewer of tx must see every account.
func (s *Service) Receipts(tx *db.Tx, from, to kernel.Date) ([]Received, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	return received(tx, from, to, hidden)
}

// ReceiptsRevision is the revision by which receipts last changed.
func (s *Service) ReceiptsRevision(tx *db.Tx) (int64, error) { return receiptsRevision(tx) }

// Code is what was sold of a product, by its code, net.
type Code struct {
	Product string `db:"product"`
	Amount  int64  `db:"amount"`
}

// Codes is what was sold of every product between two days, both included. The
// viewer of tx must see every account.
func (s *Service) Codes(tx *db.Tx, from, to kernel.Date) ([]Code, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	return soldByCode(tx, from, to, hidden)
}

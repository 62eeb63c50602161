package card

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// moved is what a merge has done about a card.
type moved struct {
	Merge kernel.ID `db:"merge_id"`
	Card  kernel.ID `db:"card_id"`
	Moved bool      `db:"moved"`
	Ended bool      `db:"ended"`
}

func noteMoves(tx *db.Tx, all []moved) error { return db.Insert(tx, "card_moves", all...) }

func movesOf(tx *db.Tx, merge kernel.ID) ([]moved, error) {
	return db.List[moved](tx, `SELECT m.merge_id, m.card_id, m.moved, m.ended FROM card_moves m WHERE m.merge_id = ? AND ?`, merge, tx.Shared())
}

func forgetMoves(tx *db.Tx, merge kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM card_moves WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}

// give puts a card into the hands of another account.
func give(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE cards SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("cards.account_id"))
}

// holders are those of some accounts that hold or have held a card.
func holders(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT c.account_id FROM cards c WHERE ? AND ?`,
			db.In("c.account_id", part...), tx.Visible("c.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}

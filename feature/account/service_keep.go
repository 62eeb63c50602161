package account

import (
	"encoding/json"
	"erba/platform/identity"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

// Kept are rows of a feature that belong to accounts: they go along when an
// account turns out to be another one, go back when that is undone, and an account
// that has any stays when the file that brought it is taken back. T is what a merge
// has to know of a row, and what may change with it.
type Kept[T any] struct {
	Table   string // has an id and an account_id
	Columns string // of T
	Reason  string // text key: why an account stays
	// Settle is a row as it arrives beside those that are there already; false: it
	// does not go along. nil: all go as they are.
	Settle func(row T, own []T) (T, bool)
	// Bring puts a row, as it says it is, to an account. One that is not there any
	// more is none.
	Bring func(tx *db.Tx, row T, account kernel.ID) error
}

// Keep has rows follow their accounts, whoever merges and parts them.
func Keep[T any](events *event.Bus, k Kept[T]) {
	event.On(events, k.leaving)
	event.On(events, k.merged)
	event.On(events, k.parted)
}

func (k Kept[T]) leaving(tx *db.Tx, e Leaving) error {
	for part := range slices.Chunk(e.IDs, chunk) {
		needed, err := db.List[kernel.ID](tx, `SELECT DISTINCT k.account_id FROM `+k.Table+` k WHERE ? AND ?`,
			db.In("k.account_id", part...), tx.Visible("k.account_id"))
		if err != nil {
			return err
		}
		for _, id := range needed {
			e.Need(id, k.Reason)
		}
	}
	return nil
}

func (k Kept[T]) merged(tx *db.Tx, e Merged) error {
	tx = identity.Whole(tx)
	brought, err := k.of(tx, e.From)
	if err != nil || len(brought) == 0 {
		return err
	}
	own, err := k.of(tx, e.Into)
	if err != nil {
		return err
	}
	var moves []move
	for _, row := range brought {
		next, goes := row, true
		if k.Settle != nil {
			next, goes = k.Settle(row, own)
		}
		if !goes {
			continue
		}
		before, err := json.Marshal(row)
		if err != nil {
			return err
		}
		moves = append(moves, move{e.Merge, k.Table, int64(len(moves)), string(before)})
		if err := k.Bring(tx, next, e.Into); err != nil {
			return err
		}
	}
	return addMoves(tx, moves)
}

func (k Kept[T]) parted(tx *db.Tx, e Parted) error {
	tx = identity.Whole(tx)
	moves, err := movesOf(tx, e.Merge, k.Table)
	if err != nil {
		return err
	}
	for _, m := range moves {
		var row T
		if err := json.Unmarshal([]byte(m.Before), &row); err != nil {
			return err
		}
		if err := k.Bring(tx, row, e.From); err != nil {
			return err
		}
	}
	return forgetMoves(tx, e.Merge, k.Table)
}

func (k Kept[T]) of(tx *db.Tx, account kernel.ID) ([]T, error) {
	return db.List[T](tx, `SELECT `+k.Columns+` FROM `+k.Table+` k WHERE k.account_id = ? AND ? ORDER BY k.id`, account, tx.Visible("k.account_id"))
}

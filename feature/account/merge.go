package account

import "erba/kernel"

// Merged is emitted when an account turned out to be another one. Whoever keeps
// rows of From moves them to Into, and remembers under Merge which ones.
type Merged struct{ Merge, From, Into kernel.ID }

// Parted is emitted when a merge is undone: what Merge had moved goes back to From.
type Parted struct{ Merge, From, Into kernel.ID }

// Merge is one account taken into another.
type Merge struct {
	ID       kernel.ID `json:"id"        db:"id"`
	From     kernel.ID `json:"from"      db:"from_id"`
	Into     kernel.ID `json:"into"      db:"into_id"`
	FromCode string    `json:"from_code" db:"from_code"`
	FromName string    `json:"from_name" db:"from_name"`
	Actor    string    `json:"actor"     db:"actor"`
	MergedAt int64     `json:"merged_at" db:"merged_at" doc:"Microseconds since 1970, UTC"`
	UndoneAt *int64    `json:"undone_at,omitempty" db:"undone_at"`
	Before   string    `json:"-"         db:"before"` // what undoing needs
}

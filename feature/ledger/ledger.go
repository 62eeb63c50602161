// Package ledger decides what was sold, invoiced, paid and spent: which lines of an
// export are new, changed or already known, from when on a batch of them
// counts, how it is taken back, and what an account did in each month.
package ledger

import "erba/kernel"

// Line is one line of an order. Amounts are in minor units of the base currency.
type Line struct {
	Account    kernel.ID
	Order      string // its number; "" makes one order of every day
	Number     string // the line's number, if the source has one
	Product    string // its code
	Occurrence int64  // how many equal keys came before in the same file; Tally sets it
	On         kernel.Date
	Quantity   kernel.Decimal
	Price      kernel.Decimal
	Amount     int64 // net
	Tax        int64 // gross = net + tax
	Cost       int64
	Costed     bool   // whether Cost is known
	Blind      bool   // who delivers the line may not know its cost: that of the line before stays
	Currency   string // of the document, "" for the base currency
	Original   int64  // net in that currency
	EndAccount string
	ShipTo     string
	Company    string // which of our own companies sold it (账套)

	id int64 // in the database, set when it is booked
}

// Positive reports whether the line is a sale; all others, returns, credits
// and gifts, are summed apart.
func (l *Line) Positive() bool { return l.Quantity.Sign() > 0 && l.Price.Sign() > 0 }

// Invoice is a claim, gross; a negative one is a credit note.
type Invoice struct {
	Account    kernel.ID
	Number     string
	Occurrence int64
	IssuedOn   kernel.Date
	DueOn      kernel.Date // zero: unknown
	SettledOn  kernel.Date // zero: open, or unknown
	Amount     int64
	Currency   string // "" for the base currency
	Original   int64

	id int64
}

// Receipt is money that came in.
type Receipt struct {
	Account    kernel.ID
	Number     string
	Occurrence int64
	ReceivedOn kernel.Date
	Invoice    string      // the number it pays, if it says so
	Party      string      // who paid, where it was somebody else
	Method     string      // how
	Matures    kernel.Date // of a bill; zero: it is none
	Recourse   bool        // of a bill that was passed on: who gave it still stands for it
	Accepted   bool        // of a bill: a bank stands for it
	Amount     int64
	Currency   string // "" for the base currency
	Original   int64

	id int64
}

// The kinds of batch.
const (
	Orders   = "orders"
	Invoices = "invoices"
	Receipts = "receipts"
	Costs    = "costs"
	Merging  = "merge" // made by the ledger itself when accounts are merged or parted
)

// The states of a batch.
const (
	Booking    = "booking"    // rows are being written, invisible
	Publishing = "publishing" // the roll-up is being derived, still invisible
	Live       = "published"
	Undoing    = "undoing"  // the roll-up without it is being derived, still visible
	Removing   = "removing" // invisible again, the rows are being removed
	Undone     = "undone"
	Cancelled  = "cancelled" // never was visible
)

// Batch is one import.
type Batch struct {
	ID          kernel.ID `json:"id"           db:"id"`
	Source      string    `json:"source"       db:"source" doc:"Which system the file came from; keys are unique per source"`
	Kind        string    `json:"kind"         db:"kind"   enum:"orders,invoices,receipts,costs,merge"`
	File        string    `json:"file"         db:"file"`
	State       string    `json:"state"        db:"state"  enum:"booking,publishing,published,undoing,removing,undone,cancelled"`
	By          string    `json:"by"           db:"booked_by"`
	Inserted    int64     `json:"inserted"     db:"inserted"`
	Updated     int64     `json:"updated"      db:"updated"`
	Duplicates  int64     `json:"duplicates"   db:"duplicates"`
	Reversed    int64     `json:"reversed"     db:"reversed" doc:"Lines that the file lacks and should have had"`
	Revision    int64     `json:"revision"     db:"revision" doc:"Of the ledger, by which it counts"`
	CreatedAt   int64     `json:"created_at"   db:"created_at"   doc:"Microseconds since 1970, UTC"`
	PublishedAt int64     `json:"published_at" db:"published_at" doc:"Microseconds since 1970, UTC; 0 = not yet"`
	Undoes      kernel.ID `json:"-"            db:"undoes"`
}

// Outcome counts what became of rows.
type Outcome struct {
	Inserted   int64 `json:"inserted"`
	Updated    int64 `json:"updated"`
	Duplicates int64 `json:"duplicates"`
}

// Plus adds the outcome of more rows.
func (o Outcome) Plus(p Outcome) Outcome {
	return Outcome{o.Inserted + p.Inserted, o.Updated + p.Updated, o.Duplicates + p.Duplicates}
}

// Foreseen is what booking rows would do, with a few of the new and of the
// changed ones.
type Foreseen[T any] struct {
	Outcome
	Some []Change[T]
}

// Change is a row that would be booked.
type Change[T any] struct {
	Row int // its place among those that were compared
	Was *T  // what it replaces, nil for a new one
}

// Gap is what a file that should be complete lacks: lines of its source that
// are in the ledger, in its range of days, but not in the file.
type Gap struct {
	Lines int64 `json:"lines"`
	Minor int64 `json:"minor"     doc:"Their net amount"`
	Known int64 `json:"known"     doc:"How many lines of the source the ledger holds in that range"`
}

// Published is emitted in the transaction that makes a new revision visible:
// after a batch, an undo, a merge.
type Published struct {
	Batch    kernel.ID
	Revision int64
}

package audit

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Ask says which entries somebody wants to read. What is empty does not narrow.
type Ask struct {
	Logs         []string
	Objects      []string
	ID           kernel.ID
	Account      kernel.ID
	Actor, Verb  string
	Self         string // who did it, or whom it is about: his login
	SelfID       kernel.ID
	From, Before int64     // instants
	After        kernel.ID // the last row of the page before
	Limit        int
	Everywhere   bool // also what is about no account, or one out of sight
}

// List returns what the viewer of the transaction may read of it, the latest first.
func List(tx *db.Tx, a Ask) (all []Entry, err error) {
	for _, log := range a.Logs {
		some, err := db.List[Entry](tx, `SELECT `+columns+` FROM audit e WHERE e.log = ? AND ? ORDER BY e.id DESC LIMIT ?`,
			log, a.cond(tx), db.Most(a.Limit))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(a, b Entry) int { return b.Row.Compare(a.Row) })
	return all[:min(a.Limit, len(all))], nil
}

func (a Ask) cond(tx *db.Tx) db.Cond {
	sight := tx.Shared()
	if !a.Everywhere {
		sight = db.If(true, "e.account_id IS NOT NULL AND ?", tx.Visible("e.account_id"))
	}
	return db.If(true, "? AND ? AND ? AND ? AND ? AND ? AND ? AND ? AND ? AND ?",
		sight,
		db.If(len(a.Objects) > 0, "?", db.In("e.object", a.Objects...)),
		db.If(!a.ID.IsZero(), "e.object_id = ?", a.ID),
		db.If(!a.Account.IsZero(), "e.account_id = ?", a.Account),
		db.If(a.Actor != "", "e.actor = ?", a.Actor),
		db.If(a.Verb != "", "e.verb = ?", a.Verb),
		db.If(a.Self != "", "(e.actor = ? OR e.object_id = ?)", a.Self, a.SelfID),
		db.If(a.From > 0, "e.at >= ?", a.From),
		db.If(a.Before > 0, "e.at < ?", a.Before),
		db.If(!a.After.IsZero(), "e.id < ?", a.After))
}

// State is where the chains stand, without walking them.
type State struct {
	Sealed   int64  `json:"sealed"   doc:"Entries that are chained"`
	SealedAt int64  `json:"sealed_at" doc:"When the latest of them was; microseconds since 1970, UTC"`
	Cut      int64  `json:"cut"      doc:"Entries that retention has taken away"`
	Unsealed int64  `json:"unsealed" doc:"Entries that are not chained yet"`
	Ends     []Link `json:"ends"`
}

// StateOf is the state of the chains.
func StateOf(tx *db.Tx) (s State, err error) {
	all, err := chains(tx)
	if err != nil {
		return s, err
	}
	for _, c := range all {
		s.Sealed, s.Cut = s.Sealed+c.Seq-c.CutSeq, s.Cut+c.CutSeq
		s.Ends = append(s.Ends, Link{c.Log, c.Seq, c.Hash})
	}
	if s.SealedAt, err = sealedAt(tx); err != nil {
		return s, err
	}
	left, err := tailOf(tx)
	s.Unsealed = left.Rows
	return s, err
}

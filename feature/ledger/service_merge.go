package ledger

import (
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// listen follows what happens to accounts.
func (s *Service) listen() {
	event.On(s.events, s.merged)
	event.On(s.events, s.parted)
	event.On(s.events, s.leaving)
}

// merged moves the rows of an account that turned out to be another one. It
// runs in the transaction of the merge, on behalf of the system: the rows are
// moved whole, whoever merges.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	return s.regroup(tx, e.From, e.Into, func(sys *db.Tx, m mover) error {
		if err := inherit(sys, e.From, e.Into); err != nil {
			return err
		}
		if err := move(sys, m, lines, Orders, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		if err := move(sys, m, invoices, Invoices, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		if err := move(sys, m, receipts, Receipts, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		return move(sys, m, costs, Costs, e.Merge, e.From, e.Into)
	})
}

// parted moves them back, with what later batches made of them.
func (s *Service) parted(tx *db.Tx, e account.Parted) error {
	return s.regroup(tx, e.Into, e.From, func(sys *db.Tx, m mover) error {
		if err := inherit(sys, e.Into, e.From); err != nil {
			return err
		}
		if err := moveBack(sys, m, lines, Orders, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		if err := moveBack(sys, m, invoices, Invoices, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		if err := moveBack(sys, m, receipts, Receipts, e.Merge, e.From, e.Into); err != nil {
			return err
		}
		return moveBack(sys, m, costs, Costs, e.Merge, e.From, e.Into)
	})
}

// mover knows which source a batch came from.
type mover map[kernel.ID]string

// home is the hash of the source of a row's batch.
func (m mover) home(batch kernel.ID) uint64 { return hash(kernel.ID{}, m[batch]) }

// regroup moves rows between two accounts and derives both anew, visible with
// the caller's transaction. It refuses while an import is at work on them.
func (s *Service) regroup(tx *db.Tx, from, into kernel.ID, shift func(*db.Tx, mover) error) error {
	sys := tx.As(asSystem(tx.Context()))
	now, err := holdState(sys)
	if err != nil {
		return err
	}
	open, err := busy(sys, from, into)
	if err != nil {
		return err
	}
	if len(open) > 0 || !now.Publisher.IsZero() && alive(now) {
		return kernel.Refused("ledger.publishing")
	}
	m, err := sources(sys)
	if err != nil {
		return err
	}
	if err := shift(sys, m); err != nil {
		return err
	}
	viewer, _ := identity.From(tx.Context())
	at := time.Now().UnixMicro()
	b := Batch{ID: kernel.NewID(), Kind: Merging, State: Live, By: viewer.Login, Revision: now.Revision + 1, CreatedAt: at, PublishedAt: at}
	if err := db.Insert(sys, "batches", b); err != nil {
		return err
	}
	both := []kernel.ID{from, into}
	if err := touch(sys, b.ID, both); err != nil {
		return err
	}
	return s.settle(tx, sys, b, both)
}

// settle derives the accounts of a batch and shows them, all in one transaction.
func (s *Service) settle(tx, sys *db.Tx, b Batch, both []kernel.ID) error {
	hidden, err := hiddenNow(sys)
	if err != nil {
		return err
	}
	var blocks []block
	if err := cut(sys, b.ID, hidden, func(b block) error { blocks = append(blocks, b); return nil }); err != nil {
		return err
	}
	for _, one := range blocks {
		if err := keep(sys, b.ID, b.Revision, one); err != nil {
			return err
		}
	}
	if err := keepCosts(sys, both, hidden, b.Revision); err != nil {
		return err
	}
	if err := revise(sys, b.Revision, b.ID); err != nil {
		return err
	}
	if err := audit.Note(tx, "ledger.regrouped", "batch", b.ID, b); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Published{b.ID, b.Revision})
}

// move takes all rows of one account to another: deleted there, written here.
// Where both have the same key, the moved row counts as a further occurrence.
func move[T any](tx *db.Tx, m mover, t *table[T], kind string, merge, from, into kernel.ID) error {
	rows, err := t.of(tx, from)
	if err != nil || len(rows) == 0 {
		return err
	}
	there, err := t.of(tx, into)
	if err != nil {
		return err
	}
	taken := map[int64]bool{}
	for i := range there {
		taken[*t.id(&there[i].row)] = true
	}
	versions := t.versions(m, rows)
	renamed := map[chain]int64{} // the occurrence that a chain of versions gets
	old := make([]int64, len(rows))
	for i := range rows {
		h := &rows[i]
		c := t.chainOf(m, h)
		*t.account(&h.row) = into
		again, known := renamed[c]
		if !known {
			for again = c.again; taken[place(c.home, t.key(&h.row), again, 0)]; again++ {
			}
			renamed[c] = again
			taken[place(c.home, t.key(&h.row), again, 0)] = true
		}
		old[i], *t.again(&h.row) = c.again, again
		*t.id(&h.row) = place(c.home, t.key(&h.row), again, versions[i])
	}
	if err := addMoved(tx, kind, merge, into, func(i int) (id, again int64) { return *t.id(&rows[i].row), old[i] }, len(rows)); err != nil {
		return err
	}
	if err := t.drop(tx, from); err != nil {
		return err
	}
	return t.restore(tx, rows)
}

// moveBack undoes move. Versions that later batches added to a moved row go with it.
func moveBack[T any](tx *db.Tx, m mover, t *table[T], kind string, merge, from, into kernel.ID) error {
	moved, err := movedBy(tx, kind, merge, into)
	if err != nil || len(moved) == 0 {
		return err
	}
	rows, err := t.of(tx, into)
	if err != nil {
		return err
	}
	versions := t.versions(m, rows)
	former := map[chain]int64{}
	for i := range rows {
		if again, ok := moved[*t.id(&rows[i].row)]; ok {
			former[t.chainOf(m, &rows[i])] = again
		}
	}
	var back []held[T]
	var gone []db.Pair
	for i := range rows {
		h := &rows[i]
		c := t.chainOf(m, h)
		again, ok := former[c]
		if !ok {
			continue
		}
		gone = append(gone, t.placeOf(&h.row))
		*t.account(&h.row), *t.again(&h.row) = from, again
		*t.id(&h.row) = place(c.home, t.key(&h.row), again, versions[i])
		back = append(back, *h)
	}
	if err := t.dropAt(tx, gone); err != nil {
		return err
	}
	if err := dropMoved(tx, kind, merge, into); err != nil {
		return err
	}
	return t.restore(tx, back)
}

// chain is one occurrence of a key with all its versions.
type chain struct {
	home, key uint64
	again     int64
}

func (t *table[T]) chainOf(m mover, h *held[T]) chain {
	return chain{m.home(h.batch), t.key(&h.row), *t.again(&h.row)}
}

// mostVersions is how often one row can have been changed for a merge to find its way.
const mostVersions = 10_000

// versions finds the numbers that rows got when their keys were placed.
func (t *table[T]) versions(m mover, rows []held[T]) []int64 {
	all := make([]int64, len(rows))
	for i := range rows {
		c := t.chainOf(m, &rows[i])
		for place(c.home, c.key, c.again, all[i]) != *t.id(&rows[i].row) && all[i] < mostVersions {
			all[i]++
		}
	}
	return all
}

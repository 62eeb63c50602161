package ledger

import (
	"context"
	"errors"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	chunk = 20_000                // rows of one transaction, at most
	usual = 5_000                 // in the first one
	least = 500                   // and at least, however slow the disk is
	few   = 3                     // rows that a comparison shows, of each kind
	brief = 80 * time.Millisecond // how long a transaction should take: others wait
)

// asSystem is ctx on behalf of the ledger itself: whether a row is new, and what
// an account sums up to, does not depend on what its user may see. Who may book
// on an account is decided where accounts are resolved. The user stays the same.
func asSystem(ctx context.Context) context.Context { return db.WithViewer(ctx, identity.System()) }

// BookLines writes lines, in any order and number, in short transactions. The
// same call again, after a crash, changes nothing and counts the same. The
// caller keeps the sum of the outcomes and hands it to Publish.
func (s *Service) BookLines(ctx context.Context, batch kernel.ID, all []Line) (Outcome, error) {
	return book(s, ctx, lines, batch, all)
}

// BookInvoices is BookLines for invoices and credit notes.
func (s *Service) BookInvoices(ctx context.Context, batch kernel.ID, all []Invoice) (Outcome, error) {
	return book(s, ctx, invoices, batch, all)
}

// BookReceipts is BookLines for receipts.
func (s *Service) BookReceipts(ctx context.Context, batch kernel.ID, all []Receipt) (Outcome, error) {
	return book(s, ctx, receipts, batch, all)
}

// CompareLines foresees what BookLines would do, and writes nothing.
func (s *Service) CompareLines(ctx context.Context, source string, all []Line) (Foreseen[Line], error) {
	return compare(s, ctx, lines, source, all)
}

// CompareInvoices foresees what BookInvoices would do, and writes nothing.
func (s *Service) CompareInvoices(ctx context.Context, source string, all []Invoice) (Foreseen[Invoice], error) {
	return compare(s, ctx, invoices, source, all)
}

// CompareReceipts foresees what BookReceipts would do, and writes nothing.
func (s *Service) CompareReceipts(ctx context.Context, source string, all []Receipt) (Foreseen[Receipt], error) {
	return compare(s, ctx, receipts, source, all)
}

// book writes rows in transactions that are so short that others hardly wait.
func book[T any](s *Service, ctx context.Context, t *table[T], batch kernel.ID, rows []T) (sum Outcome, err error) {
	rows, _ = t.sorted(rows)
	noted, err := s.notedBy(ctx, batch)
	if err != nil {
		return sum, err
	}
	for len(rows) > 0 && err == nil {
		n, begin := min(int(s.pace.Load()), len(rows)), time.Now()
		var o Outcome
		if o, err = bookChunk(s, ctx, t, batch, rows[:n], noted); err == nil {
			rows, sum = rows[n:], sum.Plus(o)
		}
		s.adapt(n, time.Since(begin))
	}
	return sum, err
}

// adapt chooses how many rows the next transaction has, by how long the last one took.
func (s *Service) adapt(n int, took time.Duration) {
	if n >= least {
		s.pace.Store(max(least, min(chunk, int64(n)*int64(brief)/int64(took))))
	}
}

// bookChunk is one transaction. It first hopes that no row is known, which is
// how files mostly are, and looks them all up when that was wrong.
func bookChunk[T any](s *Service, ctx context.Context, t *table[T], batch kernel.ID, rows []T, noted map[kernel.ID]bool) (o Outcome, err error) {
	for _, hope := range []bool{true, false} {
		var fresh []kernel.ID
		err = s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
			b, err := holdBatch(tx, batch)
			if err != nil {
				return err
			}
			var added []T
			if o, added, err = write(tx, t, b, rows, hope); err != nil {
				return err
			}
			fresh, err = note(tx, t, batch, added, noted)
			return err
		})
		if err == nil {
			for _, id := range fresh {
				noted[id] = true
			}
		}
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "db.taken" {
			return o, err
		}
	}
	return o, err
}

// write books the rows of one transaction, and returns those it added.
func write[T any](tx *db.Tx, t *table[T], b Batch, rows []T, hope bool) (Outcome, []T, error) {
	home := hash(kernel.ID{}, b.Source)
	if hope {
		hope = !strange(rows, func(some []T) bool {
			v, err := t.judge(tx, b, home, some)
			return err != nil || int(v.Inserted) < len(some)
		})
	}
	if hope {
		for i := range rows {
			r := &rows[i]
			*t.id(r) = place(home, t.key(r), *t.again(r), 0)
		}
		return Outcome{Inserted: int64(len(rows))}, rows, t.add(tx, b.ID, rows)
	}
	v, err := t.judge(tx, b, home, rows)
	if err != nil {
		return v.Outcome, nil, err
	}
	if err := t.end(tx, b.ID, v.ended); err != nil {
		return v.Outcome, nil, err
	}
	return v.Outcome, v.fresh, t.add(tx, b.ID, v.fresh)
}

// strange asks about a few rows from all over the chunk.
func strange[T any](rows []T, known func([]T) bool) bool {
	some := make([]T, 0, 16)
	for i := 0; i < len(rows); i += 1 + len(rows)/cap(some) {
		some = append(some, rows[i])
	}
	return known(some)
}

// verdict is what is to be done with rows.
type verdict[T any] struct {
	Outcome
	fresh []T
	ended []db.Pair
	some  []Change[T]
}

// judge looks every row up: its versions are numbered, and the first free
// number is where it belongs unless the last version says the same.
func (t *table[T]) judge(tx *db.Tx, b Batch, home uint64, rows []T) (v verdict[T], err error) {
	type open struct {
		row     int
		version int64
		changed bool
		was     *T // for some of those that changed
	}
	pending := make([]open, len(rows))
	for i := range pending {
		pending[i].row = i
	}
	for len(pending) > 0 {
		places := make([]db.Pair, len(pending))
		for i, p := range pending {
			r := &rows[p.row]
			*t.id(r) = place(home, t.key(r), *t.again(r), p.version)
			places[i] = t.placeOf(r)
		}
		found, err := t.at(tx, places)
		if err != nil {
			return v, err
		}
		var next []open
		for i, p := range pending {
			r := &rows[p.row]
			h, known := found[places[i]]
			p.version++
			switch {
			case !known:
				v.fresh = append(v.fresh, *r)
				v.bookedBy(p.changed)
				v.keep(Change[T]{p.row, p.was}, p.changed)
			case !t.alike(r, &h.row) || *t.again(r) != *t.again(&h.row): // another key with the same hash
				next = append(next, p)
			case !h.ended.IsZero():
				p.changed = p.changed || h.ended == b.ID
				next = append(next, p)
			case !t.same(r, &h.row):
				v.ended, p.changed = append(v.ended, places[i]), true
				if t.inherit != nil {
					t.inherit(r, &h.row)
				}
				if len(v.ended) <= few {
					p.was = new(h.row)
				}
				next = append(next, p)
			case h.batch == b.ID: // by an attempt that did not live to tell
				v.bookedBy(p.changed)
			default:
				v.Duplicates++
			}
		}
		pending = next
	}
	return v, nil
}

// bookedBy counts a row that the batch adds, with or without a former version.
func (v *verdict[T]) bookedBy(changed bool) {
	if changed {
		v.Updated++
	} else {
		v.Inserted++
	}
}

// keep remembers the first rows that are new and the first that replace others.
func (v *verdict[T]) keep(c Change[T], changed bool) {
	if changed == (c.Was != nil) && (changed || v.Inserted <= few) {
		v.some = append(v.some, c)
	}
}

// note records the accounts of rows that the batch touches for the first time.
func note[T any](tx *db.Tx, t *table[T], batch kernel.ID, rows []T, noted map[kernel.ID]bool) (fresh []kernel.ID, err error) {
	here := map[kernel.ID]bool{}
	for i := range rows {
		if id := *t.account(&rows[i]); !noted[id] && !here[id] {
			here[id], fresh = true, append(fresh, id)
		}
	}
	return fresh, touch(tx, batch, fresh)
}

// notedBy is the accounts that a batch is known to have touched. Memory holds
// them while the batch is open, because there is one writer to a batch.
func (s *Service) notedBy(ctx context.Context, batch kernel.ID) (map[kernel.ID]bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.noted[batch]; ok {
		return known, nil
	}
	known := map[kernel.ID]bool{}
	err := s.eachTouched(ctx, batch, func(ids []kernel.ID) error {
		for _, id := range ids {
			known[id] = true
		}
		return nil
	})
	s.noted[batch] = known
	return known, err
}

// forget frees the memory of a batch that is no longer open.
func (s *Service) forget(batch kernel.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.noted, batch)
}

// eachTouched calls f with the accounts of a batch, a thousand at a time.
func (s *Service) eachTouched(ctx context.Context, batch kernel.ID, f func([]kernel.ID) error) error {
	var after kernel.ID
	for {
		var ids []kernel.ID
		err := s.db.Read(asSystem(ctx), func(tx *db.Tx) (err error) {
			ids, err = touched(tx, batch, after, 1000)
			return err
		})
		if err != nil || len(ids) == 0 {
			return err
		}
		if err := f(ids); err != nil {
			return err
		}
		after = ids[len(ids)-1]
	}
}

// compare judges rows without writing.
func compare[T any](s *Service, ctx context.Context, t *table[T], source string, all []T) (f Foreseen[T], err error) {
	rows, from := t.sorted(all)
	err = s.db.Snapshot(asSystem(ctx), func(tx *db.Tx) error {
		v, err := t.judge(tx, Batch{}, hash(kernel.ID{}, source), rows)
		f.Outcome, f.Some = v.Outcome, v.some
		return err
	})
	for i := range f.Some {
		f.Some[i].Row = from[f.Some[i].Row]
	}
	return f, err
}

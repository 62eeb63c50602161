package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

// chunk is how many accounts one transaction settles, so that other writers go
// on and a million accounts need no more memory than a thousand.
const chunk = 1000

// Settle evaluates every account, keeps the results that are new, and in the
// history those that they replace. It works as the system, which sees all.
func (s *Service) Settle(ctx context.Context, progress func(done, total int64)) (found Settled, err error) {
	ctx = system(ctx)
	s.Expect()
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return found, err
	}
	found = Settled{Accounts: e.Len(), AsOf: e.Ask.AsOf, Config: e.Setting.Version}
	if err = s.settle(ctx, e, &found, progress); err == nil {
		err = s.climb(ctx, e)
	}
	if err == nil {
		err = s.Review(ctx, e.Lapsed())
	}
	if err == nil {
		err = s.db.Write(ctx, func(tx *db.Tx) error { return event.Emit(s.events, tx, found) })
	}
	return found, err
}

// settlement is what was kept last: as long as nobody else has written results,
// it need not be read to be compared with.
type settlement struct {
	*Evaluated
	count int64
	mixed bool // somebody else has written in between
}

// settle compares the results of all rows with those kept.
func (s *Service) settle(ctx context.Context, e *Evaluated, found *Settled, progress func(done, total int64)) error {
	s.settling.Lock()
	defer s.settling.Unlock()
	count, err := s.counted(ctx)
	if err != nil {
		return err
	}
	last := s.last
	if s.last = nil; last != nil && last.count != count {
		last = nil
	}
	now := &settlement{Evaluated: e, count: count}
	var news []differing
	for from := 0; from < e.Len() && err == nil; from += chunk {
		to := min(from+chunk, e.Len())
		var before func(row int) marks
		if before, err = s.before(ctx, last, e, from, to); err != nil {
			return err
		}
		for row := from; row < to; row++ {
			if d := e.differ(int32(row), before(row), s.governed); d.differs {
				news = append(news, d)
			}
		}
		if len(news) >= chunk || to == e.Len() {
			err, news = s.keep(ctx, now, news, found), nil
		}
		progress(int64(to), int64(e.Len()))
	}
	if err == nil && !now.mixed {
		s.last = now
	}
	return err
}

// counted is how often results were written.
func (s *Service) counted(ctx context.Context) (count int64, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		count, err = settledCount(tx)
		return err
	})
	return count, err
}

// before are the results of some rows that were kept last.
func (s *Service) before(ctx context.Context, last *settlement, e *Evaluated, from, to int) (func(row int) marks, error) {
	if last != nil {
		return func(row int) (m marks) {
			if old := last.at(row, e.accounts[row].ID); old >= 0 {
				m = last.marks(old)
			}
			return m
		}, nil
	}
	kept := make([]marks, to-from)
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		return eachResult(tx, e.accounts[from].ID, e.accounts[to-1].ID, func(account kernel.ID, model, result string) {
			if row := int(e.Row(account)); row >= from && row < to {
				kept[row-from].put(model, result)
			}
		})
	})
	return func(row int) marks { return kept[row-from] }, err
}

// at is the row of an account, which most likely is where it is now.
func (l *settlement) at(row int, id kernel.ID) int32 {
	if row < l.Len() && l.accounts[row].ID == id {
		return int32(row)
	}
	return l.Row(id)
}

// keep writes what is new of some accounts, in one transaction.
func (s *Service) keep(ctx context.Context, now *settlement, some []differing, found *Settled) error {
	if len(some) == 0 {
		return nil
	}
	var old, all []result
	var history []changeRow
	var keys []Status
	for _, d := range some {
		old, all, history = append(old, d.old...), append(all, d.results...), append(history, d.changes...)
		if !d.since.IsZero() {
			keys = append(keys, Status{Account: d.account, Since: d.since, Listed: kernel.Today()})
		}
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		count, err := countSettled(tx)
		if err != nil {
			return err
		}
		now.mixed = now.mixed || count != now.count+1
		now.count = count
		if err := dropResults(tx, old); err != nil {
			return err
		}
		if err := addResults(tx, all); err != nil {
			return err
		}
		if err := addChanges(tx, history); err != nil || len(keys) == 0 {
			return err
		}
		if err := s.list(tx, keys...); err != nil {
			return err
		}
		return touch(tx)
	})
	found.Changes, found.Keys = found.Changes+len(history), found.Keys+len(keys)
	return err
}

// differing is what is new of an account.
type differing struct {
	account kernel.ID
	differs bool
	old     []result // those that are replaced
	results []result
	changes []changeRow
	since   kernel.Date // it has just become a key account
}

// differ compares the results of a row with those kept; the first ones of an
// account are no change.
func (e *Evaluated) differ(row int32, before marks, governed bool) (d differing) {
	if now := e.marks(row); now != before {
		d = e.differing(row, before, now)
	}
	if e.fired[row] != 0 && !e.listed[row] && (!governed || e.fired[row]&firesSTRAT != 0) { // a director has approved the nomination
		d.account, d.differs, d.since = e.accounts[row].ID, true, e.Ask.AsOf
	}
	return d
}

func (e *Evaluated) differing(row int32, before, now marks) differing {
	d := differing{account: e.accounts[row].ID, differs: true}
	for i, model := range models {
		if now[i] == before[i] {
			continue
		}
		r := result{d.account, model, now[i], e.Ask.AsOf, e.Setting.Version}
		if before[i] != "" {
			d.old = append(d.old, r)
		}
		if now[i] != "" {
			d.results = append(d.results, r)
		}
		if before != (marks{}) {
			d.changes = append(d.changes, changeRow{kernel.NewID(), d.account, model, before[i], now[i], r.On, r.Config})
		}
	}
	return d
}

package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
)

// Changes returns a page of what has changed, of one account or of all.
func (s *Service) Changes(ctx context.Context, account kernel.ID, model string, p Page) (c Changes, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if !account.IsZero() {
			if err := s.accounts.Require(tx, account); err != nil {
				return err
			}
		}
		rows, err := changes(tx, account, model, p)
		c.Rows = make([]Change, 0, len(rows)) // an empty list, never a missing one
		for _, r := range rows {
			c.Rows = append(c.Rows, r.Change)
		}
		if n := len(rows); n == p.Limit && n > 0 {
			c.Next = rows[n-1].ID
		}
		return err
	})
	return c, err
}

// Evaluate queues an evaluation.
func (s *Service) Evaluate(ctx context.Context) (id kernel.ID, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if id, err = s.jobs.Add(tx, evaluation, struct{}{}); err != nil {
			return err
		}
		return audit.Note(tx, "portfolio.evaluated", "portfolio", kernel.ID{}, map[string]any{"job": id})
	})
	return id, err
}

// chunk is how many accounts one transaction settles, so that other writers go
// on and a million accounts need no more memory than a thousand.
const chunk = 1000

// Settle evaluates every account, keeps the results that are new, and in the
// history those that they replace. It works as the system, which sees all.
func (s *Service) Settle(ctx context.Context, progress func(done, total int64)) (found Settled, err error) {
	ctx = system(ctx)
	s.expect()
	e, err := s.evaluated(ctx, Ask{})
	if err != nil {
		return found, err
	}
	found = Settled{Accounts: e.Len(), AsOf: e.Ask.AsOf, Config: e.Setting.Version}
	for from := 0; from < e.Len() && err == nil; from += chunk {
		to := min(from+chunk, e.Len())
		err = s.settle(ctx, e, from, to, &found)
		progress(int64(to), int64(e.Len()))
	}
	if err == nil {
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

// settle compares the results of some rows with those kept.
func (s *Service) settle(ctx context.Context, e *Evaluated, from, to int, found *Settled) error {
	before := map[kernel.ID]map[string]string{}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		kept, err := results(tx, e.accounts[from].ID, e.accounts[to-1].ID)
		for _, k := range kept {
			if before[k.Account] == nil {
				before[k.Account] = map[string]string{}
			}
			before[k.Account][k.Model] = k.Result
		}
		return err
	})
	if err != nil {
		return err
	}
	var news []differing
	for row := from; row < to; row++ {
		if d := e.differ(int32(row), before[e.accounts[row].ID], s.governed); d.differs {
			news = append(news, d)
		}
	}
	if len(news) == 0 {
		return nil
	}
	return s.keep(ctx, news, found)
}

// keep writes what is new of some accounts, in one transaction.
func (s *Service) keep(ctx context.Context, some []differing, found *Settled) error {
	var ids []kernel.ID
	var all []result
	var history []changeRow
	var keys []Status
	for _, d := range some {
		ids, all, history = append(ids, d.account), append(all, d.results...), append(history, d.changes...)
		if !d.since.IsZero() {
			keys = append(keys, Status{Account: d.account, Since: d.since, Listed: today()})
		}
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := dropResults(tx, ids); err != nil {
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

// Listed says that accounts have become key accounts.
type Listed struct{ Accounts []kernel.ID }

// list enters key accounts into the register and tells whom it concerns.
func (s *Service) list(tx *db.Tx, keys ...Status) error {
	if err := addStatuses(tx, keys...); err != nil {
		return err
	}
	var e Listed
	for _, k := range keys {
		e.Accounts = append(e.Accounts, k.Account)
	}
	return event.Emit(s.events, tx, e)
}

// differing is what is new of an account.
type differing struct {
	account kernel.ID
	differs bool
	results []result
	changes []changeRow
	since   kernel.Date // it has just become a key account
}

// models are those whose results are kept, in the order of their names on screens.
var models = []string{inABC, inRFM, inGrid, inQuadrant, inPyramid, inWorth, inMatrix, inRegister}

// differ compares the results of a row with those kept; the first ones of an
// account are no change.
func (e *Evaluated) differ(row int32, before map[string]string, governed bool) differing {
	id, now := e.accounts[row].ID, e.results(row)
	d := differing{account: id}
	for _, model := range models {
		r := result{id, model, now[model], e.Ask.AsOf, e.Setting.Version}
		if r.Result != "" {
			d.results = append(d.results, r)
		}
		if r.Result != before[model] {
			d.differs = true
			if before != nil {
				d.changes = append(d.changes, changeRow{kernel.NewID(), id, model, before[model], r.Result, r.On, r.Config})
			}
		}
	}
	if e.fired[row] != 0 && !e.listed[row] && (!governed || e.fired[row]&firesSTRAT != 0) { // a director has approved the nomination
		d.differs, d.since = true, e.Ask.AsOf
	}
	return d
}

package portfolio

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
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

// chunk is how many accounts one transaction settles, so that other writers go on.
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
	var kept []result
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		kept, err = results(tx)
		return err
	})
	if err != nil {
		return found, err
	}
	found = Settled{Accounts: e.Len(), AsOf: e.Ask.AsOf, Config: e.Setting.Version}
	var news []differing
	for row, before := range e.compared(kept) {
		if d := e.differ(int32(row), before); d.differs() {
			news = append(news, d)
		}
	}
	for some := range slices.Chunk(news, chunk) {
		if err := s.keep(ctx, some, &found); err != nil {
			return found, err
		}
		progress(int64(found.Changes), int64(len(news)))
	}
	return found, nil
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
			keys = append(keys, Status{Account: d.account, Since: d.since})
		}
	}
	found.Changes, found.Keys = found.Changes+len(history), found.Keys+len(keys)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		for part := range slices.Chunk(ids, 100) {
			if err := dropResults(tx, part); err != nil {
				return err
			}
		}
		if err := addResults(tx, all); err != nil {
			return err
		}
		if err := addChanges(tx, history); err != nil {
			return err
		}
		if len(keys) == 0 {
			return nil
		}
		if err := addStatuses(tx, keys...); err != nil {
			return err
		}
		return touch(tx)
	})
}

// differing is what is new of an account.
type differing struct {
	account kernel.ID
	results []result
	changes []changeRow
	since   kernel.Date // it has just become a key account
}

func (d differing) differs() bool { return len(d.changes) > 0 || !d.since.IsZero() }

// compared lays the kept results beside the rows.
func (e *Evaluated) compared(kept []result) []map[string]string {
	all := make([]map[string]string, e.Len())
	for _, k := range kept {
		if row := e.Row(k.Account); row >= 0 {
			if all[row] == nil {
				all[row] = map[string]string{}
			}
			all[row][k.Model] = k.Result
		}
	}
	return all
}

// differ compares the results of a row with those kept.
func (e *Evaluated) differ(row int32, before map[string]string) differing {
	id, now := e.accounts[row].ID, e.results(row)
	d := differing{account: id}
	for _, model := range []string{inABC, inRFM, inGrid, inQuadrant, inPyramid, inRegister} {
		r := result{id, model, now[model], e.Ask.AsOf, e.Setting.Version}
		if r.Result != "" {
			d.results = append(d.results, r)
		}
		if r.Result != before[model] {
			d.changes = append(d.changes, changeRow{kernel.NewID(), id, model, before[model], r.Result, r.On, r.Config})
		}
	}
	if e.fired[row] != 0 && !e.listed[row] {
		d.since = e.Ask.AsOf
	}
	return d
}

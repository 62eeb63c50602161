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

package auditing

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Chain says how far the audit can be trusted.
type Chain struct {
	audit.State
	Verified *Verified `json:"verified,omitempty" doc:"The last verification"`
}

// Verified is a verification and what it found.
type Verified struct {
	At       int64  `json:"at,omitzero"  doc:"Microseconds since 1970, UTC"`
	By       string `json:"by,omitzero"`
	Holds    bool   `json:"holds"`
	Log      string `json:"log,omitzero" doc:"Where the first entry stands that does not hold"`
	Seq      int64  `json:"seq,omitzero" doc:"Its number"`
	Entries  int64  `json:"entries"      doc:"That were looked at"`
	Unsealed int64  `json:"unsealed"     doc:"That were not chained yet"`
	Late     int64  `json:"late"         doc:"That were sealed more than an hour after they say they were written"`
}

const verified = "audit.verified"

// Chain is the state of the chains and the last verification.
func (s *Service) Chain(ctx context.Context) (c Chain, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if c.State, err = audit.StateOf(tx); err != nil {
			return err
		}
		last, err := audit.List(tx, audit.Ask{Logs: []string{audit.Business}, Objects: []string{"audit"}, Verb: verified,
			Limit: 1, Everywhere: true})
		if err != nil || len(last) == 0 {
			return err
		}
		c.Verified = &Verified{}
		if err := json.Unmarshal([]byte(last[0].Detail), c.Verified); err != nil {
			return err
		}
		c.Verified.At, c.Verified.By = last[0].At, last[0].Actor
		return nil
	})
	return c, err
}

// Verify walks the chains and remembers what it found.
func (s *Service) Verify(ctx context.Context) (v Verified, err error) {
	found, err := audit.Verify(ctx, s.db)
	f, broken := errors.AsType[*kernel.Fault](err)
	if err != nil && !broken {
		return v, err
	}
	v = Verified{Holds: !broken, Entries: found.Entries, Unsealed: found.Unsealed, Late: found.Late}
	if broken {
		v.Log, _ = f.Args["log"].(string)
		v.Seq, _ = f.Args["seq"].(int64)
	}
	return v, s.db.Write(ctx, func(tx *db.Tx) error { return audit.Note(tx, verified, "audit", kernel.ID{}, v) })
}

// Check queues a verification.
func (s *Service) Check(ctx context.Context) (id kernel.ID, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		id, err = s.jobs.Add(tx, verification, struct{}{})
		return err
	})
	return id, err
}

// Retention says for how long logs are kept.
func (s *Service) Retention(ctx context.Context) (r audit.Retention, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r, err = audit.Kept(tx)
		return err
	})
	return r, err
}

// Retain sets for how long logs are kept.
func (s *Service) Retain(ctx context.Context, r audit.Retention) (audit.Retention, error) {
	if err := s.db.Write(ctx, func(tx *db.Tx) error { return audit.Keep(tx, r) }); err != nil {
		return r, err
	}
	return s.Retention(ctx)
}

// Cut takes away what need not be kept any longer.
func (s *Service) Cut(ctx context.Context) (int64, error) { return audit.Cut(ctx, s.db, time.Now()) }

// Taken notes that the viewer takes a log out of the program.
func (s *Service) Taken(ctx context.Context, l log, f Filter) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "audit.exported", "audit", kernel.ID{}, map[string]any{"log": l.name, "filter": f})
	})
}

// Pages are all pages of a log. The first error ends them; it is kept in failed.
func (s *Service) Pages(ctx context.Context, l log, f Filter, failed *error) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		f.Limit = 200
		for {
			p, err := s.Log(ctx, l, f)
			if *failed = err; err != nil || !yield(p) || p.Next.IsZero() {
				return
			}
			f.After = p.Next
		}
	}
}

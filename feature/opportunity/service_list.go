package opportunity

import (
	"cmp"
	"context"
	"iter"

	"erba/analysis/sale"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// List is a page of deals, with what the whole list holds.
func (s *Service) List(ctx context.Context, w Which) (p Page, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		cfg, err := s.Config(tx)
		if err != nil {
			return err
		}
		if !w.Account.IsZero() {
			if err := s.Accounts.Require(tx, w.Account); err != nil {
				return err
			}
		}
		p.Today = s.today()
		if p.Rows, p.Next, err = s.page(tx, w, cfg); err != nil {
			return err
		}
		p.Totals, err = s.totals(tx, w, cfg)
		return err
	})
	return p, err
}

func (s *Service) page(tx *db.Tx, w Which, cfg sale.Config) (rows []Row, next kernel.ID, err error) {
	w.State = cmp.Or(w.State, Going)
	asked := w.Limit
	w.Limit++
	if rows, err = page(tx, w, lateness(cfg, s.today())); err != nil {
		return nil, next, err
	}
	if len(rows) > asked {
		rows = rows[:asked]
		next = rows[asked-1].ID
	}
	for i := range rows {
		s.stand(cfg, &rows[i])
	}
	return rows, next, nil
}

// stand says how a deal stands today.
func (s *Service) stand(cfg sale.Config, r *Row) {
	judge(cfg, &r.Deal)
	dwell := 0
	if p, ok := cfg.Process(r.Process); ok && p.Index(r.Stage) >= 0 {
		dwell = p.Stages[p.Index(r.Stage)].Dwell
	}
	r.place(dwell, s.today())
}

func (s *Service) totals(tx *db.Tx, w Which, cfg sale.Config) (t Totals, err error) {
	w.State = cmp.Or(w.State, Going)
	all, err := sums(tx, w, lateness(cfg, s.today()))
	for _, one := range all {
		d := Deal{Process: one.Process, Stage: one.Stage, State: one.State}
		judge(cfg, &d)
		t.Count, t.Amount, t.Unknown = t.Count+one.Count, t.Amount+one.Amount, t.Unknown+one.Unknown
		t.Weighted += kernel.Percent(one.Amount, d.Percent)
	}
	return t, err
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"opportunity.code", "opportunity.name", "opportunity.customer", "opportunity.owner", "opportunity.process", "opportunity.stage",
	"opportunity.state", "opportunity.percent", "opportunity.amount", "opportunity.category", "opportunity.opened", "opportunity.expected",
	"opportunity.slips", "opportunity.closed", "opportunity.reason", "opportunity.outcome", "opportunity.product", "opportunity.next_step", "opportunity.next_on"}

// atOnce is how many deals are read at a time while a list leaves.
const atOnce = 500

// Export is a list of deals as rows under Exported, in words that say() says and
// names of steps in a language.
func (s *Service) Export(ctx context.Context, w Which, language string, say func(key string) string) (iter.Seq[[]any], error) {
	var all []Row
	var cfg sale.Config
	err := s.db.Snapshot(ctx, func(tx *db.Tx) (err error) {
		if cfg, err = s.Config(tx); err != nil {
			return err
		}
		for w.Limit, w.State = atOnce, cmp.Or(w.State, All); ; {
			rows, next, err := s.page(tx, w, cfg)
			if all = append(all, rows...); err != nil || next.IsZero() {
				return err
			}
			w.After = next
		}
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			if !yield(r.cells(cfg, language, say)) {
				return
			}
		}
	}, err
}

func (r Row) cells(cfg sale.Config, language string, say func(string) string) []any {
	process, stage := cfg.Names(r.Process, r.Stage, language)
	amount, reason := any(nil), ""
	if r.Amount != nil {
		amount = export.Amount(*r.Amount)
	}
	if r.Reason != "" {
		reason = say(r.reasonKey())
	}
	return []any{r.Code, r.Name, r.Customer, r.OwnerName, process, stage, say(r.stateKey()), int64(r.Percent), amount,
		say(r.categoryKey()), r.Opened, r.Expected, int64(r.Slips), r.Closed, reason, r.Outcome, r.Product, r.NextStep, r.NextOn}
}

// Population is of how many deals a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countAll(tx)
		return err
	})
	return n, err
}

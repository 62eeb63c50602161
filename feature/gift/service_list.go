package gift

import (
	"context"
	"iter"

	"erba/analysis/care"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// List is a page of the register, with what it comes to.
func (s *Service) List(ctx context.Context, w Which) (r Register, err error) {
	r.People = []Person{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.limits(tx, &r); err != nil {
			return err
		}
		if !w.Account.IsZero() {
			if err := s.known(tx, w.Account, &r); err != nil {
				return err
			}
		}
		n, err := sum(tx, w)
		if err != nil {
			return err
		}
		r.Count, r.Sum, r.Waiting = n.Count, n.Sum, n.Waiting
		r.Rows, r.Next, err = s.page(tx, w)
		return err
	})
	return r, err
}

// limits fills in from where on somebody has to agree.
func (s *Service) limits(tx *db.Tx, r *Register) error {
	cfg, _, err := method.Setting[care.Config](s.methods, tx, "M89")
	if err != nil {
		return err
	}
	r.Limit, r.Yearly = cfg.Gift, cfg.Yearly
	r.Currency, err = s.ledger.Currency(tx)
	return err
}

// known fills in to whom at an account something may be given; who does not know
// its people is told of those alone who were given something.
func (s *Service) known(tx *db.Tx, account kernel.ID, r *Register) (err error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return err
	}
	r.May = s.accounts.Require(identity.As(tx, "gift:write"), account) == nil
	from, until := Gift{On: s.today()}.year()
	r.People, err = recipients(tx, account, from, until, identity.As(tx, "contact:read").Visible("c.account_id"))
	return err
}

// page is a page of gifts.
func (s *Service) page(tx *db.Tx, w Which) (rows []Row, next kernel.ID, err error) {
	viewer, _ := identity.From(tx.Context())
	limit := w.Limit
	w.Limit++
	if rows, err = list(tx, w); err != nil {
		return nil, next, err
	}
	if len(rows) > limit {
		rows, next = rows[:limit], rows[limit-1].ID
	}
	for i := range rows {
		rows[i].May = rows[i].By == viewer.ID && rows[i].State == Given && rows[i].Approval.IsZero()
	}
	return rows, next, nil
}

// Exported are the columns of an exported register, as text keys.
var Exported = []string{"gift.code", "gift.name", "gift.whom", "gift.item", "gift.value", "gift.on", "gift.occasion", "gift.personal", "gift.state",
	"gift.reason", "gift.ours"}

// atOnce is how many gifts are read at a time while the register leaves.
const atOnce = 500

// Export is the register as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	var all []Row
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		for w.Limit = atOnce; ; {
			rows, next, err := s.page(tx, w)
			if all = append(all, rows...); err != nil || next.IsZero() {
				return err
			}
			w.After = next
		}
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			chosen := "gift.no"
			if r.Personal {
				chosen = "gift.yes"
			}
			if !yield([]any{r.Code, r.Name, r.Whom, r.Item, export.Amount(r.Value), r.On, say(r.occasionKey()), say(chosen),
				say(r.stateKey()), r.Reason, r.Ours}) {
				return
			}
		}
	}, err
}

// Population is of how many gifts a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := sum(tx, Which{})
		n = int64(all.Count)
		return err
	})
	return n, err
}

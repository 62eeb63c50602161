package worth

import (
	"context"
	"slices"
	"sync"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// mostTrades is how many last months are kept in memory: those that were asked for
// last. A hundred thousand accounts take 40 MB each.
const mostTrades = 4

// upTo is what is kept of a last month.
type upTo struct {
	last    ledger.Month
	loading sync.Mutex // guards trade: who asks for the same waits, nobody else does
	trade   *trade
}

// keep is the place of a month, the last one asked for; whoever was not asked for
// the longest makes room.
func (s *Service) keep(last ledger.Month) *upTo {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := &upTo{last: last}
	if i := slices.IndexFunc(s.kept, func(k *upTo) bool { return k.last == last }); i >= 0 {
		k = s.kept[i]
		s.kept = slices.Delete(s.kept, i, i+1)
	}
	s.kept = slices.Insert(s.kept, 0, k)
	if len(s.kept) > mostTrades {
		s.kept = slices.Delete(s.kept, mostTrades, len(s.kept)) // lets go of them
	}
	return k
}

// tradeUpTo is what all accounts bought in the two years up to a month, out of
// memory as far as no file has touched them. It holds every account; whoever
// answers from it leaves out those that his reader does not see.
func (s *Service) tradeUpTo(ctx context.Context, last ledger.Month) (*trade, error) {
	ctx = identity.With(ctx, identity.System())
	k := s.keep(last)
	k.loading.Lock()
	defer k.loading.Unlock()
	next, err := s.known(ctx, k.trade)
	if err == nil && next == nil {
		next, err = s.load(ctx, k.trade, last)
	}
	if err != nil {
		return nil, err
	}
	k.trade = next
	return next, nil
}

// known is what is in memory if nothing has changed since; nil: it has.
func (s *Service) known(ctx context.Context, t *trade) (known *trade, err error) {
	if t == nil {
		return nil, nil
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		products, revision, err := s.stand(tx)
		if err == nil && t.revision == revision && t.fits(products) {
			known = t
		}
		return err
	})
	return known, err
}

// stand is by which a trade is known to be out of date.
func (s *Service) stand(tx *db.Tx) (products map[string]sort, revision int64, err error) {
	if revision, err = s.ledger.Revision(tx); err == nil {
		products, err = s.sorts(tx)
	}
	return products, revision, err
}

// load refreshes what there is. One month at a time: it reads two years of lines.
func (s *Service) load(ctx context.Context, old *trade, last ledger.Month) (t *trade, err error) {
	s.loading.Lock()
	defer s.loading.Unlock()
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		t, err = s.read(tx, old, last)
		return err
	})
	return t, err
}

func (s *Service) read(tx *db.Tx, old *trade, last ledger.Month) (*trade, error) {
	products, revision, err := s.stand(tx)
	if err != nil {
		return nil, err
	}
	since, lines := int64(0), []string(nil)
	if old != nil && old.fits(products) {
		since, lines = old.revision, old.lines
	}
	w := weave(products, lines)
	w.revision = revision
	changed, err := s.ledger.Traded(tx, since, last, func(t *ledger.Traded) error {
		w.take(&bought{t.Account, t.Product, t.Late, t.Quantity, t.Sales, t.Cost, t.Open})
		return nil
	})
	if err != nil || since == 0 {
		return w.done(), err
	}
	return old.with(w.done(), changed), nil
}

// published asks for it.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error {
	return s.jobs.AddOnce(tx.As(identity.With(tx.Context(), identity.System())), loading, struct{}{})
}

// Load brings the twelve months that are usually asked for up to date; at start it
// is called in the background.
func (s *Service) Load(ctx context.Context) error {
	o, err := s.portfolio.Outlays(identity.With(ctx, identity.System()), portfolio.Ask{}, portfolio.Filter{}, "")
	if err != nil {
		return err
	}
	_, err = s.tradeUpTo(ctx, ledger.Month(o.Last))
	return err
}

// sorts are what all products are.
func (s *Service) sorts(tx *db.Tx) (map[string]sort, error) {
	all := map[string]sort{}
	err := s.products.Each(tx, func(p product.Product) { all[p.Code] = sort{p.Line, p.Unit} })
	return all, err
}

// movedOne is why one account moved, as its reader sees it.
func (s *Service) movedOne(ctx context.Context, account kernel.ID, last ledger.Month) (m moved, err error) {
	m = nobody
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		products, err := s.sorts(tx)
		if err != nil {
			return err
		}
		w := weave(products, nil)
		err = s.ledger.TradedBy(tx, account, last, func(t *ledger.Traded) error {
			w.take(&bought{t.Account, t.Product, t.Late, t.Quantity, t.Sales, t.Cost, t.Open})
			return nil
		})
		if t := w.done(); len(t.moves) > 0 {
			m = t.moves[0]
		}
		return err
	})
	return m, err
}

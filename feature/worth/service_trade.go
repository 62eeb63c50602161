package worth

import (
	"context"

	"erba/feature/ledger"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// mostTrades is how many last months are kept in memory: usually one is asked for.
const mostTrades = 2

// tradeUpTo is what all accounts bought in the two years up to a month, out of
// memory as far as no file has touched them. It holds every account; whoever
// answers from it leaves out those that his reader does not see.
func (s *Service) tradeUpTo(ctx context.Context, last ledger.Month) (t *trade, err error) {
	s.loading.Lock()
	defer s.loading.Unlock()
	err = s.db.Snapshot(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		t, err = s.load(tx, s.trades[last], last)
		return err
	})
	if err != nil {
		return nil, err
	}
	if s.trades[last] == nil && len(s.trades) >= mostTrades {
		clear(s.trades)
	}
	s.trades[last] = t
	return t, nil
}

// load refreshes what there is.
func (s *Service) load(tx *db.Tx, old *trade, last ledger.Month) (*trade, error) {
	revision, err := s.ledger.Revision(tx)
	if err != nil {
		return nil, err
	}
	products, err := s.sorts(tx)
	if err != nil {
		return nil, err
	}
	if old != nil && old.fits(products) && old.revision == revision {
		return old, nil
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

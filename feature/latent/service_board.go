package latent

import (
	"context"

	market "erba/analysis/latent"
	"erba/platform/db"
)

// latest is what was found last. It is read again when another has been found,
// here or by another process.
func (s *Service) latest(ctx context.Context) (*board, error) {
	ctx = everybody(ctx)
	if b, err := s.current(ctx); err != nil || b != nil {
		return b, err
	}
	s.reads.Lock()
	defer s.reads.Unlock()
	if b, err := s.current(ctx); err != nil || b != nil {
		return b, err
	}
	b, err := s.read(ctx)
	if err == nil {
		s.board.Store(b)
	}
	return b, err
}

// current is what this process has read, unless there is something newer.
func (s *Service) current(ctx context.Context) (b *board, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		st, err := findState(tx)
		if b = s.board.Load(); b != nil && b.Version != st.Version {
			b = nil
		}
		return err
	})
	return b, err
}

// read makes lists possible.
func (s *Service) read(ctx context.Context) (b *board, err error) {
	b = &board{pairs: map[[2]int32]market.Pair{}, norms: map[spot]market.Norm{}}
	return b, s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if b.State, err = findState(tx); err != nil {
			return err
		}
		if b.cfg, err = b.config(); err != nil {
			return err
		}
		if err := b.readMarket(tx); err != nil {
			return err
		}
		return b.readFound(tx)
	})
}

func (b *board) readMarket(tx *db.Tx) error {
	all, err := products(tx)
	if err != nil {
		return err
	}
	for _, p := range all {
		b.products = append(b.products, p.Code)
	}
	kept, err := pairs(tx)
	if err != nil {
		return err
	}
	for _, p := range kept {
		b.pairs[[2]int32{p.One, p.Other}] = market.Pair{First: p.One, Second: p.Other, Both: p.Together, OfFirst: p.OfOne, OfSecond: p.OfOther, Orders: b.Orders}
	}
	usual, err := norms(tx)
	for _, n := range usual {
		b.norms[spot{n.Segment, n.Product}] = market.Norm(n)
	}
	return err
}

func (b *board) readFound(tx *db.Tx) (err error) {
	var broken error
	err = eachFound(tx, db.If(false, ""), func(w who) {
		if len(w.Found) == 0 {
			return
		}
		found, err := market.ReadCandidates(w.Found)
		if err != nil {
			broken = err
		}
		b.take(w.Account, w.Segment, found)
	})
	if err == nil {
		err = broken
	}
	return err
}

package portfolio

import (
	"context"
	"iter"

	"erba/analysis/fallacy"
	"erba/kernel"
	"erba/platform/db"
)

// margins is the grant to read what accounts leave of their sales. Whatever a
// contribution or a return consists of lets one work that out.
const margins = "margin:read"

// worthwhile is the view of who is told margins, of the accounts in sight of which
// he is.
func (s *Service) worthwhile(ctx context.Context, a Ask, f Filter) (*View, error) {
	a.Measure = Sales
	e, err := s.evaluated(ctx, a)
	if err != nil {
		return nil, err
	}
	return s.toldOf(ctx, e, f, margins)
}

// Contribution adds up what accounts contribute (method M26).
func (s *Service) Contribution(ctx context.Context, a Ask, f Filter) (Contribution, error) {
	v, err := s.worthwhile(ctx, a, f)
	if err != nil {
		return Contribution{}, err
	}
	return v.Contribution(), nil
}

// Efforts lays out what is put into accounts and what comes out of them (method M31).
func (s *Service) Efforts(ctx context.Context, a Ask, f Filter) (Efforts, error) {
	v, err := s.worthwhile(ctx, a, f)
	if err != nil {
		return Efforts{}, err
	}
	return v.Efforts(), nil
}

// Contributing are the accounts in sight by what they contribute.
func (s *Service) Contributing(ctx context.Context, a Ask, f Filter) (iter.Seq[Contributing], error) {
	v, err := s.worthwhile(ctx, a, f)
	if err != nil {
		return nil, err
	}
	return v.Contributing(), nil
}

// Returning are the accounts in sight by what they return for what is put in.
func (s *Service) Returning(ctx context.Context, a Ask, f Filter) (iter.Seq[EffortSpot], error) {
	v, err := s.worthwhile(ctx, a, f)
	if err != nil {
		return nil, err
	}
	return v.Returning(), nil
}

// Balance is what one account contributes, step by step.
func (s *Service) Balance(ctx context.Context, id kernel.ID, a Ask) (Balance, error) {
	v, err := s.worthwhile(ctx, a, Filter{})
	if err != nil {
		return Balance{}, err
	}
	row := v.Row(id)
	if row < 0 || !v.mask.Has(row) {
		return Balance{}, kernel.Missing("db.missing")
	}
	return v.Balance(row), nil
}

// enlarge puts the largest orders of 24 months beside those key accounts that
// have so few orders in them that one may carry all.
func (s *Service) enlarge(ctx context.Context, v *View) error {
	v.big = map[int32]int64{}
	rows := v.fewOrders()
	ids := make([]kernel.ID, len(rows))
	for i, row := range rows {
		ids[i] = v.accounts[row].ID
	}
	from, to := v.twoYears()
	if len(ids) == 0 {
		return nil
	}
	return s.db.Read(system(ctx), func(tx *db.Tx) error {
		all, err := s.ledger.Largest(tx, ids, from, to)
		for _, one := range all {
			v.big[v.Row(one.Account)] = one.Amount
		}
		return err
	})
}

// marked is a view by which accounts behind a mark are found: some marks need more
// than every view has, and some are only for who is told margins.
func (s *Service) marked(ctx context.Context, a Ask, f Filter, model, mark string) (*View, error) {
	if model == inEffort || model == inContribution {
		return s.worthwhile(ctx, a, f)
	}
	v, err := s.view(ctx, a, f)
	if err == nil && model == inMistake && mark == fallacy.BigTicket {
		err = s.enlarge(ctx, v)
	}
	return v, err
}

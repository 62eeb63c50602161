package worth

import (
	"context"
	"iter"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
)

// Service tells what accounts are worth.
type Service struct {
	accounts  *account.Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
}

// NewService returns the service of worth.
func NewService(accounts *account.Service, led *ledger.Service, p *portfolio.Service) *Service {
	return &Service{accounts, led, p}
}

// Costs returns a page of what was put into an account, the latest first.
func (s *Service) Costs(ctx context.Context, account kernel.ID, after string, limit int) (ledger.CostRows, error) {
	return s.ledger.Costs(ctx, account, after, limit)
}

// Steps are those of an account's contribution, from its sales on.
func (s *Service) Steps(ctx context.Context, account kernel.ID, a portfolio.Ask) ([]portfolio.Part, error) {
	b, err := s.portfolio.Balance(ctx, account, a)
	return b.Parts, err
}

// Contributions are all accounts in sight by what they contribute, as rows.
func (s *Service) Contributions(ctx context.Context, a portfolio.Ask, f portfolio.Filter) (iter.Seq[[]any], error) {
	all, err := s.portfolio.Contributing(ctx, a, f)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for one := range all {
			if !yield(contributing(one)) {
				return
			}
		}
	}, nil
}

// Efforts are all accounts in sight of which it is recorded what was put into
// them, by what they return for it.
func (s *Service) Efforts(ctx context.Context, a portfolio.Ask, f portfolio.Filter) (iter.Seq[portfolio.EffortSpot], error) {
	return s.portfolio.Returning(ctx, a, f)
}

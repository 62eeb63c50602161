package worth

import (
	"context"
	"iter"
	"sync"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/job"
)

// Service tells what accounts are worth.
type Service struct {
	db        *db.DB
	jobs      *job.Queue
	accounts  *account.Service
	products  *product.Service
	ledger    *ledger.Service
	portfolio *portfolio.Service

	loading sync.Mutex // one trade is loaded at a time, the others are answered from
	mu      sync.Mutex // guards kept
	kept    []*upTo    // the one that was asked for last first
}

// NewService returns the service of worth.
func NewService(d *db.DB, events *event.Bus, jobs *job.Queue, accounts *account.Service, products *product.Service, led *ledger.Service, p *portfolio.Service) *Service {
	s := &Service{db: d, jobs: jobs, accounts: accounts, products: products, ledger: led, portfolio: p}
	event.On(events, s.published)
	return s
}

// Costs are a page of what was put into an account, the latest first.
type Costs = ledger.CostRows

// Costs returns a page of what was put into an account.
func (s *Service) Costs(ctx context.Context, account kernel.ID, after string, limit int) (Costs, error) {
	return s.ledger.Costs(ctx, account, after, limit)
}

// Say is how a text key is said to a reader.
type Say func(key string) string

// Steps are those of an account's contribution as rows, from its sales on.
func (s *Service) Steps(ctx context.Context, account kernel.ID, asOf kernel.Date, say Say) (iter.Seq[[]any], error) {
	b, err := s.portfolio.Balance(ctx, account, portfolio.Ask{AsOf: asOf})
	return func(yield func([]any) bool) {
		for _, p := range b.Parts {
			if !yield(step(p, say)) {
				return
			}
		}
	}, err
}

// Contributions are all accounts in sight by what they contribute, as rows.
func (s *Service) Contributions(ctx context.Context, a Ask) (iter.Seq[[]any], error) {
	all, err := s.portfolio.Contributing(ctx, a.question(), a.filter())
	return rows(all, contributing), err
}

// Efforts are all accounts in sight of which it is recorded what was put into
// them, by what they return for it, as rows.
func (s *Service) Efforts(ctx context.Context, a Ask, say Say) (iter.Seq[[]any], error) {
	all, err := s.portfolio.Returning(ctx, a.question(), a.filter())
	return rows(all, func(e portfolio.EffortSpot) []any { return returning(e, say) }), err
}

func (a Ask) question() portfolio.Ask {
	return portfolio.Ask{AsOf: a.AsOf, Returns: portfolio.Returns(a.Returns)}
}

func (a Ask) filter() portfolio.Filter {
	return portfolio.Filter{Region: a.Region, Industry: a.Industry, Owner: a.Owner, Segment: a.Segment, Band: a.Band}
}

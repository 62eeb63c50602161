package coverage

import (
	"context"

	"erba/analysis/allocation"
	cover "erba/analysis/coverage"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// The methods of this feature, and its grants that services ask for themselves.
const (
	Method     = "M67"
	Budgeting  = "M68"
	reading    = "coverage:read"
	arranging  = "coverage:arrange"
	budgeting  = "coverage:budget"
	exchanging = "account:assign"
)

// Service is what others may ask of coverage.
type Service struct {
	db          *db.DB
	users       *identity.Service
	accounts    *account.Service
	methods     *method.Service
	portfolio   *portfolio.Service
	evaluations *evaluation.Service
	today       func() kernel.Date
}

// NewService returns the coverage service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, accounts *account.Service, methods *method.Service, p *portfolio.Service, e *evaluation.Service) *Service {
	event.On(events, leaving)
	return &Service{db: d, users: users, accounts: accounts, methods: methods, portfolio: p, evaluations: e,
		today: kernel.Today}
}

// leaving keeps accounts about whose coverage somebody has decided.
func leaving(tx *db.Tx, e account.Leaving) error {
	needed, err := known(tx, e.IDs)
	for _, id := range needed {
		e.Need(id, "coverage.arranged_for")
	}
	return err
}

func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// may reports whether the viewer holds a grant at all.
func may(ctx context.Context, grant string) bool {
	viewer, _ := identity.From(ctx)
	return viewer.May(grant)
}

// Board says who covers what, as far as the viewer sees it.
func (s *Service) Board(ctx context.Context) (Board, error) {
	b, err := s.book(ctx)
	if err != nil {
		return Board{}, err
	}
	board := b.board()
	board.Today, board.Arrange, board.Budget = s.today(), may(ctx, arranging), may(ctx, budgeting)
	return board, nil
}

// Violations are the accounts at which a rule of coverage is broken (method M94, step 3).
func (s *Service) Violations(ctx context.Context) ([]kernel.ID, error) {
	b, err := s.book(identity.Under(ctx, reading))
	if err != nil {
		return nil, err
	}
	return b.broken(), nil
}

// Fits is a page of the accounts that are served in one way.
func (s *Service) Fits(ctx context.Context, fit string, from, limit int) (f Fits, err error) {
	b, err := s.book(ctx)
	if err != nil {
		return f, err
	}
	rows := b.fitting(fitOf(fit))
	f.Count, f.Rows = len(rows), []Served{}
	begin, end := page(from, limit, len(rows))
	for _, row := range rows[begin:end] {
		f.Rows = append(f.Rows, b.served(row))
	}
	if end < len(rows) {
		f.Next = end
	}
	return f, nil
}

// page is the piece of a list that begins somewhere, if need be behind its end.
func page(from, limit, of int) (begin, end int) {
	begin = min(max(from, 0), of)
	return begin, begin + min(limit, of-begin)
}

func fitOf(name string) cover.Fit {
	for _, f := range []cover.Fit{cover.Enough, cover.Under, cover.Over} {
		if f.String() == name {
			return f
		}
	}
	return cover.Unknown
}

// laying is how budgets are laid out today.
func (s *Service) laying(tx *db.Tx) (allocation.Config, int64, error) {
	return method.Setting[allocation.Config](s.methods, tx, Budgeting)
}

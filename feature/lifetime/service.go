package lifetime

import (
	"context"
	"encoding/json"
	"sync"

	"erba/analysis/lifetime"
	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/job"
)

// Service tells what accounts will bring.
type Service struct {
	db        *db.DB
	jobs      *job.Queue
	accounts  *account.Service
	portfolio *portfolio.Service
	methods   *method.Service

	mu   sync.Mutex // guards kept; who needs values waits for those that are being worked out
	kept map[Basis]*valued
}

// NewService returns the service of lifetime values.
func NewService(d *db.DB, events *event.Bus, jobs *job.Queue, accounts *account.Service, p *portfolio.Service, methods *method.Service) *Service {
	s := &Service{db: d, jobs: jobs, accounts: accounts, portfolio: p, methods: methods, kept: map[Basis]*valued{}}
	event.On(events, s.published)
	event.On(events, s.configured)
	return s
}

// published asks for new fits as soon as the ledger is another one: each time, for
// a fit that runs already may not have seen this revision. Who finds it done, does nothing.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error { return s.refit(tx) }

func (s *Service) refit(tx *db.Tx) error {
	_, err := s.jobs.Add(tx, fitting, struct{}{})
	return err
}

// configured does the same for other settings.
func (s *Service) configured(tx *db.Tx, e method.Changed) error {
	if e.Model != lifetime.ID {
		return nil
	}
	return s.refit(tx)
}

// facts are those of the accounts of which the viewer is told margins: values of a
// life consist of them.
func (s *Service) facts(ctx context.Context) (*portfolio.Facts, error) {
	return s.portfolio.Margins(ctx)
}

// book is what values are made with.
type book struct {
	Config  lifetime.Config
	version int64
	fit     lifetime.Fit
	kept    fitted
	ready   bool
}

// open reads it; without a fit it is not ready.
func (s *Service) open(ctx context.Context, b Basis) (found book, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if found.Config, found.version, err = method.Setting[lifetime.Config](s.methods, tx, lifetime.ID); err != nil {
			return err
		}
		all, err := fits(tx, b)
		if err != nil || len(all) == 0 {
			return err
		}
		found.kept, found.ready = all[0], true
		return json.Unmarshal([]byte(all[0].Raw), &found.fit)
	})
	return found, err
}

func (b *book) frame(f *portfolio.Facts, basis Basis) Frame {
	return Frame{AsOf: f.Ask.AsOf, FittedOn: b.kept.AsOf, Basis: basis, Scope: f.Scope(), Currency: f.Currency,
		Discount: b.Config.Discount, Config: b.version, Ready: b.ready}
}

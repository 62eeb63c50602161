package pool

import (
	"context"
	"encoding/json"
	"time"

	"erba/feature/account"
	"erba/feature/claim"
	"erba/feature/evaluation"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service keeps the pool.
type Service struct {
	db           *db.DB
	users        *identity.Service
	jobs         *job.Queue
	accounts     *account.Service
	ledger       *ledger.Service
	portfolio    *portfolio.Service
	evaluations  *evaluation.Service
	claims       *claim.Service
	interactions *interaction.Service
	now          func() time.Time
}

// NewService returns the pool service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue, accounts *account.Service, l *ledger.Service,
	p *portfolio.Service, e *evaluation.Service, c *claim.Service, i *interaction.Service) *Service {
	s := &Service{db: d, users: users, jobs: jobs, accounts: accounts, ledger: l, portfolio: p, evaluations: e, claims: c, interactions: i, now: time.Now}
	event.On(events, s.handed)
	event.On(events, s.merged)
	event.On(events, leaving)
	return s
}

func (s *Service) today() kernel.Date { return kernel.DayOf(s.now()) }

// asOf is the day up to which contacts are known: where the ledger ends earlier than
// today, nobody is to lose accounts because nobody has brought it up to date.
func (s *Service) asOf(ctx context.Context) (kernel.Date, error) {
	on, err := s.portfolio.AsOf(system(ctx))
	if err == nil && on.IsZero() {
		on = s.today()
	}
	return on, err
}

// system is ctx with every account in sight, for rules that hold for all.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// rules are those that count.
func rules(tx *db.Tx) (Rules, error) {
	found, err := latest(tx)
	if err != nil || len(found) == 0 {
		return usual, err
	}
	r := usual
	if err := json.Unmarshal([]byte(found[0].Body), &r); err != nil {
		return r, err
	}
	r.Version, r.Reason, r.By, r.At = found[0].Version, found[0].Reason, found[0].By, found[0].At
	return r, nil
}

// Rules are those that count, for who reads them.
func (s *Service) Rules(ctx context.Context) (r Rules, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r, err = rules(tx)
		return err
	})
	return r, err
}

// handed ends the stay of an account that got an owner.
func (s *Service) handed(tx *db.Tx, e account.Handed) error {
	for _, id := range e.IDs {
		if e.To.IsZero() {
			continue
		}
		if err := leave(tx, id, s.today(), e.To); err != nil {
			return err
		}
	}
	return nil
}

// merged ends the stay of an account that went into another one.
func (s *Service) merged(tx *db.Tx, e account.Merged) error {
	return leave(tx, e.From, s.today(), kernel.ID{})
}

// leaving keeps accounts that lie, or lay, in the pool.
func leaving(tx *db.Tx, e account.Leaving) error {
	for _, id := range e.IDs {
		there, err := gone(tx, id, kernel.Date{})
		if err != nil {
			return err
		}
		if there {
			e.Need(id, "pool.was_there")
		}
	}
	return nil
}

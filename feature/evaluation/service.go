package evaluation

import (
	"context"
	"sync"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service is what others may ask of evaluation.
type Service struct {
	db        *db.DB
	events    *event.Bus
	jobs      *job.Queue
	accounts  *account.Service
	approvals *approval.Service
	portfolio *portfolio.Service
	methods   *method.Service
	users     *identity.Service
	effects   map[string][]Consequence
	today     func() kernel.Date

	mu   sync.Mutex
	past []answer // the last one is the one asked for last

	standing sync.Mutex
	memory   *known // what the last evaluation left behind
}

// NewService returns the evaluation service. From now on nobody enters the
// register but by decision.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue, accounts *account.Service, approvals *approval.Service, p *portfolio.Service, methods *method.Service) *Service {
	s := &Service{db: d, events: events, users: users, jobs: jobs, accounts: accounts, approvals: approvals, portfolio: p, methods: methods,
		effects: firstEffects(), today: kernel.Today}
	p.Govern()
	event.On(events, s.settled)
	event.On(events, s.listed)
	event.On(events, s.unlisted)
	return s
}

// Changed says that another class of an account is in force.
type Changed struct{ Move }

// Adds lets other features say what follows from the classes of a model; they
// carry it out when they hear of Changed. It is called at start.
func (s *Service) Adds(model string, c Consequence) {
	s.effects[model] = append(s.effects[model], c)
}

// follows are the consequences of a change.
func (s *Service) follows(r *Rules, p Proposal) []Effect {
	all := []Effect{}
	for _, c := range s.effects[p.Model] {
		all = append(all, c(r, p.Was, p.Becomes)...)
	}
	return all
}

// settled begins: the first classes there are, are those in force.
func (s *Service) settled(tx *db.Tx, _ portfolio.Settled) error {
	past, err := runs(tx, 1)
	if err != nil || len(past) > 0 {
		return err
	}
	return s.jobs.AddOnce(tx, evaluating, order{})
}

// system is on whose behalf accounts are evaluated: all of them, whoever asked.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

// inPerson is a transaction in the name of whoever is at work, though everything
// is in sight of it: the audit names him, not the program.
func inPerson(tx *db.Tx) *db.Tx {
	who, known := identity.From(tx.Context())
	if !known {
		return tx
	}
	return tx.As(identity.With(tx.Context(), who))
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// Runs are the latest evaluations.
func (s *Service) Runs(ctx context.Context, limit int) (all []Run, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = runs(tx, limit)
		return err
	})
	return all, err
}

// rules are how classes come into force today.
func (s *Service) rules(tx *db.Tx) (Rules, error) {
	r, _, err := method.Setting[Rules](s.methods, tx, Method)
	return r, err
}

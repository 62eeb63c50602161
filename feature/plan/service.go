package plan

import (
	"context"
	"strings"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps plans and actions.
type Service struct {
	db           *db.DB
	users        *identity.Service
	accounts     *account.Service
	methods      *method.Service
	portfolio    *portfolio.Service
	evaluations  *evaluation.Service
	interactions *interaction.Service
	goals        Goals
	coverage     Coverage
	people       People
	rivals       Rivals
	deals        Deals
	subjects     Subject
	today        func() kernel.Date
}

// NewService returns the plan service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, accounts *account.Service, methods *method.Service,
	p *portfolio.Service, e *evaluation.Service, i *interaction.Service, goals Goals, coverage Coverage) *Service {
	s := &Service{db: d, users: users, accounts: accounts, methods: methods, portfolio: p, evaluations: e, interactions: i, goals: goals, coverage: coverage,
		today: kernel.Today, subjects: none}
	event.On(events, s.changed)
	account.Keep(events, belongings)
	return s
}

// Plans are all plans, the latest first.
func (s *Service) Plans(ctx context.Context) (all []Plan, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = plans(tx)
		return err
	})
	return all, err
}

// Begin opens the planning of a period.
func (s *Service) Begin(ctx context.Context, p Plan) (Plan, error) {
	p.ID, p.Name, p.State, p.By, p.Begun, p.Version = kernel.NewID(), strings.TrimSpace(p.Name), Open, user(ctx), s.today(), 1
	if err := p.Check(); err != nil {
		return p, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if old, err := running(tx); err != nil || !old.ID.IsZero() {
			return either(err, kernel.Refused("plan.one_open", "name", old.Name))
		}
		if err := add(tx, p); err != nil {
			return err
		}
		return audit.Note(tx, "plan.begun", "plan", p.ID, p)
	})
	return p, err
}

// Change writes over the name and the days of the open plan.
func (s *Service) Change(ctx context.Context, next Plan) (Plan, error) {
	return s.write(ctx, next.ID, next.Version, "plan.changed", func(p *Plan) error {
		p.Name, p.From, p.Until = strings.TrimSpace(next.Name), next.From, next.Until
		return p.Check()
	})
}

// End closes a plan; what was planned stays.
func (s *Service) End(ctx context.Context, id kernel.ID, version int64) (Plan, error) {
	return s.write(ctx, id, version, "plan.ended", func(p *Plan) error {
		p.State, p.Ended = Ended, s.today()
		return nil
	})
}

func (s *Service) write(ctx context.Context, id kernel.ID, version int64, verb string, change func(*Plan) error) (p Plan, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if p, err = find(tx, id); err != nil {
			return err
		}
		before := p
		if p.State != Open {
			return kernel.Refused("plan.has_ended")
		}
		p.Version = version
		if err := change(&p); err != nil {
			return err
		}
		if err := replace(tx, p); err != nil {
			return err
		}
		p.Version++
		return audit.Changed(tx, verb, "plan", p.ID, before, p)
	})
	return p, err
}

// either is the first error, or the other one if there is none.
func either(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

package today

import (
	"context"
	"sync"
	"time"

	"erba/analysis/urgency"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/importing"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Method is the id under which what is urgent is configured.
const Method = "R02"

// Service asks the rules of all features.
type Service struct {
	db        *db.DB
	users     *identity.Service
	methods   *method.Service
	portfolio *portfolio.Service
	accounts  *account.Service
	approvals *approval.Service
	imports   *importing.Service // nil: nobody brings files in
	privacies *privacy.Service
	now       func() time.Time

	rules  []Rule
	asides []aside
	rating *rating

	mu     sync.Mutex
	common map[string]*common // by rule
	owned  *owned
}

// NewService returns the service of the page of the day.
func NewService(d *db.DB, users *identity.Service, methods *method.Service, p *portfolio.Service) *Service {
	return &Service{db: d, users: users, methods: methods, portfolio: p, now: time.Now, common: map[string]*common{}}
}

// Ask adds the rules about what stands above today in the product, which cannot
// offer it themselves.
func (s *Service) Ask(accounts *account.Service, approvals *approval.Service, imports *importing.Service, privacies *privacy.Service) {
	s.accounts, s.approvals, s.imports, s.privacies = accounts, approvals, imports, privacies
	for _, r := range []Rule{s.approving(), s.owing(), s.silences(), s.stale(), s.reviewing(), s.files(), s.sources(), s.twins(), s.requests(), s.newcomers()} {
		s.Offer(r)
	}
}

// Offer adds a rule; two of one name stop the program.
func (s *Service) Offer(r Rule) {
	for _, other := range s.rules {
		if other.Name == r.Name {
			panic("today: " + r.Name + " is offered twice")
		}
	}
	r.Usual.Rule = r.Name
	s.rules = append(s.rules, r)
}

// Offered are all rules, as they were offered.
func (s *Service) Offered() []Rule { return s.rules }

// Usual is the configuration as the offering features bring it.
func (s *Service) Usual() urgency.Config {
	c := urgency.Default()
	for _, r := range s.rules {
		c.Rules = append(c.Rules, r.Usual)
	}
	return c
}

func (s *Service) today() kernel.Date { return kernel.DayOf(s.now()) }

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// system is ctx with every account in sight, for what is found once for everybody.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

package visit

import (
	"context"
	"sync"
	"time"

	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// The methods of this feature, and its grants that services ask for themselves.
const (
	Aiming    = "M57"
	Going     = "M58"
	Preparing = "M59"
	reading   = "visit:read"
	writing   = "visit:write"
)

// Others are the services that visits ask.
type Others struct {
	Accounts     *account.Service
	Contacts     *contact.Service
	Interactions *interaction.Service
	Products     *product.Service
	Ledger       *ledger.Service
	Methods      *method.Service
	Portfolio    *portfolio.Service
	Evaluations  *evaluation.Service
	Goals        *goal.Service
	Plans        *plan.Service
	Relations    *relation.Service
	Commitments  *commitment.Service
}

// Service keeps visits.
type Service struct {
	db     *db.DB
	events *event.Bus
	users  *identity.Service
	Others
	asking asking
	now    func() time.Time

	mu   sync.Mutex
	book *book // how all accounts are to be visited, as last asked
}

// NewService returns the service of visits.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, o Others) *Service {
	s := &Service{db: d, events: events, users: users, Others: o, now: time.Now}
	account.Keep(events, belongings)
	event.On(events, func(tx *db.Tx, e account.Merged) error { return s.reckon(tx, e.From, e.Into) })
	event.On(events, func(tx *db.Tx, e account.Parted) error { return s.reckon(tx, e.From, e.Into) })
	event.On(events, func(tx *db.Tx, e evaluation.Changed) error {
		if e.Model != evaluation.Tier && e.Model != evaluation.VIP {
			return nil
		}
		return reclassed(tx)
	})
	return s
}

// cadences is how often accounts are visited, today and at an instant now.
func (s *Service) cadences(tx *db.Tx) (c rules.Config, version int64, today kernel.Date, err error) {
	if c, version, err = method.Setting[rules.Config](s.Methods, tx, Going); err != nil {
		return c, version, today, err
	}
	return c, version, kernel.DayOf(s.now()), nil
}

// lights are what objectives are judged by.
func (s *Service) lights(tx *db.Tx) (smart.Config, error) {
	c, _, err := method.Setting[smart.Config](s.Methods, tx, Aiming)
	return c, err
}

// preparing is what preparation is judged by.
func (s *Service) preparing(tx *db.Tx) (rules.Preparing, error) {
	c, _, err := method.Setting[rules.Preparing](s.Methods, tx, Preparing)
	return c, err
}

// planEnd is the last day of the plan that is open; zero without one, and where it
// ended before the visit.
func (s *Service) planEnd(ctx context.Context, day kernel.Date) (kernel.Date, error) {
	all, err := s.Plans.Plans(ctx)
	for _, p := range all {
		if p.State == plan.Open && p.Until.Compare(day) >= 0 {
			return p.Until, err
		}
	}
	return kernel.Date{}, err
}

// Rules are what the forms of visits have to know.
func (s *Service) Rules(ctx context.Context) (r Rules, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		cadence, _, today, err := s.cadences(tx)
		if err != nil {
			return err
		}
		aim, err := s.lights(tx)
		if err != nil {
			return err
		}
		ready, err := s.preparing(tx)
		r = Rules{Zone: kernel.Zone().String(), Today: today, Verbs: aim.Verbs, Shortest: aim.Shortest, Hard: aim.Hard, Easy: aim.Easy, Most: aim.Most,
			Judge: cadence.Judge, Follow: ready.Follow, Topics: Topics}
		if err != nil {
			return err
		}
		led, err := s.line(tx)
		r.Leads = len(led) > 1
		return err
	})
	if err != nil {
		return r, err
	}
	r.PlanEnd, err = s.planEnd(ctx, r.Today)
	return r, err
}

// system is on whose behalf all accounts are looked at, whoever asks.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

package target

import (
	"context"
	"slices"
	"sync"

	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service keeps targets.
type Service struct {
	db        *db.DB
	users     *identity.Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
	products  *product.Service
	methods   *method.Service
	today     func() kernel.Date

	mu    sync.Mutex
	known map[question]*deeds
}

// NewService returns the target service.
func NewService(d *db.DB, users *identity.Service, led *ledger.Service, p *portfolio.Service, products *product.Service, methods *method.Service) *Service {
	return &Service{db: d, users: users, ledger: led, portfolio: p, products: products, methods: methods,
		today: kernel.Today, known: map[question]*deeds{}}
}

// sellers are the roles in which one has targets.
var sellers = []string{"rep", "key_account_manager", "sales_manager", "director"}

// line is who works here and reports to whom.
func (s *Service) line(ctx context.Context) (*Line, error) {
	users, err := s.users.Users(ctx)
	all := make([]Member, 0, len(users))
	for _, u := range users {
		if u.Owner.IsZero() { // machines have no targets
			sells := slices.ContainsFunc(u.Roles, func(role string) bool { return slices.Contains(sellers, role) })
			all = append(all, Member{ID: u.ID, Boss: u.Boss, Name: u.Name, Active: u.Active, Sells: sells})
		}
	}
	return LineOf(all), err
}

// How far somebody sees.
const (
	everybody = "all"
	hisLine   = "line"
	himself   = "own"
)

// sight is whom the viewer of ctx sees under the grant at hand. He who stands in
// for somebody sees what that one sees.
func (s *Service) sight(ctx context.Context, l *Line) (people map[kernel.ID]bool, scope string, err error) {
	viewer, ok := identity.From(ctx)
	if !ok {
		return nil, "", kernel.Denied("web.signed_out")
	}
	people = map[kernel.ID]bool{}
	if viewer.SeesAll() {
		for _, m := range l.all {
			people[m.ID] = true
		}
		return people, everybody, nil
	}
	who, err := s.actsFor(ctx, viewer.ID)
	if err != nil {
		return nil, "", err
	}
	scope = himself
	reach := s.users.Opens(viewer.Roles, viewer.Grant())
	for _, one := range who {
		if people[one] = reach != 0; reach&identity.Line != 0 {
			scope = hisLine
			for _, below := range l.Below(one) {
				people[below] = true
			}
		}
	}
	return people, scope, nil
}

// actsFor is somebody and those whom he stands in for today.
func (s *Service) actsFor(ctx context.Context, user kernel.ID) (who []kernel.ID, err error) {
	who = []kernel.ID{user}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := identity.Delegations(tx, user)
		for _, d := range all {
			if now := s.today(); d.StandIn == user && d.From.Compare(now) <= 0 && d.Until.Compare(now) >= 0 {
				who = append(who, d.User)
			}
		}
		return err
	})
	return who, err
}

// Set sets many targets of a year at once: all of them or, if one breaks a rule or
// somebody has changed it meanwhile, none.
func (s *Service) Set(ctx context.Context, year int64, measure string, all []Target) ([]Target, error) {
	l, err := s.line(ctx)
	if err != nil {
		return nil, err
	}
	people, scope, err := s.sight(ctx, l)
	if err != nil {
		return nil, err
	}
	for i := range all {
		all[i].Year, all[i].Measure = year, measure
		if err := s.may(ctx, l, people, scope, all[i]); err != nil {
			return nil, err
		}
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := targets(tx, year, measure)
		if err != nil {
			return err
		}
		for i := range all {
			if err := s.set(tx, l, old, &all[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// may refuses a target that breaks a rule, or that is not the viewer's to set: of
// his own team's target his boss decides.
func (s *Service) may(ctx context.Context, l *Line, people map[kernel.ID]bool, scope string, t Target) error {
	if err := t.Check(); err != nil {
		return err
	}
	if t.Kind == Product {
		if scope != everybody {
			return kernel.Missing("db.missing")
		}
		return s.isLine(ctx, t.Line)
	}
	m, known := l.Find(t.User)
	switch {
	case !known || !people[t.User]:
		return kernel.Missing("db.missing")
	case t.Kind == Team && t.User == user(ctx) && scope != everybody:
		return kernel.Refused("target.own_team")
	case !m.Active && t.Months != (Months{}):
		return kernel.Refused("target.left", "name", m.Name)
	case t.Kind == Team && !l.Leads(t.User):
		return kernel.Refused("target.no_team", "name", m.Name)
	case !m.Sells:
		return kernel.Refused("target.no_seller", "name", m.Name)
	}
	return nil
}

// isLine refuses a line to which no product belongs.
func (s *Service) isLine(ctx context.Context, line string) error {
	found, err := s.products.List(ctx, product.Filter{Line: line, Limit: 1})
	if err == nil && len(found.Rows) == 0 {
		err = kernel.Refused("target.unknown_line", "line", line)
	}
	return err
}

// set writes one target over the version that its author has read.
func (s *Service) set(tx *db.Tx, l *Line, all holding, t *Target) error {
	old := all[t.holder()]
	if old.Version != t.Version {
		m, _ := l.Find(t.User)
		return kernel.Stale("target.stale", "name", m.Name+t.Line)
	}
	t.ID, t.Author, t.On = old.ID, user(tx.Context()), s.today()
	var err error
	if old.Version > 0 {
		err = replace(tx, *t)
	} else {
		t.ID = kernel.NewID()
		first := *t
		first.Version = 1
		err = add(tx, first)
	}
	if err != nil {
		return err
	}
	t.Version++
	all[t.holder()] = *t
	return audit.Changed(tx, "target.set", "target", t.ID, old, *t)
}

// Handing is what somebody who has left was to do, taken over by another one.
type Handing struct {
	Year      int64
	Measure   string
	From, To  kernel.ID
	Version   int64 // of the target of who has left
	ToVersion int64 // of who takes over; 0: he has none
}

// TakeOver gives the months that are not over of somebody who has left to another
// one, on top of what he has.
func (s *Service) TakeOver(ctx context.Context, h Handing) (Target, error) {
	l, err := s.line(ctx)
	if err != nil {
		return Target{}, err
	}
	people, scope, err := s.sight(ctx, l)
	if err != nil {
		return Target{}, err
	}
	if m, known := l.Find(h.From); !known || !people[h.From] {
		return Target{}, kernel.Missing("db.missing")
	} else if m.Active {
		return Target{}, kernel.Refused("target.still_here", "name", m.Name)
	}
	asOf, err := s.asOf(ctx)
	if err != nil {
		return Target{}, err
	}
	var into Target
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		years, _, err := calendars(tx)
		if err != nil {
			return err
		}
		all, err := targets(tx, h.Year, h.Measure)
		if err != nil {
			return err
		}
		from, given := all[holder{Person, "", h.From}]
		if !given {
			return kernel.Missing("db.missing")
		}
		into = all[holder{Person, "", h.To}]
		into.Kind, into.User, into.Year, into.Measure = Person, h.To, h.Year, h.Measure
		for i, month := range years.Of(h.Year).Months {
			if month.To.Compare(asOf) > 0 { // what is known up to a day is known of that day, too
				into.Months[i] += from.Months[i]
				from.Months[i] = 0
			}
		}
		from.Version, into.Version = h.Version, h.ToVersion
		if err := s.may(ctx, l, people, scope, into); err != nil {
			return err
		}
		if err := s.set(tx, l, all, &from); err != nil {
			return err
		}
		return s.set(tx, l, all, &into)
	})
	return into, err
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

package risk

import (
	"cmp"
	"context"

	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/development"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/relation"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service keeps the register of risks, and how what broke is won back.
type Service struct {
	db        *db.DB
	users     *identity.Service
	jobs      *job.Queue
	accounts  *account.Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
	methods   *method.Service
	stages    Stages
	promised  Promises
	visits    Visits
	quality   func(tx *db.Tx) (map[kernel.ID]null.Number, error)
	today     func() kernel.Date
}

// Stages is what the development of accounts knows: how far one has come, and the
// kind of work that it is.
type Stages interface {
	Stage(tx *db.Tx, account kernel.ID) (stage int, interrupted bool, err error)
	Cells(tx *db.Tx) (map[kernel.ID]development.Stay, error)
	Interrupt(tx *db.Tx, account kernel.ID, open bool) error
}

// Promises is what is known of promises of ours: how many are overdue.
type Promises interface {
	Overdue(tx *db.Tx, accounts ...kernel.ID) (map[kernel.ID]int, error)
}

// Visits is what is known of visits: which accounts should have been visited by now.
type Visits interface {
	Overdue(ctx context.Context) ([]visit.Overdue, error)
}

// Rates says where the quality of relationships is kept (M52): a feature below
// does, and signals look at it.
func (s *Service) Rates(quality func(tx *db.Tx) (map[kernel.ID]null.Number, error)) {
	s.quality = quality
}

// NewService returns the service of risks.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue, accounts *account.Service, led *ledger.Service,
	p *portfolio.Service, methods *method.Service, stages Stages) *Service {
	s := &Service{db: d, users: users, jobs: jobs, accounts: accounts, ledger: led, portfolio: p, methods: methods, stages: stages,
		today: kernel.Today}
	keep(events)
	event.On(events, s.handed)
	event.On(events, s.merged)
	event.On(events, s.parted)
	return s
}

// Listens has signals look at promises and visits, and soon when a promise was not
// kept or when somebody of influence has left.
func (s *Service) Listens(events *event.Bus, promised Promises, visits Visits) {
	s.promised, s.visits = promised, visits
	event.On(events, func(tx *db.Tx, _ commitment.Broken) error { return s.Soon(tx) })
	event.On(events, func(tx *db.Tx, _ commitment.Lapsed) error { return s.Soon(tx) })
	event.On(events, func(tx *db.Tx, e relation.KeyLost) error { return s.happens(tx, risk.KeyLeft, e.Account) })
}

// At is the service on another day: for what is remembered of the past.
func (s *Service) At(day kernel.Date) *Service {
	then := *s
	then.today = func() kernel.Date { return day }
	return &then
}

// settings is the configuration in force.
func (s *Service) settings(tx *db.Tx) (risk.Config, int64, error) {
	return method.Setting[risk.Config](s.methods, tx, "M08")
}

// Judge says how likely and how bad a cause is, in place of the version that was
// read.
func (s *Service) Judge(ctx context.Context, r Risk) (Rated, error) {
	var out Rated
	return out, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, r.Account); err != nil {
			return err
		}
		cfg, _, err := s.settings(tx)
		if err != nil {
			return err
		}
		if r, err = s.judge(tx, &cfg, r, "risk.judged"); err == nil {
			out = rated(r, &cfg, s.today())
		}
		return err
	})
}

// judge writes one judgement, and what follows from it for the account.
func (s *Service) judge(tx *db.Tx, cfg *risk.Config, r Risk, verb string) (Risk, error) {
	r.tidy()
	if err := r.Check(cfg, s.today()); err != nil {
		return r, err
	}
	if err := s.takes(tx, r.Owner, r.Account); err != nil {
		return r, err
	}
	old, err := findRisk(tx, r.Account, r.Cause)
	switch {
	case err != nil:
		return r, err
	case old.Version != r.Version:
		return r, kernel.Stale("db.stale")
	}
	viewer, _ := identity.From(tx.Context())
	r.ID, r.ByID, r.By, r.On = old.ID, viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	if r.Version == 0 {
		first := r
		r.ID = kernel.NewID()
		first.ID, first.Version = r.ID, 1
		err = addRisk(tx, first)
	} else {
		err = replaceRisk(tx, r)
	}
	if err != nil {
		return r, err
	}
	r.Version++
	if err := s.settle(tx, r.Account); err != nil {
		return r, err
	}
	return r, audit.Changed(tx, verb, "account", r.Account, old, r)
}

// takes refuses to leave a counter-measure to who has left, or does not see the
// account.
func (s *Service) takes(tx *db.Tx, owner, account kernel.ID) error {
	if owner.IsZero() {
		return nil
	}
	v, err := s.users.Viewer(tx.Context(), owner)
	if err != nil {
		return err
	}
	if !v.Active {
		return kernel.Invalid("risk.left", "name", v.Name).In("owner")
	}
	if s.accounts.Require(tx.As(identity.With(tx.Context(), v.For("risk:read"))), account) != nil {
		return kernel.Invalid("risk.blind", "name", v.Name).In("owner")
	}
	return nil
}

// Drop takes back that a cause was judged.
func (s *Service) Drop(ctx context.Context, account kernel.ID, cause string, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		old, err := findRisk(tx, account, cause)
		switch {
		case err != nil:
			return err
		case old.Version == 0 || old.Version != version:
			return kernel.Stale("db.stale")
		}
		if err := dropRisk(tx, old); err != nil {
			return err
		}
		if err := s.settle(tx, account); err != nil {
			return err
		}
		return audit.Changed(tx, "risk.dropped", "account", account, old, nil)
	})
}

// settle notes how risky an account is now, if that has changed.
func (s *Service) settle(tx *db.Tx, account kernel.ID) error {
	tx = identity.Whole(tx)
	all, err := risks(tx, account)
	if err != nil {
		return err
	}
	now, err := levels(tx, account)
	if err != nil {
		return err
	}
	worst, _ := risk.Worst(judged(all))
	if old := now[account]; old.Cause == worst.Cause && old.Score == worst.Score() {
		return nil
	}
	return addLevel(tx, Level{ID: kernel.NewID(), Account: account, Cause: worst.Cause, Score: worst.Score(), Since: s.today()})
}

// Level is how risky some accounts in sight are; without any, all. Of one that
// nobody has judged it says nothing unless it is interrupted.
func (s *Service) Level(tx *db.Tx, accounts ...kernel.ID) (map[kernel.ID]Level, error) {
	cfg, _, err := s.settings(tx)
	if err != nil {
		return nil, err
	}
	found, err := levels(tx, accounts...)
	if err != nil {
		return nil, err
	}
	for id, l := range found {
		if l.Score == 0 {
			delete(found, id)
			continue
		}
		l.Level = cfg.Level(l.Score)
		found[id] = l
	}
	broken, err := brokenNow(tx, accounts...)
	for id, since := range broken {
		l := found[id]
		if l.Account, l.Broken = id, true; l.Score == 0 {
			l.Since = since
		}
		found[id] = l
	}
	return found, err
}

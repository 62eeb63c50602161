package portfolio

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service answers questions to the portfolio out of its columns.
type Service struct {
	db        *db.DB
	events    *event.Bus
	users     *identity.Service
	jobs      *job.Queue
	accounts  *account.Service
	approvals *approval.Service
	ledger    *ledger.Service
	methods   *method.Service
	lending   Lending
	fees      Settling

	loading sync.Mutex // one refreshes, the others answer from what there is
	mu      sync.Mutex // guards what follows
	state   *state
	looked  time.Time // when the revisions were last compared
	eager   time.Time // until then they are compared at every question
	answers map[question]*answer
	sights  map[string]*lookout

	starting atomic.Int32 // loads of a start that are under way
	governed bool         // nobody enters the register but by decision

	settling sync.Mutex
	last     *settlement // guarded by settling
}

// state is all that answers are made of; it is replaced, never changed.
type state struct {
	columns *Columns
	judged  *Judged
	setting Setting
}

// revisions are by which a state is known to be out of date.
type revisions struct {
	ledger, accounts, judgements, settings, fees int64
	claims                                       *Claims
}

func (s *state) revisions() revisions {
	if s == nil {
		return revisions{-1, -1, -1, -1, -1, nil}
	}
	return revisions{s.columns.Revision, s.columns.Changed, s.judged.Revision, s.setting.Version, s.columns.money.fees.Many, s.columns.money.claims}
}

// NewService returns the portfolio service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue, accounts *account.Service, led *ledger.Service, approvals *approval.Service, methods *method.Service) *Service {
	s := &Service{db: d, events: events, users: users, jobs: jobs, accounts: accounts, ledger: led, approvals: approvals, methods: methods,
		answers: map[question]*answer{}, sights: map[string]*lookout{}}
	event.On(events, s.published)
	event.On(events, s.configured)
	accounts.RankBy(s)
	accounts.ClassBy(s.standards)
	return s
}

// published takes notice of a new revision and asks for an evaluation of it.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error {
	s.Expect()
	return s.jobs.AddOnce(tx, evaluation, struct{}{})
}

// configured takes notice of another configuration; one that begins later is
// noticed by the nightly evaluation.
func (s *Service) configured(tx *db.Tx, e method.Changed) error {
	s.Expect()
	if e.Effective.Compare(kernel.Today()) > 0 || !slices.Contains(methods, e.Model) {
		return nil
	}
	return s.jobs.AddOnce(tx, evaluation, struct{}{})
}

const (
	pause = time.Second     // at most so often the revisions are compared
	soon  = 5 * time.Second // after a change of our own they are compared at every question
)

// Expect says that something is about to be committed that answers depend on.
func (s *Service) Expect() {
	s.mu.Lock()
	s.eager = time.Now().Add(soon)
	s.mu.Unlock()
}

// system is on whose behalf columns are loaded: they hold every account, and
// every answer masks those its viewer does not see.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

// Load brings the columns up to date and answers what the account list asks; at
// start it is called in the background, and lists do not wait for it.
func (s *Service) Load(ctx context.Context) error {
	s.starting.Add(1)
	defer s.starting.Add(-1)
	e, err := s.evaluated(ctx, Ask{})
	if err == nil {
		e.order(byValueDown)
	}
	return err
}

// Ready reports whether nobody has to wait for a start.
func (s *Service) Ready() bool { return s.starting.Load() == 0 }

// current is the state of now, or of at most a second ago. While somebody else
// refreshes it, that of before is still good, except after a change of our own:
// whoever made it must see it.
func (s *Service) current(ctx context.Context) (*state, error) {
	s.mu.Lock()
	st, now := s.state, time.Now()
	changed := now.Before(s.eager)
	fresh := st != nil && now.Sub(s.looked) < pause && !changed
	s.mu.Unlock()
	if fresh {
		return st, nil
	}
	if st == nil || changed {
		s.loading.Lock()
	} else if !s.loading.TryLock() {
		return st, nil
	}
	defer s.loading.Unlock()
	return s.refresh(ctx)
}

// refresh compares the revisions and loads what is new.
func (s *Service) refresh(ctx context.Context) (*state, error) {
	s.mu.Lock()
	st := s.state
	s.mu.Unlock()
	begun := time.Now()
	claims, err := s.lent(ctx) // before the snapshot: it takes one of its own
	if err != nil {
		return nil, err
	}
	var next *state
	err = s.db.Snapshot(system(ctx), func(tx *db.Tx) (err error) {
		next, err = s.load(tx, st, claims)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.looked = begun
	if next != st {
		s.state, s.answers = next, map[question]*answer{}
	}
	return next, nil
}

// load returns the state itself if nothing has changed.
func (s *Service) load(tx *db.Tx, st *state, claims *Claims) (*state, error) {
	now, err := s.revisions(tx)
	now.claims = claims
	if err != nil || st.revisions() == now {
		return st, err
	}
	if st == nil {
		st = &state{columns: &Columns{Changed: -1, money: (*money)(nil).beside()}, judged: &Judged{Judgements: &Judgements{}}}
	}
	next := *st
	judgements := st.judged.Judgements
	if now.judgements != judgements.Revision {
		if judgements, err = s.loadJudgements(tx, now.judgements); err != nil {
			return nil, err
		}
	}
	if now.settings != st.setting.Version {
		if next.setting, err = s.loadSetting(tx, now.settings); err != nil {
			return nil, err
		}
	}
	was := st.revisions()
	if now.ledger != was.ledger || now.accounts != was.accounts || now.fees != was.fees {
		if next.columns, err = s.loadColumns(tx, st.columns, now); err != nil {
			return nil, err
		}
	}
	next.columns = next.columns.owed(claims)
	next.judged = judgements.beside(next.columns)
	return &next, nil
}

func (s *Service) revisions(tx *db.Tx) (r revisions, err error) {
	if r.ledger, err = s.ledger.Revision(tx); err != nil {
		return r, err
	}
	if r.accounts, err = s.accounts.ChangedAt(tx); err != nil {
		return r, err
	}
	if r.settings, err = s.methods.Revision(tx); err != nil {
		return r, err
	}
	if r.fees, err = s.settled(tx); err != nil {
		return r, err
	}
	r.judgements, err = revision(tx)
	return r, err
}

// methods are those whose configuration the portfolio works by.
var methods = []string{"M01", "M02", "M05", "M06", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M20", "M21", "M24", "M25", "M26", "M31"}

// loadSetting is what is in force of all its methods.
func (s *Service) loadSetting(tx *db.Tx, revision int64) (Setting, error) {
	set := Setting{revision, Default()}
	for _, id := range methods {
		part, _, err := s.methods.InForce(tx, id)
		if err != nil {
			return set, err
		}
		if !set.Config.Take(part) {
			return set, fmt.Errorf("portfolio: the configuration of %s is a %T", id, part)
		}
	}
	return set, nil
}

func (s *Service) loadJudgements(tx *db.Tx, revision int64) (*Judgements, error) {
	j := &Judgements{Revision: revision}
	var err error
	if j.estimates, err = estimates(tx); err != nil {
		return nil, err
	}
	if j.nominated, err = nominations(tx); err != nil {
		return nil, err
	}
	if j.keys, err = keys(tx); err != nil {
		return nil, err
	}
	j.quarters, err = loadQuarters(tx)
	return j, err
}

// overlap is how much longer than another one a change may take to be committed,
// in microseconds: whoever began earlier may end later.
const overlap = 10_000_000

func (s *Service) loadColumns(tx *db.Tx, old *Columns, now revisions) (*Columns, error) {
	var attributes []account.Attributes
	var months []Month
	var err error
	if now.accounts != old.Changed {
		if attributes, err = s.accounts.Attributes(tx, old.Changed-overlap); err != nil {
			return nil, err
		}
	}
	if now.ledger != old.Revision {
		err = s.ledger.Months(tx, old.Revision, func(m *ledger.AccountMonth) error {
			months = append(months, monthOf(m))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	next := old.With(interned(attributes), months)
	next.Revision, next.Changed = now.ledger, now.accounts
	if err = s.loadMoney(tx, next, old.Revision, now.fees); err != nil {
		return nil, err
	}
	if next.Currency, err = s.ledger.Currency(tx); err != nil {
		return nil, err
	}
	next.Until, err = s.ledger.LastDay(tx)
	return next, err
}

func monthOf(m *ledger.AccountMonth) Month {
	return Month{Account: m.Account, Number: int32(m.Month), Sales: m.Sales, Cost: m.Cost, Returns: m.Returns,
		Returned: m.ReturnsCost, Orders: int32(m.Orders), Lines: int32(m.Lines), First: uint8(m.FirstDay), Last: uint8(m.LastDay), Open: m.Uncosted > 0}
}

// interned keeps every word that many accounts share once.
func interned(attributes []account.Attributes) []Account {
	known := map[string]string{}
	once := func(text string) string {
		if same, ok := known[text]; ok {
			return same
		}
		known[text] = text
		return text
	}
	all := make([]Account, len(attributes))
	for i, a := range attributes {
		all[i] = Account{ID: a.ID, Code: a.Code, Name: a.Name, SortKey: a.SortKey, Region: once(a.Region), Industry: once(a.Industry), Owner: a.Owner, Parent: a.Parent,
			Gone: a.Merged || a.Code == account.Unassigned, City: once(a.City), Ownership: once(a.Ownership), Source: once(a.Source),
			Status: once(a.Status), Employees: a.Employees, Revenue: a.Revenue}
	}
	return all
}

package receivable

import (
	"context"
	"slices"
	"sync"
	"time"

	"erba/analysis/receivable"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// state is all that answers are made of; it is replaced, never changed, but for the
// figures that it remembers.
type state struct {
	columns  *Holdings
	parties  map[kernel.ID]party
	people   map[kernel.ID]string
	currency string
	mark     mark
	recent   map[kernel.ID]bool // rows that were booked when it was made, or shortly before

	mu       sync.Mutex
	answered map[At][]Figure
}

// mark is by which a state is known to be out of date.
type mark struct {
	ledger, accounts, settings int64
	agreed                     agreedMark
	calendar                   calendarMark
}

const (
	pause    = time.Second     // at most so often the marks are compared
	soon     = 5 * time.Second // after a change of our own they are compared at every question
	overlap  = 10_000_000      // so much longer than another one a change may take to be committed, in microseconds
	remember = 16              // days of which the figures are remembered
)

// memory is what the service keeps of a state.
type memory struct {
	loading sync.Mutex // one refreshes, the others answer from what there is
	mu      sync.Mutex // guards what follows
	state   *state
	looked  time.Time
	eager   time.Time
}

// expect says that something is about to be committed.
func (m *memory) expect() {
	m.mu.Lock()
	m.eager = time.Now().Add(soon)
	m.mu.Unlock()
}

// system is on whose behalf columns are loaded: they hold every account, and every
// answer leaves out those that its viewer does not see.
func system(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

// current is the state of now, or of at most a second ago.
func (s *Service) current(ctx context.Context) (*state, error) {
	m := &s.memory
	m.mu.Lock()
	st, now := m.state, time.Now()
	changed := now.Before(m.eager)
	good := st != nil && now.Sub(m.looked) < pause && !changed
	m.mu.Unlock()
	if good {
		return st, nil
	}
	if st == nil || changed {
		m.loading.Lock()
	} else if !m.loading.TryLock() {
		return st, nil
	}
	defer m.loading.Unlock()
	return s.refresh(ctx)
}

func (s *Service) refresh(ctx context.Context) (next *state, err error) {
	m := &s.memory
	m.mu.Lock()
	st := m.state
	m.mu.Unlock()
	begun := time.Now()
	err = s.db.Snapshot(system(ctx), func(tx *db.Tx) error {
		next, err = s.load(tx, st)
		return err
	})
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.looked, m.state = begun, next
	return next, nil
}

// load returns the state itself if nothing has changed.
func (s *Service) load(tx *db.Tx, st *state) (*state, error) {
	now, err := s.marked(tx)
	if err != nil {
		return nil, err
	}
	rows, err := lately(tx, s.now()-overlap)
	if err != nil {
		return nil, err
	}
	if st == nil {
		st = &state{columns: &Holdings{}, mark: mark{ledger: -1, accounts: -1, settings: -1}}
	}
	next := &state{columns: st.columns, parties: st.parties, people: st.people, currency: st.currency, mark: now, recent: map[kernel.ID]bool{}, answered: map[At][]Figure{}}
	changed, all, err := s.changed(tx, st, next, rows)
	if err != nil {
		return nil, err
	}
	if !all && len(changed) == 0 && st.mark == now {
		st.mu.Lock()
		st.recent = next.recent
		st.mu.Unlock()
		return st, nil
	}
	if err := s.name(tx, st, next); err != nil {
		return nil, err
	}
	if all {
		next.columns, changed = &Holdings{}, nil
	}
	if all || len(changed) > 0 {
		holdings, err := s.holdings(tx, changed)
		if err != nil {
			return nil, err
		}
		next.columns = next.columns.with(holdings)
	}
	return next, nil
}

func (s *Service) marked(tx *db.Tx) (m mark, err error) {
	if m.ledger, err = s.ledger.Revision(tx); err != nil {
		return m, err
	}
	if m.accounts, err = s.accounts.ChangedAt(tx); err != nil {
		return m, err
	}
	if m.settings, err = s.methods.Revision(tx); err != nil {
		return m, err
	}
	if m.agreed, err = agreed(tx); err != nil {
		return m, err
	}
	m.calendar, err = calendar(tx)
	return m, err
}

// changed are the accounts whose holdings are not those of a state any more, or all:
// where due dates move, since the calendar or the usual terms are others.
func (s *Service) changed(tx *db.Tx, st, next *state, rows []fresh) (some []kernel.ID, all bool, err error) {
	was, now := st.mark, next.mark
	for _, r := range rows {
		if next.recent[r.ID] = true; !st.recent[r.ID] {
			some = append(some, r.Account)
		}
	}
	if was.ledger < 0 || was.settings != now.settings || was.calendar != now.calendar || now.agreed.Many < was.agreed.Many {
		return nil, true, nil
	}
	if was.ledger != now.ledger {
		touched, err := touchedSince(tx, was.ledger)
		if err != nil {
			return nil, false, err
		}
		some = append(some, touched...)
	}
	if was.agreed != now.agreed {
		touched, err := agreedAfter(tx, was.agreed.Last)
		if err != nil {
			return nil, false, err
		}
		some = append(some, touched...)
	}
	slices.SortFunc(some, kernel.ID.Compare)
	return slices.Compact(some), false, nil
}

// askedAt is how many accounts are read at once.
const askedAt = 200

// holdings are those of some accounts; of all that have any for nil.
func (s *Service) holdings(tx *db.Tx, some []kernel.ID) (all []holding, err error) {
	terms, err := s.terms.Book(tx)
	if err != nil {
		return nil, err
	}
	since, err := published(tx)
	if err != nil {
		return nil, err
	}
	c := collector{book: terms, of: map[kernel.ID]int{}}
	if some == nil {
		err = c.collect(tx, since, nil)
	}
	for part := range slices.Chunk(some, askedAt) {
		for _, account := range part {
			c.holding(account) // one of which nothing is left is empty
		}
		if err == nil {
			err = c.collect(tx, since, part)
		}
	}
	slices.SortFunc(c.all, func(a, b holding) int { return a.account.Compare(b.account) })
	return c.all, err
}

// collector gathers rows by account.
type collector struct {
	book  book
	all   []holding
	of    map[kernel.ID]int
	space []receivable.Document
}

func (c *collector) holding(account kernel.ID) *holding {
	at, ok := c.of[account]
	if !ok {
		at = len(c.all)
		c.of[account], c.all = at, append(c.all, holding{account: account})
	}
	return &c.all[at]
}

func (c *collector) paper(d Document) { c.space = c.holding(d.Account).take(&d, c.book, c.space) }

func (c *collector) collect(tx *db.Tx, since map[int64]int64, some []kernel.ID) error {
	if err := eachClaim(tx, since, some, func(i *imported) { c.paper(i.invoice()) }); err != nil {
		return err
	}
	if err := eachReceipt(tx, since, some, func(i *imported) { c.paper(i.receipt()) }); err != nil {
		return err
	}
	papers, err := papersOf(tx, some)
	if err != nil {
		return err
	}
	for i := range papers {
		c.paper(papers[i])
	}
	parts, err := partsOf(tx, some)
	for _, p := range parts {
		h := c.holding(p.Account)
		h.shares = append(h.shares, share{receivable.Allocation{From: p.From.Int(), To: p.To.Int(), Amount: p.Amount}, p.Booked, p.until})
	}
	return err
}

// party is what a report says of an account.
type party struct {
	code, name, region, industry string
	owner, parent                kernel.ID
}

// name loads who accounts are, as far as that has changed.
func (s *Service) name(tx *db.Tx, st, next *state) (err error) {
	if st.mark.accounts == next.mark.accounts {
		return nil
	}
	changed, err := s.accounts.Attributes(tx, st.mark.accounts-overlap)
	if err != nil {
		return err
	}
	next.parties = make(map[kernel.ID]party, len(st.parties)+len(changed))
	for id, p := range st.parties {
		next.parties[id] = p
	}
	for _, a := range changed {
		next.parties[a.ID] = partyOf(&a)
	}
	all, err := people(tx)
	next.people = make(map[kernel.ID]string, len(all))
	for _, p := range all {
		next.people[p.ID] = p.Name
	}
	if err != nil {
		return err
	}
	next.currency, err = s.ledger.Currency(tx)
	return err
}

func partyOf(a *account.Attributes) party {
	return party{a.Code, a.Name, a.Region, a.Industry, a.Owner, a.Parent}
}

// figures are where all accounts stand at a time: remembered, since one screen asks
// several times.
func (st *state) figures(at At) []Figure {
	st.mu.Lock()
	defer st.mu.Unlock()
	if all, ok := st.answered[at]; ok {
		return all
	}
	if len(st.answered) >= remember {
		clear(st.answered)
	}
	all := st.columns.figures(at)
	st.answered[at] = all
	return all
}

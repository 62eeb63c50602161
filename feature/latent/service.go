package latent

import (
	"context"
	"sync"
	"sync/atomic"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service finds what accounts would probably buy.
type Service struct {
	db        *db.DB
	jobs      *job.Queue
	accounts  *account.Service
	products  *product.Service
	ledger    *ledger.Service
	methods   *method.Service
	portfolio *portfolio.Service
	today     func() kernel.Date

	digs  sync.Mutex // one at a time
	reads sync.Mutex
	board atomic.Pointer[board]
}

// NewService returns the service of latent demand.
func NewService(d *db.DB, events *event.Bus, jobs *job.Queue, accounts *account.Service, products *product.Service, led *ledger.Service, methods *method.Service, p *portfolio.Service) *Service {
	s := &Service{db: d, jobs: jobs, accounts: accounts, products: products, ledger: led, methods: methods, portfolio: p,
		today: kernel.Today}
	event.On(events, s.published)
	account.Keep(events, belongings)
	return s
}

// published lets what is new in the ledger be looked at, soon and in the background.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error {
	return s.jobs.AddOnce(whole(tx), mining, struct{}{})
}

// everybody is a context that sees every account: what all tell together counts
// for everybody.
func everybody(ctx context.Context) context.Context { return identity.With(ctx, identity.System()) }

// whole is the same transaction with every account in sight.
func whole(tx *db.Tx) *db.Tx { return tx.As(everybody(tx.Context())) }

// Report is what was looked at and found.
type Report struct {
	Accounts   int         `json:"accounts"`
	Read       int         `json:"read"    doc:"Accounts whose lines were read anew"`
	Changed    int         `json:"changed" doc:"Accounts for which something else was found"`
	Orders     int64       `json:"orders"`
	Pairs      int         `json:"pairs"`
	Candidates int         `json:"candidates"`
	AsOf       kernel.Date `json:"as_of"`
}

// Mine reads what is new in the ledger and looks for what accounts would probably
// buy. It goes on where another attempt ended.
func (s *Service) Mine(ctx context.Context, progress func(done, total int64)) (r Report, err error) {
	s.digs.Lock()
	defer s.digs.Unlock()
	ctx = everybody(ctx)
	for behind := true; behind && err == nil; {
		var read int
		if read, err = s.gather(ctx, progress); err != nil {
			return r, err
		}
		r.Read += read
		if err = s.find(ctx, &r); err == nil {
			behind, err = s.behind(ctx)
		}
	}
	if err == nil {
		_, err = s.latest(ctx)
	}
	return r, err
}

// behind reports whether the ledger has gone on meanwhile.
func (s *Service) behind(ctx context.Context) (behind bool, err error) {
	return behind, s.db.Read(ctx, func(tx *db.Tx) error {
		st, err := findState(tx)
		if err != nil {
			return err
		}
		now, err := s.ledger.Revision(tx)
		behind = now > st.Revision
		return err
	})
}

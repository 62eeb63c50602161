package goal

import (
	"context"
	"iter"

	rules "erba/analysis/goal"
	"erba/analysis/why"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/model"
)

// Service keeps goals.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	portfolio *portfolio.Service
	methods   *method.Service
	today     func() kernel.Date
}

// NewService returns the goal service.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, p *portfolio.Service, methods *method.Service) *Service {
	s := &Service{db: d, accounts: accounts, portfolio: p, methods: methods, today: kernel.Today}
	account.Keep(events, belongings)
	return s
}

// Set sets the goal of an account for a year, over the version that its author
// has read.
func (s *Service) Set(ctx context.Context, g Goal) (Goal, error) {
	if err := s.require(ctx, g.Account); err != nil {
		return g, err
	}
	b, err := s.open(ctx, g.Year)
	if err != nil {
		return g, err
	}
	g.Year = b.year
	err = s.db.Write(ctx, func(tx *db.Tx) error { return s.set(tx, b, &g) })
	return g, err
}

// require answers like missing where an account is out of sight.
func (s *Service) require(ctx context.Context, account kernel.ID) error {
	return s.db.Read(ctx, func(tx *db.Tx) error { return s.accounts.Require(tx, account) })
}

// set writes one goal.
func (s *Service) set(tx *db.Tx, b *book, g *Goal) error {
	if err := s.accounts.Require(tx, g.Account); err != nil {
		return err
	}
	tier := b.tier(g.Account)
	g.tidy(tier)
	if err := g.Check(tier); err != nil {
		return err
	}
	old, err := of(tx, g.Account, g.Year)
	switch {
	case err != nil:
		return err
	case old.Version != g.Version:
		return kernel.Stale("db.stale")
	}
	g.ID, g.Author, g.On = old.ID, user(tx.Context()), s.today()
	if old.Version > 0 {
		err = replace(tx, *g)
	} else {
		g.ID = kernel.NewID()
		first := *g
		first.Version = 1
		err = add(tx, first)
	}
	if err != nil {
		return err
	}
	g.Version++
	return audit.Changed(tx, "goal.set", "account", g.Account, old, *g)
}

// Drop takes a goal back.
func (s *Service) Drop(ctx context.Context, account kernel.ID, year, version int64) error {
	if err := s.require(ctx, account); err != nil {
		return err
	}
	b, err := s.open(ctx, year)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		old, err := of(tx, account, b.year)
		if err != nil {
			return err
		}
		if old.Version != version { // somebody has set it, or taken it back
			return kernel.Stale("db.stale")
		}
		if err := drop(tx, old); err != nil {
			return err
		}
		return audit.Changed(tx, "goal.dropped", "account", account, old, nil)
	})
}

// Wanted reports whether an account in sight has a goal in a year.
func (s *Service) Wanted(tx *db.Tx, account kernel.ID, year int64) (bool, error) {
	g, err := of(tx, account, year)
	return g.Version > 0, err
}

// Fill says what an account buys in all: the estimate of its demand, and how well
// it is known. A wallet that is smaller than what the account buys from us alone
// cannot be.
func (s *Service) Fill(ctx context.Context, p Purse) (Purse, error) {
	switch {
	case p.Value == nil:
		return p, kernel.Invalid("goal.no_wallet")
	case p.Quality == "":
		return p, kernel.Invalid("goal.no_quality")
	}
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return p, err
	}
	if row := facts.Row(p.Account); row >= 0 && facts.Sees(row) {
		if sales := facts.Value("sales", row); sales.Known() && float64(sales) > float64(*p.Value) {
			return p, kernel.Invalid("goal.small_wallet", "wallet", said(*p.Value), "sales", said(int64(sales)), "on", facts.Ask.AsOf)
		}
	}
	e, err := s.portfolio.Judge(ctx, portfolio.Estimate{Account: p.Account, Kind: portfolio.Demand, Value: *p.Value, Quality: p.Quality,
		Evidence: p.Evidence, Expires: p.Expires, Version: p.Version})
	p.Version, p.Expires = e.Version, e.Expires
	return p, err
}

// Purse is what is said of all that an account buys, with version 0 if nobody has
// said anything.
func (s *Service) Purse(ctx context.Context, account kernel.ID) (Purse, error) {
	e, err := s.portfolio.Estimate(ctx, account, portfolio.Demand)
	p := Purse{Account: account, Quality: e.Quality, Evidence: e.Evidence, Expires: e.Expires, Version: e.Version}
	if e.Version > 0 {
		p.Value = &e.Value
	}
	return p, err
}

// said writes minor units as people do.
func said(minor int64) string { return kernel.Money{Minor: minor}.String() }

// Shares are the wallet shares that are known of accounts in sight, 0 to 1.
func (s *Service) Shares(ctx context.Context) (iter.Seq2[kernel.ID, float64], error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return nil, err
	}
	wallet := place(facts, "wallet")
	return func(yield func(kernel.ID, float64) bool) {
		for row := range int32(facts.Len()) {
			if wallet < 0 || !facts.Sees(row) {
				continue
			}
			if share := facts.Number(wallet, row); share.Known() && share >= 0 && share <= 1 && !yield(facts.Account(row).ID, float64(share)) {
				return
			}
		}
	}, nil
}

// Unset are the accounts in sight whose tier asks for a goal of this year and
// that have none, and how many are asked.
func (s *Service) Unset(ctx context.Context) (accounts []kernel.ID, asked int, err error) {
	b, err := s.open(ctx, 0)
	if err != nil {
		return nil, 0, err
	}
	b.each(func(r *Row) {
		if !r.Asked {
			return
		}
		if asked++; r.Goal.Version == 0 {
			accounts = append(accounts, r.ID)
		}
	})
	return accounts, asked, nil
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// settings is the configuration in force.
func (s *Service) settings(tx *db.Tx) (rules.Config, error) {
	cfg, _, err := method.Setting[rules.Config](s.methods, tx, "M66")
	return cfg, err
}

// explained is how another configuration would judge the goal of an account.
func (s *Service) explained(ctx context.Context, config model.Config, account kernel.ID) (why.Explanation, error) {
	cfg, ok := config.(rules.Config)
	if !ok {
		return why.Explanation{}, kernel.Refused("method.no_trial", "id", "M66")
	}
	b, err := s.open(ctx, 0)
	if err != nil {
		return why.Explanation{}, err
	}
	row := b.Row(account)
	if row < 0 || !b.Sees(row) {
		return why.Explanation{}, kernel.Missing("db.missing")
	}
	return cfg.Explain(b.read(row).given), nil
}

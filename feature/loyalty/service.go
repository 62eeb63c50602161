package loyalty

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/loyalty"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps on which rungs accounts stand.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	contacts  *contact.Service
	products  *product.Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
	methods   *method.Service
	relations *relation.Service
	today     func() kernel.Date
}

// NewService returns the service of the ladder.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, contacts *contact.Service, products *product.Service, led *ledger.Service,
	p *portfolio.Service, methods *method.Service, relations *relation.Service) *Service {
	s := &Service{d, accounts, contacts, products, led, p, methods, relations, kernel.Today}
	account.Keep(events, said)
	account.Keep(events, stood)
	return s
}

// At is the service on another day: for what is remembered of the past.
func (s *Service) At(day kernel.Date) *Service {
	then := *s
	then.today = func() kernel.Date { return day }
	return &then
}

// settings is the configuration in force.
func (s *Service) settings(tx *db.Tx) (loyalty.Config, int64, error) {
	return method.Setting[loyalty.Config](s.methods, tx, "M56")
}

// system is a transaction in which everything counts, whoever has caused it: a rung
// is a rung for everybody.
func system(tx *db.Tx) *db.Tx { return tx.As(identity.With(tx.Context(), identity.System())) }

// Say says what an account buys of a line, and who has to do with it, in place of
// the version that was read.
func (s *Service) Say(ctx context.Context, p Position) (Position, error) {
	p.tidy(s.today())
	return p, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, p.Account); err != nil {
			return err
		}
		if err := p.Check(s.today()); err != nil {
			return err
		}
		if err := s.acquainted(tx, p); err != nil {
			return err
		}
		old, err := find(tx, p.Account, p.Line)
		switch {
		case err != nil:
			return err
		case old.Version != p.Version:
			return kernel.Stale("db.stale")
		}
		viewer, _ := identity.From(ctx)
		p.ID, p.ByID, p.By, p.On = old.ID, viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
		if p.Version == 0 {
			p.ID = kernel.NewID()
			first := p
			first.Version = 1
			err = add(tx, first)
		} else {
			err = replace(tx, p)
		}
		if err != nil {
			return err
		}
		if p.Version++; p.People == nil {
			p.People = []kernel.ID{}
		}
		if err := s.settle(tx, p.Account); err != nil {
			return err
		}
		return audit.Changed(tx, "loyalty.said", "account", p.Account, old, p)
	})
}

// acquainted refuses people who do not work there.
func (s *Service) acquainted(tx *db.Tx, p Position) error {
	if len(p.People) == 0 {
		return nil
	}
	people, err := s.contacts.People(tx, p.Account)
	for _, id := range p.People {
		if err == nil && !slices.ContainsFunc(people, func(c contact.Contact) bool { return c.ID == id }) {
			err = kernel.Invalid("loyalty.stranger").In("people")
		}
	}
	return err
}

// Unsay takes back what was said of a line.
func (s *Service) Unsay(ctx context.Context, account kernel.ID, line string, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		old, err := find(tx, account, line)
		switch {
		case err != nil:
			return err
		case old.Version == 0 || old.Version != version:
			return kernel.Stale("db.stale")
		}
		if err := drop(tx, old); err != nil {
			return err
		}
		if err := s.settle(tx, account); err != nil {
			return err
		}
		return audit.Changed(tx, "loyalty.unsaid", "account", account, old, nil)
	})
}

// read is what is known of an account, line by line, and up to which day its
// purchases count.
func (s *Service) read(tx *db.Tx, account kernel.ID) (lines map[string]known, asOf kernel.Date, err error) {
	lines = map[string]known{}
	all, err := positions(tx, account)
	if err != nil {
		return nil, asOf, err
	}
	for _, p := range all {
		lines[p.Line] = known{position: p}
	}
	if asOf, err = s.bought(tx, account, lines); err != nil {
		return nil, asOf, err
	}
	people, err := s.relations.Standing(tx, account)
	for line, k := range lines {
		for _, who := range people {
			if who.Attitude != nil && (len(k.position.People) == 0 || slices.Contains(k.position.People, who.Contact)) {
				k.voices = append(k.voices, loyalty.Voice{Attitude: *who.Attitude, Influence: who.Power})
			}
		}
		lines[line] = k
	}
	return lines, asOf, err
}

// bought adds what an account bought of every line in the last twelve whole months.
func (s *Service) bought(tx *db.Tx, account kernel.ID, lines map[string]known) (asOf kernel.Date, err error) {
	day, err := s.ledger.LastDay(tx)
	if err != nil || day.IsZero() {
		return day, err
	}
	last := ledger.MonthOf(day.Add(1)) - 1
	sales := map[string]int64{}
	var codes []string
	err = s.ledger.TradedBy(tx, account, last, func(t *ledger.Traded) error {
		if t.Late {
			sales[t.Product], codes = t.Sales, append(codes, t.Product)
		}
		return nil
	})
	if err != nil {
		return asOf, err
	}
	products, err := s.products.ByCode(tx, codes)
	for code, sum := range sales {
		line := products[code].Line
		if line == "" {
			continue // of a product that belongs to no line nobody can say how much there is
		}
		k := lines[line]
		k.position.Line, k.position.Account = line, account
		k.sales += sum
		lines[line] = k
	}
	return portfolio.MonthOf(int16(last) + 1).Add(-1), err
}

// settle notes on which rungs an account stands now, where that has changed.
func (s *Service) settle(tx *db.Tx, account kernel.ID) error {
	tx = system(tx)
	cfg, _, err := s.settings(tx)
	if err != nil {
		return err
	}
	lines, _, err := s.read(tx, account)
	if err != nil {
		return err
	}
	now, err := standings(tx, account, s.today())
	if err != nil {
		return err
	}
	for _, old := range now {
		k, there := lines[old.Line]
		if !there {
			if err := s.leave(tx, old); err != nil {
				return err
			}
			continue
		}
		delete(lines, old.Line)
		if err := s.step(tx, old, k.standing(&cfg, account, old.Line, s.today())); err != nil {
			return err
		}
	}
	return s.enter(tx, &cfg, account, lines)
}

// enter adds lines on which an account has not stood yet.
func (s *Service) enter(tx *db.Tx, cfg *loyalty.Config, account kernel.ID, lines map[string]known) error {
	var fresh []Standing
	for line, k := range lines {
		one := k.standing(cfg, account, line, s.today())
		one.ID = kernel.NewID()
		fresh = append(fresh, one)
	}
	return addStandings(tx, fresh...)
}

// step goes from one standing to the next. Two of one day are one.
func (s *Service) step(tx *db.Tx, old, next Standing) error {
	switch {
	case old.same(next):
		return nil
	case old.Rung == next.Rung || old.Since == next.Since:
		next.ID = old.ID
		return refresh(tx, next)
	}
	if err := end(tx, old.ID, s.today()); err != nil {
		return err
	}
	next.ID = kernel.NewID()
	return addStandings(tx, next)
}

// leave ends a standing with a line of which there is nothing to say any more.
func (s *Service) leave(tx *db.Tx, old Standing) error {
	if old.Since == s.today() {
		return remove(tx, old.ID)
	}
	return end(tx, old.ID, s.today())
}

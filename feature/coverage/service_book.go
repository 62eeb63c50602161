package coverage

import (
	"context"
	"slices"

	cover "erba/analysis/coverage"
	"erba/analysis/pyramid"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// book is everything that a decision about coverage is made of, with the accounts
// that the viewer sees and the people whom he leads.
func (s *Service) book(ctx context.Context) (*book, error) {
	classed, err := s.portfolio.Classed(ctx, portfolio.Ask{})
	if err != nil {
		return nil, err
	}
	viewer, _ := identity.From(ctx)
	b := &book{whole: viewer.SeesAll(), Accounts: cover.Accounts{Helpers: map[int32][]int32{}}, marks: map[kernel.ID]Mark{}}
	b.since, b.until = classed.Year()
	users, err := s.users.Users(system(ctx))
	if err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if b.cfg, b.version, err = method.Setting[cover.Config](s.methods, tx, Method); err != nil {
			return err
		}
		if err := s.staffed(tx, b, viewer, users); err != nil {
			return err
		}
		if err := s.entered(tx, b, classed); err != nil {
			return err
		}
		return b.helped(tx)
	})
	return b, err
}

// staffed puts the people into a book whom the viewer leads; all, if he sees all.
func (s *Service) staffed(tx *db.Tx, b *book, viewer identity.Viewer, users []identity.User) error {
	set, err := capacities(tx)
	if err != nil {
		return err
	}
	away, err := absent(tx, s.today())
	if err != nil {
		return err
	}
	led, lines := s.led(viewer, users), map[kernel.ID]int32{}
	for _, u := range users {
		if !led(u) {
			continue
		}
		m := member{user: u.ID, name: u.Name, covers: s.covers(u.Roles)}
		if m.name == "" {
			m.name = u.Login
		}
		m.standIn, m.away = away[u.ID]
		if at := slices.IndexFunc(set, func(c Capacity) bool { return c.User == u.ID }); at >= 0 {
			m.own = set[at]
		}
		if _, named := lines[u.Boss]; !named {
			lines[u.Boss] = int32(len(lines))
		}
		b.people = append(b.people, m)
		b.staff = append(b.staff, m.person(&b.cfg, !u.Active, lines[u.Boss]))
	}
	return nil
}

// led says who is one of the viewer's people; everybody, if he sees all.
func (s *Service) led(viewer identity.Viewer, users []identity.User) func(identity.User) bool {
	leads := s.users.Opens(viewer.Roles, reading)&identity.Line != 0
	return func(u identity.User) bool {
		return u.Owner.IsZero() && (viewer.SeesAll() || u.ID == viewer.ID || leads && below(users, u, viewer.ID))
	}
}

// below reports whether somebody reports to a manager, through however many others.
func below(users []identity.User, u identity.User, manager kernel.ID) bool {
	for range len(users) {
		if u.Boss == manager {
			return true
		}
		at := slices.IndexFunc(users, func(o identity.User) bool { return o.ID == u.Boss })
		if at < 0 {
			return false
		}
		u = users[at]
	}
	return false
}

// covers reports whether it is the work of some roles to look after accounts: they
// open one's own, and not those of others.
func (s *Service) covers(roles identity.Roles) bool {
	r := s.users.Opens(roles, reading)
	return r&identity.Own != 0 && r&(identity.Line|identity.All) == 0
}

func (m *member) person(cfg *cover.Config, gone bool, line int32) cover.Person {
	p := cover.Person{Capacity: cfg.Capacity(), Gone: gone, Closed: m.away || !m.covers, Line: line}
	if m.own.Version > 0 {
		p.Capacity = m.own.Hours.Micro()
	}
	return p
}

// entered puts the accounts into a book that the viewer sees.
func (s *Service) entered(tx *db.Tx, b *book, classed portfolio.Classed) error {
	tiers, err := s.evaluations.InForceAll(tx, evaluation.Tier)
	if err != nil {
		return err
	}
	all, err := marks(tx)
	for _, m := range all {
		b.marks[m.Account] = m
	}
	if err != nil {
		return err
	}
	seen, err := s.seen(tx, b, classed)
	if err != nil {
		return err
	}
	places := map[kernel.ID]int32{}
	for p, m := range b.people {
		places[m.user] = int32(p)
	}
	owner, err := s.latest(tx, classed)
	for row := range int32(classed.Len()) {
		if err == nil && seen(row) {
			b.enter(classed, row, tierOf(tiers[classed.Account(row).ID]), owner(row), places)
		}
	}
	return err
}

// latest says who owns the accounts by now: what is kept in memory may be a second
// old, and who has just handed an account over must not find it where it was.
func (s *Service) latest(tx *db.Tx, classed portfolio.Classed) (func(row int32) kernel.ID, error) {
	changed, err := s.accounts.Attributes(tx, classed.Changed)
	now := make(map[kernel.ID]kernel.ID, len(changed))
	for _, a := range changed {
		now[a.ID] = a.Owner
	}
	return func(row int32) kernel.ID {
		a := classed.Account(row)
		if owner, is := now[a.ID]; is {
			return owner
		}
		return a.Owner
	}, err
}

// seen says of which rows the viewer sees the account, and it is a customer.
func (s *Service) seen(tx *db.Tx, b *book, classed portfolio.Classed) (func(row int32) bool, error) {
	open := func(row int32) bool { return classed.There(row) && classed.Account(row).Status != account.Closed }
	if b.whole {
		return open, nil
	}
	some := portfolio.NewMask(classed.Len())
	err := s.accounts.EachInSight(tx, func(id kernel.ID) {
		if row := classed.Row(id); row >= 0 {
			some.Set(row)
		}
	})
	return func(row int32) bool { return some.Has(row) && open(row) }, err
}

func tierOf(name string) (t pyramid.Tier) {
	for _, t := range cover.Tiers {
		if t.String() == name {
			return t
		}
	}
	return pyramid.None
}

// enter puts one account into a book. One that belongs to somebody whom the viewer
// does not lead is none of his to cover.
func (b *book) enter(classed portfolio.Classed, row int32, tier pyramid.Tier, of kernel.ID, places map[kernel.ID]int32) {
	a, owner := classed.Account(row), int32(-1)
	if !of.IsZero() {
		at, ours := places[of]
		if !ours {
			return
		}
		owner = at
	}
	hours, cost := classed.PutIn(row, b.since, b.until)
	sales, _ := classed.Trade(row)
	e := entry{id: a.ID, code: a.Code, name: a.Name, class: classOf(classed, row), spent: hours, cost: cost}
	if current, expected := classed.Values(row); expected > 0 {
		e.potential = max(0, expected-current)
	}
	b.add(e, tier, owner, sales)
}

// classOf is the class of a row by sales, empty where it has none.
func classOf(classed portfolio.Classed, row int32) string {
	switch classed.Mark("abc", row) {
	case "abc.A":
		return "A"
	case "abc.B":
		return "B"
	case "abc.C":
		return "C"
	}
	return ""
}

// helped finds who works on the accounts that a team covers.
func (b *book) helped(tx *db.Tx) error {
	rows := b.strategic()
	ids := make([]kernel.ID, len(rows))
	for i, row := range rows {
		ids[i] = b.entries[row].id
	}
	members, err := identity.Members(tx, ids...)
	for _, m := range members {
		row, p := b.row(m.Row), b.person(m.User)
		if !m.Owner && p >= 0 && !b.staff[p].Gone && b.Owner[row] != p {
			b.Helpers[row] = append(b.Helpers[row], p)
		}
	}
	return err
}

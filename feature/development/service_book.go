package development

import (
	"context"
	"math/bits"
	"slices"

	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/null"
	"erba/analysis/segment"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// book is all that relationships are judged by, of one account or of all. A stage
// counts for everybody, so it is read as the system sees it; what a viewer gets of
// it is decided where he gets it.
type book struct {
	*portfolio.Facts
	day      kernel.Date
	shares   map[kernel.ID]null.Number
	roles    map[kernel.ID][]string
	orders   int // field of the facts
	stage    stages.Config
	supplier supplier.Config
	involved involvement.Config
	square   square.Config
	setting  int64
	inputs
}

// inputs are what people have said, and who was in touch with whom.
type inputs struct {
	said    map[kernel.ID]map[string]Judgement
	teams   map[kernel.ID]int
	reached map[kernel.ID]*reached
	managed map[kernel.ID]bool // in whose team a key account manager is; only if he is asked for
	broken  map[kernel.ID]kernel.Date
	stands  map[kernel.ID]Stand
}

func none() inputs {
	return inputs{said: map[kernel.ID]map[string]Judgement{}, teams: map[kernel.ID]int{}, reached: map[kernel.ID]*reached{},
		managed: map[kernel.ID]bool{}, broken: map[kernel.ID]kernel.Date{}, stands: map[kernel.ID]Stand{}}
}

// open reads all but what belongs to the accounts themselves.
func (s *Service) open(ctx context.Context) (b *book, err error) {
	ctx = identity.With(ctx, identity.System())
	b = &book{day: s.today(), shares: map[kernel.ID]null.Number{}, roles: map[kernel.ID][]string{}}
	if b.Facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
		return nil, err
	}
	b.orders = slices.IndexFunc(b.Fields(), func(f segment.Field) bool { return f.Name == "orders" })
	shares, err := s.goals.Shares(ctx)
	if err != nil {
		return nil, err
	}
	for id, share := range shares {
		b.shares[id] = null.Of(share)
	}
	users, err := s.users.Users(ctx)
	for _, u := range users {
		b.roles[u.ID] = u.Roles
	}
	if err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error { return s.settings(tx, b) })
}

func (s *Service) settings(tx *db.Tx, b *book) (err error) {
	if b.stage, b.setting, err = method.Setting[stages.Config](s.methods, tx, "M07"); err != nil {
		return err
	}
	if b.supplier, _, err = method.Setting[supplier.Config](s.methods, tx, "M04"); err != nil {
		return err
	}
	if b.involved, _, err = method.Setting[involvement.Config](s.methods, tx, "M09"); err != nil {
		return err
	}
	b.square, _, err = method.Setting[square.Config](s.methods, tx, "M11")
	return err
}

// gather reads what belongs to an account, or to all of them.
func (s *Service) gather(tx *db.Tx, b *book, account kernel.ID) error {
	tx = identity.Whole(tx)
	b.inputs = none()
	for _, read := range []func(*db.Tx, *book, kernel.ID) error{s.judged, s.joined, s.interrupted, s.stood, s.touched, s.assigned} {
		if err := read(tx, b, account); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) judged(tx *db.Tx, b *book, account kernel.ID) error {
	all, err := latest(tx, account)
	for _, j := range all {
		if err := j.read(b.day); err != nil {
			return err
		}
		if b.said[j.Account] == nil {
			b.said[j.Account] = map[string]Judgement{}
		}
		b.said[j.Account][j.Kind] = j
	}
	return err
}

func (s *Service) joined(tx *db.Tx, b *book, account kernel.ID) error {
	since := b.day.AddMonths(-b.stage.Months)
	all, err := meetings(tx, account, since)
	of := map[kernel.ID][]Meeting{}
	for _, m := range all {
		of[m.Account] = append(of[m.Account], m)
	}
	for account, own := range of {
		b.teams[account] = teams(own)
	}
	return err
}

func (s *Service) interrupted(tx *db.Tx, b *book, account kernel.ID) error {
	all, err := breaks(tx, account)
	for _, g := range all {
		b.broken[g.Account] = g.Since
	}
	return err
}

func (s *Service) stood(tx *db.Tx, b *book, account kernel.ID) error {
	return stands(tx, account, func(one Stand) { b.stands[one.Account] = one })
}

// since is the first day of which contacts count.
func (b *book) since() kernel.Date { return b.day.Add(1 - b.stage.Days) }

// touched counts the levels and departments of an account, or of all.
func (s *Service) touched(tx *db.Tx, b *book, account kernel.ID) error {
	seats, err := s.seats(tx, b, account)
	if err != nil {
		return err
	}
	take := func(account kernel.ID, l interaction.Link) {
		r := b.reached[account]
		if r == nil {
			r = &reached{}
			b.reached[account] = r
		}
		if seat, known := seats[l.Contact]; known {
			r.add(seat, l.Both)
		}
	}
	if account.IsZero() {
		return s.contacts.EachLink(tx, b.since(), take)
	}
	links, err := s.contacts.Links(tx, account, b.since())
	for _, l := range links {
		take(account, l)
	}
	return err
}

// seats are where the people of an account, or of all, work.
func (s *Service) seats(tx *db.Tx, b *book, account kernel.ID) (map[kernel.ID]seat, error) {
	seats, places := map[kernel.ID]seat{}, map[string]int{}
	take := func(id kernel.ID, department string, rank int) {
		place, known := places[department]
		if !known {
			place = b.stage.Department(department)
			places[department] = place
		}
		seats[id] = seat{place, rank}
	}
	if account.IsZero() {
		return seats, s.people.EachSeat(tx, take)
	}
	all, err := s.people.People(tx, account)
	for _, c := range all {
		take(c.ID, c.Department, c.Rank)
	}
	return seats, err
}

// assigned asks whose team has a key account manager, if only he counts.
func (s *Service) assigned(tx *db.Tx, b *book, account kernel.ID) error {
	if b.stage.Manager != stages.KeyAccountManager {
		return nil
	}
	rows := []kernel.ID{account}
	if account.IsZero() {
		rows = rows[:0]
		for row := range int32(b.Len()) {
			rows = append(rows, b.Account(row).ID)
		}
	}
	members, err := identity.Members(tx, rows...)
	for _, m := range members {
		if slices.Contains(b.roles[m.User], stages.KeyAccountManager) {
			b.managed[m.Row] = true
		}
	}
	return err
}

// state is what the stage of the account of a row is judged by.
func (b *book) state(row int32) stages.State {
	a := b.Account(row)
	s := stages.State{Managed: !a.Owner.IsZero(), Share: null.None, Teams: b.teams[a.ID], Transparent: b.said[a.ID][Transparency].first() == 1}
	if b.stage.Manager == stages.KeyAccountManager {
		s.Managed = b.managed[a.ID]
	}
	if b.orders >= 0 {
		if n := b.Number(b.orders, row); n.Known() {
			s.Orders = int(n)
		}
	}
	if share, known := b.shares[a.ID]; known {
		s.Share = share
	}
	if r := b.reached[a.ID]; r != nil {
		s.Levels, s.Departments = bits.OnesCount8(r.levels), r.count()
	}
	return s
}

// standing is the stage of the account of a row, as it is now.
func (b *book) standing(row int32) Stand {
	state, account := b.state(row), b.Account(row).ID
	now := Stand{Account: account, Stage: b.stage.Stage(&state), Since: b.day, Orders: state.Orders, Managed: state.Managed, Share: millionths(state.Share),
		Levels: state.Levels, Departments: state.Departments, Teams: state.Teams, Transparent: state.Transparent, Setting: b.setting, Latest: true}
	if said := b.said[account][Override].first(); said > 0 {
		now.Stage, now.Overridden = said, true
	}
	return now
}

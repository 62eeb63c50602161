package coverage

import (
	"cmp"
	"slices"

	cover "erba/analysis/coverage"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/kernel"
)

// entry is an account as the book has it.
type entry struct {
	id         kernel.ID
	code, name string
	class      string
	spent      null.Number // hours of a year, in millionths
	cost       null.Number
	potential  int64
}

// member is somebody who looks after accounts, or could.
type member struct {
	user    kernel.ID
	name    string
	own     Capacity // version 0: nobody has set it
	away    bool
	standIn kernel.ID
	covers  bool // his work is to look after accounts
}

// book is who covers which account, as far as somebody sees it.
type book struct {
	cfg     cover.Config
	version int64
	whole   bool
	since   kernel.Date
	until   kernel.Date
	entries []entry // by account
	people  []member
	cover.Accounts
	staff []cover.Person
	marks map[kernel.ID]Mark
}

// row is where an account stands, or -1.
func (b *book) row(id kernel.ID) int32 {
	at, found := slices.BinarySearchFunc(b.entries, id, func(e entry, id kernel.ID) int { return e.id.Compare(id) })
	if !found {
		return -1
	}
	return int32(at)
}

// person is where somebody stands, or -1.
func (b *book) person(user kernel.ID) int32 {
	return int32(slices.IndexFunc(b.people, func(m member) bool { return m.user == user }))
}

// add puts an account at the end; owner is a place among the people.
func (b *book) add(e entry, tier pyramid.Tier, owner int32, sales int64) {
	mark := b.marks[e.id]
	b.entries = append(b.entries, e)
	b.Tier, b.Owner, b.Value = append(b.Tier, tier), append(b.Owner, owner), append(b.Value, sales)
	b.Strategic, b.Exempt = append(b.Strategic, mark.Strategic), append(b.Exempt, mark.Exempt)
}

// strategic are the accounts that a team covers.
func (b *book) strategic() (rows []int32) {
	for row, is := range b.Strategic {
		if is && b.Tier[row] == pyramid.Major {
			rows = append(rows, int32(row))
		}
	}
	return rows
}

// fit says how an account is served.
func (b *book) fit(row int32) cover.Fit {
	return b.cfg.Fit(b.Tier[row], b.Strategic[row], b.entries[row].spent)
}

// gap is how many hours too many or too few an account gets.
func (b *book) gap(row int32) null.Number {
	gap := b.entries[row].spent - null.Of(b.cfg.Hours(b.Tier[row], b.Strategic[row]))
	return max(gap, -gap)
}

// served is an account as it is shown.
func (b *book) served(row int32) Served {
	e := &b.entries[row]
	s := Served{Account: e.id, Code: e.code, Name: e.name, Tier: b.Tier[row].String(), Class: e.class, Strategic: b.Strategic[row], Exempt: b.Exempt[row],
		Need: kernel.Micro(b.cfg.Hours(b.Tier[row], b.Strategic[row])), Spent: decimal(e.spent), Fit: b.fit(row).String(),
		Why: b.cfg.ExplainFit(b.Tier[row], b.Strategic[row], e.spent)}
	if e.cost.Known() {
		s.Cost = int64(e.cost)
	}
	if owner := b.Owner[row]; owner >= 0 {
		s.Owner = b.people[owner].user
	}
	return s
}

func decimal(n null.Number) *kernel.Decimal {
	if !n.Known() {
		return nil
	}
	return new(kernel.Micro(int64(n)))
}

// fitting are the accounts that are served in one way, the largest difference first.
func (b *book) fitting(fit cover.Fit) (rows []int32) {
	for row := range int32(len(b.entries)) {
		if b.Tier[row] != pyramid.None && b.fit(row) == fit {
			rows = append(rows, row)
		}
	}
	if fit == cover.Unknown {
		slices.SortStableFunc(rows, func(x, y int32) int { return cmp.Compare(b.Tier[y], b.Tier[x]) })
		return rows
	}
	slices.SortStableFunc(rows, func(x, y int32) int { return cmp.Compare(b.gap(y), b.gap(x)) })
	return rows
}

// all are the rows of all accounts.
func (b *book) all() []int32 {
	rows := make([]int32, len(b.entries))
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

// assigned is the book after moves: everything but who owns what is shared.
func (b *book) assigned(moves []cover.Move) *book {
	after := *b
	after.Owner = slices.Clone(b.Owner)
	for _, m := range moves {
		after.Owner[m.Row] = m.To
	}
	return &after
}

// counts are the accounts by tier, the strategic ones, and those of nobody.
func (b *book) counts() (all, strategic, open [5]int) {
	for row, tier := range b.Tier {
		all[tier]++
		if b.Strategic[row] {
			strategic[tier]++
		}
		if b.Owner[row] < 0 {
			open[tier]++
		}
	}
	return all, strategic, open
}

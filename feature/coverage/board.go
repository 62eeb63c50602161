package coverage

import (
	"cmp"
	"slices"

	cover "erba/analysis/coverage"
	"erba/analysis/pyramid"
	"erba/kernel"
)

// board says who covers what.
func (b *book) board() Board {
	all, strategic, open := b.counts()
	needs := b.cfg.Needs(all, strategic)
	board := Board{Since: b.since, Until: b.until, Scope: b.scope(), Version: b.version, Needs: make([]Need, len(needs))}
	for i, n := range needs {
		board.Needs[i] = Need{n, kernel.Micro(n.Hours), open[n.Tier]}
	}
	people, persons, hours := b.cfg.Total(needs)
	board.People, board.Persons, board.Hours = people, persons, kernel.Micro(hours)
	loads := b.cfg.Loads(&b.Accounts, len(b.people))
	broken := b.cfg.Violations(&b.Accounts, b.staff, loads)
	board.Staff, board.Violations, board.Broken = b.persons(loads, broken), b.violations(broken), len(broken)
	capacity := int64(0)
	for p, who := range b.people {
		if who.covers && !b.staff[p].Gone {
			board.Have, capacity = board.Have+1, capacity+b.staff[p].Capacity
		}
	}
	board.Capacity = kernel.Micro(capacity)
	b.tally(&board)
	return board
}

func (b *book) scope() string {
	if b.whole {
		return "whole"
	}
	return "own"
}

// tally counts who gets too much and too little.
func (b *book) tally(board *Board) {
	for row := range int32(len(b.entries)) {
		switch fit := b.fit(row); {
		case fit == cover.Over:
			board.Over++
		case fit == cover.Under:
			board.Under++
		case fit == cover.Unknown && b.Tier[row] != pyramid.None:
			board.Blank++
		}
	}
}

// persons are the people as they are shown: who has most to do for his hours first.
func (b *book) persons(loads []cover.Load, broken []cover.Violation) []Person {
	faults, spent := make([]int, len(b.people)), b.spending()
	for _, v := range broken {
		if v.Person >= 0 {
			faults[v.Person]++
		}
	}
	all := []Person{}
	for p := range b.people {
		if one := b.shown(int32(p), &loads[p]); b.people[p].covers && !b.staff[p].Gone || loads[p].Total() > 0 {
			one.Faults, one.Spent = faults[p], spent[p]
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(x, y Person) int {
		return cmp.Or(cmp.Compare(y.heat(), x.heat()), cmp.Compare(y.Hours.Micro(), x.Hours.Micro()))
	})
	return all
}

// heat is the part of his hours that somebody needs.
func (p *Person) heat() float64 { return p.Hours.Float() / max(1, p.Capacity.Float()) }

func (b *book) shown(p int32, l *cover.Load) Person {
	who, staff := &b.people[p], &b.staff[p]
	return Person{User: who.user, Name: who.name, Hours: kernel.Micro(l.Hours), Capacity: kernel.Micro(staff.Capacity),
		Own: who.own.Version > 0, Version: who.own.Version, Gone: staff.Gone, Away: who.away, StandIn: who.standIn,
		Major: l.Count[pyramid.Major], Named: l.Count[pyramid.Named], NonNamed: l.Count[pyramid.NonNamed], Mass: l.Count[pyramid.Mass], Untiered: l.Count[pyramid.None]}
}

// spending is what people's accounts got in the last twelve months.
func (b *book) spending() []*kernel.Decimal {
	all := make([]*kernel.Decimal, len(b.people))
	for row, owner := range b.Owner {
		if spent := b.entries[row].spent; owner >= 0 && spent.Known() {
			before := int64(0)
			if all[owner] != nil {
				before = all[owner].Micro()
			}
			all[owner] = new(kernel.Micro(before + int64(spent)))
		}
	}
	return all
}

// violations are the first of some, with names.
func (b *book) violations(broken []cover.Violation) []Violation {
	all := make([]Violation, min(len(broken), mostViolations))
	for i, v := range broken[:len(all)] {
		all[i] = Violation{Fault: string(v.Fault), Tier: v.Tier.String(), Have: v.Have, Most: v.Most}
		if v.Person >= 0 {
			all[i].User, all[i].Person = b.people[v.Person].user, b.people[v.Person].name
		}
		if v.Row >= 0 {
			all[i].Account, all[i].Name = b.entries[v.Row].id, b.entries[v.Row].name
		}
	}
	return all
}

// broken are the accounts at which a rule is broken.
func (b *book) broken() (accounts []kernel.ID) {
	for row := range b.offending() {
		accounts = append(accounts, b.entries[row].id)
	}
	slices.SortFunc(accounts, kernel.ID.Compare)
	return accounts
}

func (b *book) offending() map[int32]bool {
	loads, rows, crowded := b.cfg.Loads(&b.Accounts, len(b.people)), map[int32]bool{}, map[[2]int32]bool{}
	for _, v := range b.cfg.Violations(&b.Accounts, b.staff, loads) {
		if v.Row >= 0 {
			rows[v.Row] = true
		} else {
			crowded[[2]int32{v.Person, int32(v.Tier)}] = true
		}
	}
	for row, owner := range b.Owner {
		if !b.Exempt[row] && crowded[[2]int32{owner, int32(b.Tier[row])}] {
			rows[int32(row)] = true
		}
	}
	return rows
}

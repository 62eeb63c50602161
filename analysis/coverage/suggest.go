package coverage

import (
	"cmp"
	"slices"

	"erba/analysis/pyramid"
)

// Why a customer is to go to somebody else.
const (
	ByLeft     = "left"     // who had it has left
	ByNobody   = "nobody"   // nobody had it
	ByShared   = "shared"   // a MAJOR is looked after alone
	ByCrowded  = "crowded"  // too many of one tier
	ByOverload = "overload" // more hours than there are
)

// Move is a customer that is to go to somebody else.
type Move struct {
	Row      int32
	From, To int32
	Reason   string
}

// Stuck is what no move helps: for whom and why.
type Stuck struct {
	Person int32 // -1: nobody's customers
	Reason string
	Count  int // of customers for whom there was nobody
}

// Suggest finds moves after which as few rules as possible are broken and as few
// people as possible are overloaded. It goes in fixed steps, so that the same
// customers always lead to the same moves: first what nobody looks after any
// more, then MAJORs that share somebody with others, then tiers of which somebody
// has too many, then hours. What is worth least moves first, to whom has most
// time left, in the same line if there is anybody; nobody gets what would break a
// rule or exceed his hours, so no customer moves twice.
func (c *Config) Suggest(a *Accounts, people []Person) ([]Move, []Stuck) {
	s := c.suggester(a, people)
	s.orphans()
	for p := range int32(len(people)) {
		if people[p].Gone {
			continue
		}
		s.majors(p)
		for _, tier := range Tiers[1:] {
			s.limit(p, tier)
		}
	}
	for p := range int32(len(people)) {
		if !people[p].Gone {
			s.unload(p)
		}
	}
	return s.moves, s.stuck
}

type suggester struct {
	*Config
	*Accounts
	people []Person
	loads  []Load
	of     [][5][]int32 // of each person by tier, what is worth least first; nobody's last
	moves  []Move
	stuck  []Stuck
}

func (c *Config) suggester(a *Accounts, people []Person) *suggester {
	s := &suggester{Config: c, Accounts: a, people: people, loads: c.Loads(a, len(people)), of: make([][5][]int32, len(people)+1)}
	rows := make([]int32, len(a.Tier))
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortFunc(rows, func(x, y int32) int { return cmp.Or(cmp.Compare(a.Value[x], a.Value[y]), cmp.Compare(y, x)) })
	for _, row := range rows {
		if !a.Exempt[row] {
			own := s.rows(a.Owner[row])
			own[a.Tier[row]] = append(own[a.Tier[row]], row)
		}
	}
	return s
}

// rows are somebody's customers by tier; those of nobody stand at the end.
func (s *suggester) rows(person int32) *[5][]int32 {
	if person < 0 {
		person = int32(len(s.people))
	}
	return &s.of[person]
}

// orphans gives what nobody looks after to somebody, the best first.
func (s *suggester) orphans() {
	for p := int32(-1); p < int32(len(s.people)); p++ {
		reason := ByNobody
		if p >= 0 {
			if !s.people[p].Gone {
				continue
			}
			reason = ByLeft
		}
		for _, tier := range Tiers {
			if p < 0 && tier == pyramid.Mass {
				continue
			}
			own := slices.Clone(s.rows(p)[tier])
			slices.Reverse(own)
			s.each(p, reason, own)
		}
	}
}

// each moves customers to whoever can have them, and notes for how many there
// was nobody.
func (s *suggester) each(from int32, reason string, rows []int32) {
	left := 0
	for _, row := range rows {
		if !s.move(row, from, reason) {
			left++
		}
	}
	if left > 0 {
		s.stuck = append(s.stuck, Stuck{from, reason, left})
	}
}

// majors lets somebody keep one MAJOR: alone, or without it if that is one move
// instead of many.
func (s *suggester) majors(p int32) {
	l, own := &s.loads[p], s.rows(p)
	if most := s.Major.Most; most > 0 && l.rated[pyramid.Major] > most {
		s.each(p, ByCrowded, slices.Clone(own[pyramid.Major][:l.rated[pyramid.Major]-most]))
	}
	if !s.Alone || l.rated[pyramid.Major] == 0 || l.others() == 0 {
		return
	}
	if l.rated[pyramid.Major] == 1 && s.move(own[pyramid.Major][0], p, ByShared) {
		return
	}
	for _, tier := range beside {
		s.each(p, ByShared, slices.Clone(own[tier]))
	}
}

// beside are the tiers that somebody with a MAJOR must not have beside it: a
// customer without a tier takes his time, too.
var beside = []pyramid.Tier{pyramid.Named, pyramid.NonNamed, pyramid.Mass, pyramid.None}

// limit gives away what somebody has too many of.
func (s *suggester) limit(p int32, tier pyramid.Tier) {
	most, have := s.Config.of(tier).Most, s.loads[p].rated[tier]
	if most > 0 && have > most {
		s.each(p, ByCrowded, slices.Clone(s.rows(p)[tier][:have-most]))
	}
}

// unload gives away until the hours are enough: the customer whose hours just
// cover what is too much, else the one with most. A MAJOR stays where it is.
func (s *suggester) unload(p int32) {
	blocked, left := [5]bool{pyramid.Major: true}, false
	for s.loads[p].Hours > s.people[p].Capacity {
		tier, found := s.lightest(p, &blocked)
		if !found {
			left = true
			break
		}
		if !s.move(s.rows(p)[tier][0], p, ByOverload) {
			blocked[tier] = true
		}
	}
	if left {
		s.stuck = append(s.stuck, Stuck{p, ByOverload, s.loads[p].Total()})
	}
}

func (s *suggester) lightest(p int32, blocked *[5]bool) (best pyramid.Tier, found bool) {
	excess := s.loads[p].Hours - s.people[p].Capacity
	for _, tier := range Tiers { // from the most hours down
		if blocked[tier] || len(s.rows(p)[tier]) == 0 {
			continue
		}
		if !found || s.Hours(tier, false) >= excess {
			best, found = tier, true
		}
	}
	return best, found
}

// move gives a customer to whoever can have him; false: nobody can.
func (s *suggester) move(row, from int32, reason string) bool {
	to := s.receiver(row, from)
	if to < 0 {
		return false
	}
	tier, share := s.Tier[row], s.hours(row)
	if from >= 0 {
		s.loads[from].take(s.Accounts, row, -1)
		s.loads[from].Hours -= share
	}
	s.loads[to].take(s.Accounts, row, 1)
	s.loads[to].Hours += share
	own := s.rows(from)
	own[tier] = slices.DeleteFunc(own[tier], func(r int32) bool { return r == row })
	s.moves = append(s.moves, Move{row, from, to, reason})
	return true
}

func (s *suggester) hours(row int32) int64 {
	share, _ := s.share(s.Accounts, row)
	return share
}

// receiver is who has most time left of those who can have a customer, in the
// line of whoever has him now if there is anybody; -1: nobody.
func (s *suggester) receiver(row, from int32) int32 {
	best, near := int32(-1), false
	for p := range int32(len(s.people)) {
		if p == from || !s.can(p, row) {
			continue
		}
		same := from >= 0 && s.people[p].Line == s.people[from].Line
		if best < 0 || same && !near || same == near && s.free(p) > s.free(best) {
			best, near = p, same
		}
	}
	return best
}

func (s *suggester) free(p int32) int64 { return s.people[p].Capacity - s.loads[p].Hours }

// can reports whether somebody can have a customer without breaking a rule.
func (s *suggester) can(p, row int32) bool {
	tier, l, who := s.Tier[row], &s.loads[p], &s.people[p]
	share := s.hours(row)
	if who.Gone || who.Closed || s.free(p) < share || slices.Contains(s.Helpers[row], p) {
		return false
	}
	if most := s.Config.of(tier).Most; most > 0 && l.rated[tier] >= most {
		return false
	}
	if !s.Alone {
		return true
	}
	if tier == pyramid.Major {
		return l.others() == 0
	}
	return l.rated[pyramid.Major] == 0
}

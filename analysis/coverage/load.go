package coverage

import "erba/analysis/pyramid"

// Accounts are the customers, column by column. Nobody is -1.
type Accounts struct {
	Tier      []pyramid.Tier
	Owner     []int32 // who looks after it
	Value     []int64 // what is moved first has the least
	Strategic []bool
	Exempt    []bool            // flagged: no rule counts it
	Helpers   map[int32][]int32 // of a strategic one, beside the owner
}

// Person is somebody who looks after customers.
type Person struct {
	Capacity int64 // millionths of hours of a year
	Gone     bool  // cannot sign in any more
	Closed   bool  // gets no further customers, such as somebody who is away
	Line     int32 // those of one line know each other's customers
}

// Load is what somebody has to do: hours and customers by tier.
type Load struct {
	Hours int64
	Count [5]int // all customers
	rated [5]int // those that rules count
}

// Total is how many customers there are.
func (l *Load) Total() (n int) {
	for _, of := range l.Count {
		n += of
	}
	return n
}

// others are the customers beside a MAJOR that rules count.
func (l *Load) others() (n int) {
	for tier, of := range l.rated {
		if pyramid.Tier(tier) != pyramid.Major {
			n += of
		}
	}
	return n
}

func (l *Load) take(a *Accounts, row int32, sign int) {
	tier := a.Tier[row]
	l.Count[tier] += sign
	if !a.Exempt[row] {
		l.rated[tier] += sign
	}
}

// Loads are those of so many people. The hours of a strategic customer are
// shared by his team.
func (c *Config) Loads(a *Accounts, people int) []Load {
	all := make([]Load, people)
	for row := range int32(len(a.Tier)) {
		owner := a.Owner[row]
		if owner >= 0 {
			all[owner].take(a, row, 1)
		}
		share, helpers := c.share(a, row)
		if owner >= 0 {
			all[owner].Hours += share
		}
		for _, h := range helpers {
			all[h].Hours += share
		}
	}
	return all
}

// share is what a customer asks of each who looks after him, and who helps.
func (c *Config) share(a *Accounts, row int32) (int64, []int32) {
	hours := c.Hours(a.Tier[row], a.Strategic[row])
	if !a.Strategic[row] || a.Tier[row] != pyramid.Major {
		return hours, nil
	}
	helpers := a.Helpers[row]
	return hours / int64(1+len(helpers)), helpers
}

// Fault is a rule that an assignment breaks.
type Fault string

// The rules.
const (
	Shared  Fault = "shared"  // who looks after a MAJOR has other accounts
	Crowded Fault = "crowded" // somebody has more of a tier than he may
	Nobody  Fault = "nobody"  // nobody looks after it
	Left    Fault = "left"    // who looks after it has left
	Short   Fault = "short"   // the team of a strategic one is too small
)

// Violation is where a rule is broken: by a person, by a customer, or by both.
type Violation struct {
	Fault  Fault
	Person int32 // -1: it is about a customer alone
	Row    int32 // -1: it is about all of a person's customers of the tier
	Tier   pyramid.Tier
	Have   int
	Most   int
}

// Violations are all of them: those of people first, then those of customers.
func (c *Config) Violations(a *Accounts, people []Person, loads []Load) (all []Violation) {
	for p := range loads {
		if !people[p].Gone {
			all = c.crowded(all, int32(p), &loads[p])
		}
	}
	for row := range int32(len(a.Tier)) {
		switch owner := a.Owner[row]; {
		case a.Exempt[row] || a.Tier[row] == pyramid.None:
		case owner < 0 && a.Tier[row] > pyramid.Mass:
			all = append(all, Violation{Nobody, -1, row, a.Tier[row], 0, 1})
		case owner >= 0 && people[owner].Gone:
			all = append(all, Violation{Left, owner, row, a.Tier[row], 0, 1})
		case a.Strategic[row] && a.Tier[row] == pyramid.Major && 1+len(a.Helpers[row]) < c.Team:
			all = append(all, Violation{Short, owner, row, a.Tier[row], 1 + len(a.Helpers[row]), c.Team})
		}
	}
	return all
}

func (c *Config) crowded(all []Violation, person int32, l *Load) []Violation {
	if c.Alone && l.rated[pyramid.Major] > 0 && l.others() > 0 {
		all = append(all, Violation{Shared, person, -1, pyramid.Major, l.others(), 0})
	}
	for _, tier := range Tiers {
		if most := c.of(tier).Most; most > 0 && l.rated[tier] > most {
			all = append(all, Violation{Crowded, person, -1, tier, l.rated[tier], most})
		}
	}
	return all
}

package rights

import (
	"strings"

	"erba/kernel"
)

// Everything that says how people stand to accounts, as lists in memory.
type (
	person struct {
		id, boss kernel.ID
		role     string
		regions  []string
	}
	member struct {
		account, user kernel.ID
		owner         bool
		from, until   kernel.Date // zero: open to that side
	}
	share struct {
		account, user kernel.ID
		from, until   kernel.Date
	}
	stand struct {
		away, in    kernel.ID
		from, until kernel.Date
	}
	place struct {
		account kernel.ID
		region  string
		key     bool // a key account is not opened by its region
	}
	facts struct {
		people  []person
		members []member
		shares  []share
		stands  []stand
		places  []place
		flagged []kernel.ID
		today   kernel.Date
	}
)

// outcome is what somebody gets who asks.
type outcome string

const (
	signedOut outcome = "signed out"
	denied    outcome = "denied"
	missing   outcome = "missing" // exactly as if the row did not exist
	passes    outcome = "passes"
)

func (f *facts) holds(from, until kernel.Date) bool {
	return (from.IsZero() || from.Compare(f.today) <= 0) && (until.IsZero() || f.today.Compare(until) <= 0)
}

func (f *facts) person(id kernel.ID) person {
	for _, p := range f.people {
		if p.id == id {
			return p
		}
	}
	return person{}
}

// selves are somebody and those in whose place he stands today.
func (f *facts) selves(id kernel.ID) []kernel.ID {
	all := []kernel.ID{id}
	for _, s := range f.stands {
		if s.in == id && f.holds(s.from, s.until) {
			all = append(all, s.away)
		}
	}
	return all
}

// below reports whether somebody is, or reports to, somebody else, over however many.
func (f *facts) below(id, boss kernel.ID) bool {
	for !id.IsZero() {
		if id == boss {
			return true
		}
		id = f.person(id).boss
	}
	return false
}

// sees loops over everything for one letter.
func (f *facts) sees(letter rune, who person, account kernel.ID) bool {
	for _, self := range f.selves(who.id) {
		for _, m := range f.members {
			if m.account != account || !f.holds(m.from, m.until) {
				continue
			}
			switch {
			case letter == 'O' && m.user == self && m.owner,
				letter == 'T' && m.user == self,
				letter == 'S' && f.below(m.user, self):
				return true
			}
		}
	}
	switch letter {
	case 'R':
		for _, p := range f.places {
			if p.account == account && !p.key && contains(who.regions, p.region) {
				return true
			}
		}
	case 'X':
		for _, s := range f.shares {
			if s.account == account && s.user == who.id && f.holds(s.from, s.until) {
				return true
			}
		}
	case 'F':
		return contains(f.flagged, account)
	case 'A':
		return true
	}
	return false
}

func contains[T comparable](all []T, one T) bool {
	for _, x := range all {
		if x == one {
			return true
		}
	}
	return false
}

// way is with what somebody comes.
type way string

var ways = []way{"session", "token", "nobody", "expired session", "revoked token", "switched off"}

// ask is one question to the evaluator.
type ask struct {
	way         way
	who         person
	grant, path string
	account     kernel.ID
	exists      bool // whether there is such an account
	bound       bool // whether the route is about an account at all
}

// judge says what an answer must be.
func (f *facts) judge(letters map[string]map[string]string, a ask) outcome {
	if a.way != "session" && a.way != "token" {
		return signedOut
	}
	mine := letters[a.grant][a.who.role]
	if mine == "" {
		return denied
	}
	if a.way == "token" && (!lent(a.grant) || strings.HasPrefix(a.path, inPerson[0])) {
		return denied
	}
	if !a.bound {
		return passes
	}
	for _, letter := range mine {
		if a.exists && f.sees(letter, a.who, a.account) {
			return passes
		}
	}
	return missing
}

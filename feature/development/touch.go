package development

import (
	"math/bits"

	stages "erba/analysis/development"
	"erba/kernel"
)

// ours are the departments of our own that somebody belongs to by his roles, the
// first that fits.
var ours = []struct{ role, department string }{
	{"key_account_manager", "sales"}, {"rep", "sales"}, {"sales_manager", "management"}, {"director", "management"},
	{"service", "service"}, {"finance", "finance"}, {"operations", "operations"},
}

// OurDepartments are the rows of the matrix of contacts.
var OurDepartments = []string{"sales", "management", "service", "finance", "operations", "other"}

// departmentOf is ours of somebody with some roles.
func departmentOf(roles []string) string {
	for _, one := range ours {
		for _, role := range roles {
			if role == one.role {
				return one.department
			}
		}
	}
	return "other"
}

// TheirDepartments are the columns of the matrix of contacts.
var TheirDepartments = []string{"purchasing", "research", "quality", "operations", "logistics", "finance", "board", "other"}

// seat is where somebody of them works.
type seat struct {
	department int // −1: no word tells
	rank       int
}

// tie is who of us was in touch with whom of them.
type tie struct {
	contact, user kernel.ID
	times         int
	both          bool
	last          kernel.Date
}

// reached counts levels and departments with contacts both ways.
type reached struct{ levels, departments uint8 }

func (r *reached) add(s seat, both bool) {
	if !both {
		return
	}
	if s.rank > 0 {
		r.levels |= 1 << s.rank
	}
	if s.department >= 0 {
		r.departments |= 1 << s.department
	}
}

func (r *reached) count() int { return bits.OnesCount8(r.departments) }

// Touch is a square of the matrix of contacts.
type Touch struct {
	Ours   string      `json:"ours"   enum:"sales,management,service,finance,operations,other"`
	Theirs string      `json:"theirs" enum:"purchasing,research,quality,operations,logistics,finance,board,other"`
	People int         `json:"people" doc:"Of them"`
	Users  int         `json:"users"  doc:"Of us"`
	Times  int         `json:"times"  doc:"Contacts"`
	Both   bool        `json:"both"   doc:"Some went both ways"`
	Last   kernel.Date `json:"last"`
}

// touches are who of us was in touch with whom of them, department by department.
func touches(ties []tie, seats map[kernel.ID]seat, roles map[kernel.ID][]string) []Touch {
	type pair struct{ ours, theirs string }
	found, people, users := map[pair]*Touch{}, map[pair]map[kernel.ID]bool{}, map[pair]map[kernel.ID]bool{}
	for _, t := range ties {
		at := pair{departmentOf(roles[t.user]), theirsOf(seats, t.contact)}
		one := found[at]
		if one == nil {
			one = &Touch{Ours: at.ours, Theirs: at.theirs}
			found[at], people[at], users[at] = one, map[kernel.ID]bool{}, map[kernel.ID]bool{}
		}
		people[at][t.contact], users[at][t.user] = true, true
		one.Times, one.Both = one.Times+t.times, one.Both || t.both
		if t.last.Compare(one.Last) > 0 {
			one.Last = t.last
		}
	}
	all := []Touch{}
	for _, our := range OurDepartments {
		for _, their := range TheirDepartments {
			if one := found[pair{our, their}]; one != nil {
				one.People, one.Users = len(people[pair{our, their}]), len(users[pair{our, their}])
				all = append(all, *one)
			}
		}
	}
	return all
}

func theirsOf(seats map[kernel.ID]seat, contact kernel.ID) string {
	if s, known := seats[contact]; known && s.department >= 0 {
		return TheirDepartments[s.department]
	}
	return TheirDepartments[stages.Departments]
}

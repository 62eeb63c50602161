package contact

import (
	"slices"
	"strings"

	"erba/kernel"
)

// Place says where somebody stands at his account, as far as it is said.
type Place struct {
	Reports *kernel.ID `json:"reports,omitempty" doc:"The contact whom he reports to, empty: nobody. Left out: it stays"`
	Rank    *int       `json:"rank,omitempty"    minimum:"0" maximum:"6" doc:"1 staff … 6 top; 0: nobody has said. Left out: it stays"`
	Scope   *string    `json:"scope,omitempty"   doc:"technical, business, financial; several with blanks between. Left out: it stays"`
}

func (p Place) into(c *Contact) {
	if p.Reports != nil {
		c.Reports = *p.Reports
	}
	if p.Rank != nil {
		c.Rank = *p.Rank
	}
	if p.Scope != nil {
		c.Scope = strings.Join(strings.Fields(*p.Scope), " ")
	}
}

// The ranks, from staff to the top.
const (
	Staff   = 1
	Manager = 4
	Top     = 6
)

// Scopes are the matters in which people speak.
var Scopes = []string{"technical", "business", "financial"}

func (c Contact) checkPlace() error {
	if c.Rank != 0 && (c.Rank < Staff || c.Rank > Top) {
		return kernel.Invalid("contact.bad_rank", "max", Top)
	}
	for _, scope := range strings.Fields(c.Scope) {
		if !slices.Contains(Scopes, scope) {
			return kernel.Invalid("contact.bad_scope", "scope", scope)
		}
	}
	return nil
}

// CheckTree reports the first rule that the lines of an account break: who is
// somebody's manager is at the same account and still there, and nobody reports
// to himself, directly or through others.
func CheckTree(all []Contact) error {
	people := make(map[kernel.ID]Contact, len(all))
	for _, c := range all {
		people[c.ID] = c
	}
	sound := map[kernel.ID]bool{}
	for _, c := range all {
		if err := checkLine(people, sound, c); err != nil {
			return err
		}
	}
	return nil
}

func checkLine(people map[kernel.ID]Contact, sound map[kernel.ID]bool, c Contact) error {
	met := map[kernel.ID]bool{c.ID: true}
	for at := c; !at.Reports.IsZero() && !sound[at.ID]; {
		next, there := people[at.Reports]
		switch {
		case !there:
			return kernel.Invalid("contact.other_tree", "name", at.Name)
		case next.ID == at.ID:
			return kernel.Invalid("contact.own_manager", "name", at.Name)
		case met[next.ID]:
			return kernel.Invalid("contact.circle", "name", at.Name, "manager", next.Name)
		case !next.Gone.IsZero():
			return kernel.Invalid("contact.gone_manager", "manager", next.Name)
		}
		met[next.ID], at = true, next
	}
	for id := range met {
		sound[id] = true
	}
	return nil
}

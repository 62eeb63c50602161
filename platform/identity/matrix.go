package identity

import (
	"maps"
	"slices"
)

// Grants says for each verb which roles are granted it, and in which relations
// to the row: a feature's rows of the matrix. What belongs to no row is A.
//
//	"account:read": {"rep": "OTX", "director": "A"}
type Grants map[string]map[string]string

// Matrix says for each role what it opens under each grant.
type Matrix map[string]map[string]Relation

// Local is the role of the machine's command line; no user can have it. The
// nightly work needs none: it runs as System.
const Local = "operator"

// Unite makes the matrix from the names of the roles and the features' rows.
func Unite(roles []string, rows ...Grants) Matrix {
	m := Matrix{}
	for _, role := range roles {
		m[role] = map[string]Relation{}
	}
	for _, grants := range rows {
		for grant, cells := range grants {
			for role, text := range cells {
				m.set(role, grant, RelationOf(text))
			}
		}
	}
	return m
}

func (m Matrix) set(role, grant string, r Relation) {
	cells, ok := m[role]
	if _, twice := cells[grant]; !ok || twice || r == 0 {
		panic("identity: " + grant + " of " + role + ": no role, twice there, or empty")
	}
	cells[grant] = r
}

// Roles are those that a user can have.
func (m Matrix) Roles() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(m)), func(name string) bool { return name == Local })
}

// Grants are all verbs that somebody is granted.
func (m Matrix) Grants() []string {
	all := map[string]bool{}
	for _, cells := range m {
		for grant := range cells {
			all[grant] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// of unites the rights of several roles: grant by grant, never across grants.
func (m Matrix) of(roles []string) map[string]Relation {
	one := map[string]Relation{}
	for _, role := range roles {
		for grant, r := range m[role] {
			one[grant] |= r
		}
	}
	return one
}

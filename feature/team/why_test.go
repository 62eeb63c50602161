package team

import (
	"math/rand/v2"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var people = []string{"director", "manager", "rep", "other"}

// letters are what the roles of this company open: one of each shape.
var letters = map[string]string{"owner": "O", "team": "OTX", "line": "SRX", "service": "FT", "all": "A"}

// Whoever is named with a reason sees the account, and whoever sees it is
// named: the reasons are found by loops, the sight by the row filter.
func TestReasonsAreThoseOfTheRowFilter(t *testing.T) {
	matrix := identity.Matrix{}
	var roles []string
	for role, text := range letters {
		roles = append(roles, role)
		matrix[role] = map[string]identity.Relation{seeing: identity.RelationOf(text)}
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		users := identity.NewService(s.DB, matrix)
		chance := rand.New(rand.NewPCG(11, 22))
		for round := range 60 {
			row := company(s, "director", kernel.NewID().String(), "华东")
			shake(s, chance, roles, row)
			named := map[kernel.ID]bool{}
			err := s.DB.Read(identity.With(s.Context(), identity.System()), func(tx *db.Tx) error {
				why, err := users.Why(tx, seeing, row)
				for _, w := range why {
					named[w.User] = true
				}
				return err
			})
			if err != nil {
				s.Fatal(err)
			}
			for _, login := range people {
				v, err := users.Viewer(s.Context(), s.User(login).ID)
				if err != nil {
					s.Fatal(err)
				}
				seen := visible(s, v.For(seeing), row)
				if seen != named[v.ID] {
					s.Fatalf("round %d: %s with %s sees it: %t, named: %t", round, login, v.Roles, seen, named[v.ID])
				}
			}
		}
	})
}

// shake gives everybody another role and another way to the row, or none.
func shake(s *apptest.Stage, chance *rand.Rand, roles []string, row kernel.ID) {
	for _, table := range []string{"row_shares", "delegations", "user_regions"} {
		s.Exec(`DELETE FROM ` + table)
	}
	s.Exec(`DELETE FROM row_members WHERE row_id = ?`, row)
	day := kernel.Today()
	days := func() (kernel.Date, kernel.Date) {
		from := chance.IntN(5) - 2
		return day.Add(from), day.Add(from + chance.IntN(3))
	}
	for _, login := range people {
		id := s.User(login).ID
		s.Exec(`UPDATE users SET roles = ? WHERE id = ?`, roles[chance.IntN(len(roles))], id)
		if from, until := days(); chance.IntN(3) == 0 {
			s.Exec(`INSERT INTO row_members (row_id, user_id, owner, team_role, from_on, until_on) VALUES (?, ?, ?, 'sales', ?, ?)`, row, id, chance.IntN(2) == 0, from, until)
		}
		if from, until := days(); chance.IntN(4) == 0 {
			s.Exec(`INSERT INTO row_shares (row_id, user_id, from_on, until_on, granted_by) VALUES (?, ?, ?, ?, ?)`, row, id, from, until, id)
		}
		if from, until := days(); chance.IntN(2) == 0 {
			standIn := s.User(people[chance.IntN(len(people))]).ID
			if standIn != id {
				s.Exec(`INSERT INTO delegations (user_id, stand_in_id, from_on, until_on) VALUES (?, ?, ?, ?)`, id, standIn, from, until)
			}
		}
		if chance.IntN(3) == 0 {
			s.Exec(`INSERT INTO user_regions (user_id, region) VALUES (?, '华东')`, id)
		}
	}
	s.Exec(`UPDATE row_places SET closed = ? WHERE row_id = ?`, chance.IntN(2) == 0, row)
	if chance.IntN(2) == 0 {
		s.Exec(`INSERT INTO row_flags (row_id, flag) VALUES (?, 'service')`, row)
	}
}

func visible(s *apptest.Stage, v identity.Viewer, row kernel.ID) (seen bool) {
	err := s.DB.Read(identity.With(s.Context(), v), func(tx *db.Tx) (err error) {
		seen, err = db.Find[bool](tx, `SELECT count(*) > 0 FROM accounts a WHERE a.id = ? AND ?`, row, tx.Visible("a.id"))
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return seen
}

// A company of a group opens neither its parent nor the parent's name.
func TestSubsidiaryDoesNotOpenItsParent(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		parent := company(s, "director", "P", "")
		child := company(s, "director", "C", "")
		s.Exec(`UPDATE accounts SET parent_id = ? WHERE id = ?`, parent, child)
		if err := New(s.Kit).Enlist(s.As("director"), Member{Account: child, User: s.User("rep").ID, Role: "sales"}); err != nil {
			s.Fatal(err)
		}
		if !sees(s, "rep", child) || sees(s, "rep", parent) {
			s.Errorf("child %t, parent %t", sees(s, "rep", child), sees(s, "rep", parent))
		}
		for _, path := range []string{"/tree", "/access", "/timeline", ""} {
			w := s.Do("rep", "GET", "/api/accounts/"+child.String()+path, "")
			if w.Code != 200 || strings.Contains(w.Body.String(), "公司P") {
				s.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
			if gone := s.Do("rep", "GET", "/api/accounts/"+parent.String()+path, ""); gone.Code != 404 {
				s.Errorf("%s of the parent: %d", path, gone.Code)
			}
		}
	})
}

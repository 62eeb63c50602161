package identity_test

import (
	"slices"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// The stage's people: rep under manager under director, other under nobody.
func TestReportsFollowTheBoss(t *testing.T) {
	type move struct{ who, boss string }
	tests := map[string]struct {
		moves []move
		want  string // manager>user, without everybody's report to himself
		fault string
	}{
		"as they begin":                      {nil, "director>manager director>rep manager>rep", ""},
		"a rep changes to another":           {[]move{{"rep", "other"}}, "director>manager other>rep", ""},
		"a manager takes his people along":   {[]move{{"manager", "other"}}, "manager>rep other>manager other>rep", ""},
		"somebody new at the top":            {[]move{{"director", "other"}}, "director>manager director>rep manager>rep other>director other>manager other>rep", ""},
		"a manager becomes his own master":   {[]move{{"manager", ""}}, "manager>rep", ""},
		"there and back":                     {[]move{{"manager", "other"}, {"manager", "director"}}, "director>manager director>rep manager>rep", ""},
		"nobody reports to his own report":   {[]move{{"director", "rep"}}, "director>manager director>rep manager>rep", "identity.circle"},
		"nor to himself":                     {[]move{{"manager", "manager"}}, "director>manager director>rep manager>rep", "identity.circle"},
		"the boss's boss, skipping a level":  {[]move{{"rep", "director"}}, "director>manager director>rep", ""},
		"no boss, then one below the former": {[]move{{"rep", ""}, {"director", "rep"}}, "director>manager rep>director rep>manager", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				fault := ""
				for _, m := range tt.moves {
					u, err := s.Kit.Users.Named(s.Context(), m.who)
					if err != nil {
						s.Fatal(err)
					}
					u.Boss = s.User(m.boss).ID
					if _, err = s.Kit.Users.Change(s.As("director"), u); err != nil {
						fault = key(err)
					}
				}
				if got := reports(s); got != tt.want || fault != tt.fault {
					s.Errorf("%s, %q, want %s, %q", got, fault, tt.want, tt.fault)
				}
			})
		})
	}
}

func reports(s *apptest.Stage) string {
	names := map[kernel.ID]string{}
	for _, role := range []string{"director", "manager", "rep", "other"} {
		names[s.User(role).ID] = role
	}
	type pair struct {
		Manager kernel.ID `db:"manager_id"`
		User    kernel.ID `db:"user_id"`
	}
	var all []string
	_ = s.DB.Read(s.Context(), func(tx *db.Tx) error {
		pairs, err := db.List[pair](tx, `SELECT manager_id, user_id FROM reports WHERE manager_id <> user_id`)
		for _, p := range pairs {
			all = append(all, names[p.Manager]+">"+names[p.User])
		}
		return err
	})
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestChangeWantsTheVersionThatWasSeen(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		u := s.User("rep")
		for i, want := range []string{"", "db.stale"} {
			if _, err := s.Kit.Users.Change(s.As("director"), u); key(err) != want {
				s.Errorf("change %d: %v, want %q", i+1, err, want)
			}
		}
	})
}

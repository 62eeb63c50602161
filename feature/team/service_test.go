package team

import (
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

var features = []app.Feature{account.Feature, product.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

// company opens an account of a role's user, in a region.
func company(s *apptest.Stage, role, code, region string) kernel.ID {
	a := []account.Account{{Code: code, Name: "公司" + code, Region: region}}
	if err := account.New(s.Kit).Open(s.As(role), a...); err != nil {
		s.Fatal(err)
	}
	return a[0].ID
}

// sees reports whether a role's user finds an account.
func sees(s *apptest.Stage, role string, id kernel.ID) bool {
	_, err := account.New(s.Kit).Find(s.As(role), id)
	if err != nil && key(err) != "db.missing" {
		s.Fatal(err)
	}
	return err == nil
}

func key(err error) string {
	if f, ok := err.(*kernel.Fault); ok {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestTeamIsDated(t *testing.T) {
	day := kernel.Today()
	tests := map[string]struct {
		from, until kernel.Date
		sees        bool
		want        string
	}{
		"from now on":        {kernel.Date{}, kernel.Date{}, true, ""},
		"until today":        {day.Add(-3), day, true, ""},
		"from tomorrow":      {day.Add(1), kernel.Date{}, false, ""},
		"until yesterday":    {day.Add(-3), day.Add(-1), false, ""},
		"days that run back": {day, day.Add(-1), false, "team.bad_days"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, features, func(s *apptest.Stage) {
				id := company(s, "manager", "A", "")
				err := New(s.Kit).Enlist(s.As("manager"), Member{id, s.User("rep").ID, "technical", tt.from, tt.until})
				if key(err) != tt.want || sees(s, "rep", id) != tt.sees {
					s.Errorf("%v, sees it: %t", err, sees(s, "rep", id))
				}
			})
		})
	}
}

func TestWhoCanBeInTheTeam(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		team, id := New(s.Kit), company(s, "manager", "A", "")
		gone := company(s, "director", "B", "")
		tests := []struct {
			name, by, role string
			account, user  kernel.ID
			want           string
		}{
			{"the owner is no member", "manager", "sales", id, s.User("manager").ID, "team.owner"},
			{"a role that is none", "manager", "boss", id, s.User("rep").ID, "team.bad_role"},
			{"an account out of sight", "manager", "sales", gone, s.User("rep").ID, "db.missing"},
			{"somebody who does not exist", "manager", "sales", id, kernel.NewID(), "db.missing"},
			{"somebody to whom a team opens nothing", "manager", "sales", id, s.User("other").ID, "team.useless"},
			{"a rep", "manager", "sales", id, s.User("rep").ID, ""},
		}
		for _, tt := range tests {
			if err := team.Enlist(s.As(tt.by), Member{Account: tt.account, User: tt.user, Role: tt.role}); key(err) != tt.want {
				s.Errorf("%s: %v, want %q", tt.name, err, tt.want)
			}
		}
		s.Exec(`UPDATE users SET active = ? WHERE login = 'rep'`, false)
		if err := team.Enlist(s.As("manager"), Member{Account: id, User: s.User("rep").ID, Role: "lead"}); key(err) != "team.gone" {
			s.Errorf("somebody who has left: %v", err)
		}
	})
}

func TestLeavingTheTeam(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		team, id, rep := New(s.Kit), company(s, "manager", "A", ""), s.User("rep").ID
		for _, from := range []kernel.Date{kernel.Today().Add(-30), kernel.Today()} {
			if err := team.Enlist(s.As("manager"), Member{Account: id, User: rep, Role: "sales", From: from}); err != nil {
				s.Fatal(err)
			}
			if err := team.Release(s.As("manager"), id, rep); err != nil || sees(s, "rep", id) {
				s.Errorf("since %s: %v, sees it: %t", from, err, sees(s, "rep", id))
			}
		}
		v, err := team.Find(s.As("manager"), id)
		if err != nil || len(v.Members) != 0 {
			s.Errorf("who came and went on one day was never there: %+v, %v", v, err)
		}
		if err := team.Release(s.As("manager"), id, rep); key(err) != "team.no_member" {
			s.Error(err)
		}
	})
}

func TestShares(t *testing.T) {
	day := kernel.Today()
	apptest.Each(t, features, func(s *apptest.Stage) {
		team, id, rep := New(s.Kit), company(s, "director", "A", ""), s.User("rep").ID
		tests := []struct {
			name  string
			share Share
			want  string
			sees  bool
		}{
			{"without a reason", Share{Row: id, User: rep, From: day, Until: day, Reason: " "}, "team.why", false},
			{"without an end", Share{Row: id, User: rep, From: day, Reason: "x"}, "team.bad_days", false},
			{"of the past", Share{Row: id, User: rep, From: day.Add(-9), Until: day.Add(-1), Reason: "x"}, "team.past_days", false},
			{"for more than a year", Share{Row: id, User: rep, From: day, Until: day.Add(366), Reason: "x"}, "team.too_long", false},
			{"with somebody to whom it opens nothing", Share{Row: id, User: s.User("other").ID, From: day, Until: day, Reason: "x"}, "team.useless", false},
			{"from tomorrow", Share{Row: id, User: rep, From: day.Add(1), Until: day.Add(9), Reason: "holiday cover"}, "", false},
			{"from today, in its place", Share{Row: id, User: rep, From: day, Until: day.Add(9), Reason: "holiday cover"}, "", true},
		}
		for _, tt := range tests {
			if err := team.Show(s.As("director"), tt.share); key(err) != tt.want || sees(s, "rep", id) != tt.sees {
				s.Errorf("%s: %v, sees it: %t", tt.name, err, sees(s, "rep", id))
			}
		}
		if err := team.Hide(s.As("director"), id, rep); err != nil || sees(s, "rep", id) {
			s.Errorf("taken back: %v", err)
		}
		if err := team.Hide(s.As("director"), id, rep); key(err) != "team.no_share" {
			s.Error(err)
		}
	})
}

func TestAway(t *testing.T) {
	day := kernel.Today()
	apptest.Each(t, features, func(s *apptest.Stage) {
		team, id := New(s.Kit), company(s, "rep", "A", "")
		keeper, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "keeper", Name: "keeper", Roles: identity.Roles{"director"}, Language: "en"}, "secret")
		if err != nil {
			s.Fatal(err)
		}
		s.Exec(`UPDATE users SET roles = 'admin' WHERE id = ?`, keeper.ID)
		away := func(user, standIn string, from, until int) Away {
			return Away{User: s.User(user).ID, StandIn: s.User(standIn).ID, From: day.Add(from), Until: day.Add(until)}
		}
		tests := []struct {
			name, by string
			away     Away
			want     string
			sees     bool // the other sees the rep's account
		}{
			{"the past", "rep", away("rep", "other", -5, -1), "team.past_days", false},
			{"for ever", "rep", away("rep", "other", 0, 180), "team.too_long", false},
			{"himself", "rep", away("rep", "rep", 0, 5), "team.self", false},
			{"somebody who keeps the users", "rep", Away{User: s.User("rep").ID, StandIn: keeper.ID, From: day, Until: day}, "team.apart", false},
			{"for his manager", "rep", away("manager", "other", 0, 5), "db.missing", false},
			{"for somebody of another line", "other", away("rep", "other", 0, 5), "db.missing", false},
			{"from tomorrow", "rep", away("rep", "other", 1, 5), "", false},
			{"his manager, from today", "manager", away("rep", "other", 0, 5), "", true},
		}
		for _, tt := range tests {
			if err := team.Leave(s.As(tt.by), tt.away); key(err) != tt.want || sees(s, "other", id) != tt.sees {
				s.Errorf("%s: %v, sees it: %t", tt.name, err, sees(s, "other", id))
			}
		}
		for role, led := range map[string]int{"rep": 1, "manager": 2, "other": 1, "director": 3} {
			if a, err := team.Aways(s.As(role)); err != nil || len(a.Away) != 2 || len(a.For) != led {
				s.Errorf("%s is told of %+v, %v", role, a, err)
			}
		}
		if err := team.Return(s.As("other"), away("rep", "other", 0, 5)); key(err) != "db.missing" {
			s.Errorf("the stand-in ends it: %v", err)
		}
		if err := team.Return(s.As("rep"), away("rep", "other", 0, 5)); err != nil || sees(s, "other", id) {
			s.Errorf("back again: %v", err)
		}
	})
}

// What an account's region opens follows the region, until it is a key account.
func TestRegionsFollowTheAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		id := company(s, "director", "A", "华东")
		m := identity.Unite([]string{"rep"}, identity.Grants{"account:read": {"rep": "R"}})
		users := identity.NewService(s.DB, m)
		reads := func() bool {
			v, err := users.Viewer(s.Context(), s.User("rep").ID)
			if err != nil {
				s.Fatal(err)
			}
			_, err = account.New(s.Kit).Find(identity.With(s.Context(), v.For("account:read")), id)
			return err == nil
		}
		if reads() {
			s.Error("without a region it is open")
		}
		if err := New(s.Kit).Govern(s.As("director"), s.User("rep").ID, []string{"华东", "华东", "华南"}); err != nil || !reads() {
			s.Errorf("in his region: %v", err)
		}
		move := func(region string) {
			row, err := account.New(s.Kit).Find(s.As("director"), id)
			if err != nil {
				s.Fatal(err)
			}
			row.Region = region
			if _, err := account.New(s.Kit).Save(s.As("director"), row.Account); err != nil {
				s.Fatal(err)
			}
		}
		if move("华北"); reads() {
			s.Error("moved away, it is open")
		}
		if move("华南"); !reads() {
			s.Error("moved to his other region, it is closed")
		}
		err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			return event.Emit(s.Kit.Events, tx, portfolio.Listed{Accounts: []kernel.ID{id}})
		})
		if err != nil || reads() {
			s.Errorf("a key account is open by its region: %v", err)
		}
		if move("华东"); reads() {
			s.Error("a key account that moves is open again")
		}
	})
}

func TestEveryWriteIsAudited(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		team, id, rep, day := New(s.Kit), company(s, "director", "A", ""), s.User("rep").ID, kernel.Today()
		for _, err := range []error{
			team.Enlist(s.As("director"), Member{Account: id, User: rep, Role: "sales"}),
			team.Enlist(s.As("director"), Member{Account: id, User: rep, Role: "lead"}),
			team.Show(s.As("director"), Share{Row: id, User: rep, From: day, Until: day, Reason: "cover"}),
			team.Flag(s.As("director"), id, true),
			team.Flag(s.As("director"), id, true),
		} {
			if err != nil {
				s.Fatal(err)
			}
		}
		var said []string
		err := s.DB.Read(s.As("director"), func(tx *db.Tx) (err error) {
			said, err = db.List[string](tx, `SELECT verb || ' ' || detail FROM audit WHERE object_id = ? ORDER BY at`, id)
			return err
		})
		all := strings.Join(said, "\n")
		for _, want := range []string{"team.flagged", `"from":false,"to":true`, "team.shared", "cover", `"field":"role","from":"sales","to":"lead"`} {
			if err != nil || strings.Count(all, "team.") != 4 || !strings.Contains(all, want) {
				s.Errorf("%v, want %s in\n%s", err, want, all)
			}
		}
	})
}

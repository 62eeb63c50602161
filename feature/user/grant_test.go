package user

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"erba/platform/apptest"
)

// put changes the roles of a stage's user on behalf of another.
func put(s *apptest.Stage, as, who, roles string) User {
	s.Helper()
	u, err := s.Kit.Users.Named(s.Context(), who)
	if err != nil {
		s.Fatal(err)
	}
	w := s.Do(as, "PUT", "/api/users/"+u.ID.String(), fmt.Sprintf(`{"name":"X","roles":[%s],"active":true}`, roles), "If-Match", fmt.Sprintf(`"%d"`, u.Version))
	var out User
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	return out
}

// decide approves the only proposal that waits, and answers what was said.
func decide(s *apptest.Stage, as string) string {
	s.Helper()
	var box struct {
		Rows []struct{ ID string }
	}
	raw := s.Do("director", "GET", "/api/approvals?box=decide", "").Body
	if err := json.Unmarshal(raw.Bytes(), &box); err != nil || len(box.Rows) == 0 {
		s.Fatalf("nothing waits: %s", raw)
	}
	w := s.Do(as, "POST", "/api/approvals/"+box.Rows[0].ID+"/decision", `{"verdict":"approve"}`, "If-Match", `"1"`)
	return fmt.Sprint(w.Code, " ", w.Body)
}

func rolesOf(s *apptest.Stage, login string) string {
	u, err := s.Kit.Users.Named(s.Context(), login)
	if err != nil {
		s.Fatal(err)
	}
	return strings.Join(u.Roles, " ")
}

func TestADirectorIsMadeByTwo(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		before := s.Cookie("rep")
		out := put(s, "manager", "rep", `"rep","director"`)
		if strings.Join(out.Asked, " ") != "director" || rolesOf(s, "rep") != "rep" {
			s.Fatalf("asked for, not given: %+v, %s", out, rolesOf(s, "rep"))
		}
		for _, who := range []string{"manager", "rep"} {
			if said := decide(s, who); !strings.HasPrefix(said, "4") || rolesOf(s, "rep") != "rep" {
				s.Errorf("%s, who wants it or gains by it, decides: %s", who, said)
			}
		}
		if said := decide(s, "director"); !strings.HasPrefix(said, "200") || rolesOf(s, "rep") != "rep director" {
			s.Errorf("a director does: %s, %s", said, rolesOf(s, "rep"))
		}
		if w := s.Do("", "GET", "/api/me", "", "Cookie", before); w.Code != 401 {
			s.Errorf("his sessions from before go on without a second factor: %d", w.Code)
		}
		if out := put(s, "manager", "rep", `"rep"`); len(out.Asked) != 0 || rolesOf(s, "rep") != "rep" {
			s.Errorf("taking it away takes one: %+v", out)
		}
	})
}

func TestWhichRolesTakeTwo(t *testing.T) {
	tests := map[string]struct{ before, wanted, at, asked string }{
		"a rep":                          {"", "rep", "rep", ""},
		"a director":                     {"", "director", "", "director"},
		"finance beside another":         {"rep", "rep finance", "rep", "finance"},
		"who is one stays one":           {"director", "director rep", "director rep", ""},
		"an administrator takes but one": {"", "admin", "admin", ""},
		"both at once":                   {"rep", "director finance", "", "director finance"},
	}
	for name, tt := range tests {
		at, asked := User{Roles: strings.Fields(tt.wanted)}.split(strings.Fields(tt.before))
		if strings.Join(at, " ") != tt.at || strings.Join(asked, " ") != tt.asked {
			t.Errorf("%s: %v at once, %v asked for", name, at, asked)
		}
	}
}

func TestAHiredDirectorWaitsForHisRole(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		w := s.Do("manager", "POST", "/api/users", `{"login":"head","name":"Head","roles":["director"]}`)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"asked":["director"]`) || rolesOf(s, "head") != "" {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if said := decide(s, "director"); !strings.HasPrefix(said, "200") || rolesOf(s, "head") != "director" {
			s.Errorf("%s, %s", said, rolesOf(s, "head"))
		}
	})
}

func TestServiceAccounts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		owner := s.User("rep").ID.String()
		steps := []struct {
			what, method, path, body string
			status                   int
			want                     string
		}{
			{"it gets no password", "POST", "/api/users", `{"login":"feed","name":"Feed","roles":["rep"],"owner":"` + owner + `"}`, 200, `"asked"`},
			{"a person cannot become one", "PUT", "/api/users/" + s.User("other").ID.String(), `{"name":"O","roles":["other"],"active":true,"owner":"` + owner + `"}`, 409, "identity.no_person"},
			{"it cannot be a director", "POST", "/api/users", `{"login":"king","name":"King","roles":["rep","director"],"owner":"` + owner + `"}`, 422, "identity.no_machine_role"},
		}
		for _, step := range steps {
			w := s.Do("manager", step.method, step.path, step.body, "If-Match", `"1"`)
			if w.Code != step.status || strings.Contains(w.Body.String(), step.want) == (step.status == 200) || strings.Contains(w.Body.String(), `"password"`) {
				s.Errorf("%s: %d %s", step.what, w.Code, w.Body)
			}
		}
	})
}

func TestALostFactorIsResetByAnother(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		cookie := s.Cookie("rep")
		if _, page := s.Enrol(cookie); page.Code != 200 {
			s.Fatal(page.Body)
		}
		path := "/api/users/" + s.User("rep").ID.String() + "/factor"
		if w := s.Do("", "DELETE", path, "", "Cookie", cookie); w.Code != 409 || !strings.Contains(w.Body.String(), "identity.own_factor") {
			s.Errorf("by himself: %d %s", w.Code, w.Body)
		}
		if w := s.Do("director", "GET", "/api/users", ""); strings.Count(w.Body.String(), `"factor":true`) != 1 {
			s.Errorf("the list shows who has one: %s", w.Body)
		}
		if w := s.Do("director", "DELETE", path, ""); w.Code != 200 {
			s.Errorf("by another: %d %s", w.Code, w.Body)
		}
		if w := s.Do("", "GET", "/api/me", "", "Cookie", cookie); w.Code != 401 {
			s.Errorf("his sessions go on: %d", w.Code)
		}
	})
}

package user

import (
	"encoding/json"
	"strings"
	"testing"

	"erba/feature/approval"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{approval.Feature, Feature}

func TestRoutes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		rep, boss := "/api/users/"+s.User("rep").ID.String(), s.User("other").ID.String()
		self := "/api/users/" + s.User("director").ID.String()
		steps := []struct {
			what, role, method, path, match, body string
			status                                int
			want                                  string
		}{
			{"nobody gets in", "", "GET", "/api/users", "", "", 401, "web.signed_out"},
			{"the list never holds a hash", "director", "GET", "/api/users", "", "", 200, `"login":"rep"`},
			{"names are no secret", "rep", "GET", "/api/people", "", "", 200, `"name":"director"`},
			{"a login with a blank", "director", "POST", "/api/users", "", `{"login":"a b","name":"A","roles":["rep"]}`, 422, "user.bad_login"},
			{"no name", "director", "POST", "/api/users", "", `{"login":"ab","name":" ","roles":["rep"]}`, 422, "user.bad_name"},
			{"no role", "director", "POST", "/api/users", "", `{"login":"ab","name":"A","roles":[]}`, 422, "user.no_role"},
			{"a role that does not exist", "director", "POST", "/api/users", "", `{"login":"ab","name":"A","roles":["king"]}`, 422, "identity.no_role"},
			{"a Chinese login", "director", "POST", "/api/users", "", `{"login":"王.五","name":"王五","roles":["rep"]}`, 200, `"one_time":true`},
			{"a login is taken once", "director", "POST", "/api/users", "", `{"login":"rep","name":"A","roles":["rep"]}`, 409, "db.taken"},
			{"a change names its version", "director", "PUT", rep, "", `{"name":"R","roles":["rep"],"active":true}`, 428, "web.unguarded"},
			{"and the right one", "director", "PUT", rep, `"9"`, `{"name":"R","roles":["rep"],"active":true}`, 412, "db.stale"},
			{"a new boss", "director", "PUT", rep, `"1"`, `{"name":"R","roles":["rep"],"boss":"` + boss + `","active":true}`, 200, `"boss":"` + boss},
			{"the login stays", "director", "PUT", rep, `"2"`, `{"login":"x","name":"R","roles":["rep"],"active":true}`, 200, `"login":"rep"`},
			{"a new one-time password", "director", "POST", rep + "/password", "", ``, 200, `"password":"`},
			{"nobody changes his own roles", "director", "PUT", self, `"1"`, `{"name":"D","roles":["director","manager"],"active":true}`, 409, "user.own_roles"},
			{"nor switches himself off", "director", "PUT", self, `"1"`, `{"name":"D","roles":["director"],"active":false}`, 409, "user.own_activity"},
			{"but may take another name", "director", "PUT", self, `"1"`, `{"name":"D","roles":["director"],"active":true}`, 200, `"name":"D"`},
			{"linked with another house", "director", "POST", rep + "/links", "", `{"issuer":"https://sso.example","subject":"7"}`, 200, `"subject":"7"`},
			{"which has one user of that name", "director", "POST", self + "/links", "", `{"issuer":"https://sso.example","subject":"7"}`, 409, "db.taken"},
			{"as everybody who keeps users sees", "director", "GET", rep + "/links", "", "", 200, "https://sso.example"},
			{"and another's cannot be unlinked", "director", "DELETE", self + "/links?issuer=https://sso.example&subject=7", "", "", 404, "db.missing"},
			{"somebody who is not there", "director", "GET", "/api/users/0000000000001", "", "", 404, "db.missing"},
		}
		for _, step := range steps {
			header := []string{}
			if step.match != "" {
				header = append(header, "If-Match", step.match)
			}
			w := s.Do(step.role, step.method, step.path, step.body, header...)
			if got := w.Body.String(); w.Code != step.status || !strings.Contains(got, step.want) || strings.Contains(got, "argon") {
				s.Errorf("%s: %d %s", step.what, w.Code, got)
			}
		}
	})
}

// The password that the administrator is shown opens the door, and only to the page that replaces it.
func TestHiredUserSignsIn(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		var hired Issued
		w := s.Do("director", "POST", "/api/users", `{"login":"new","name":"New","roles":["rep"]}`)
		if err := json.Unmarshal(w.Body.Bytes(), &hired); err != nil || hired.Password == "" {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		in := s.Do("", "POST", "/sign-in", "login=new&password="+hired.Password, "Content-Type", "application/x-www-form-urlencoded")
		if in.Code != 303 {
			s.Fatalf("signing in: %d", in.Code)
		}
		if w := s.Do("", "GET", "/api/people", "", "Cookie", in.Header().Get("Set-Cookie")); w.Code != 403 {
			s.Errorf("before the password is his own: %d %s", w.Code, w.Body)
		}
	})
}

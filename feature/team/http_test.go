package team

import (
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
)

func TestRoutes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		id, day := company(s, "rep", "A", "华东"), kernel.Today().String()
		at, rep, other := "/api/accounts/"+id.String(), s.User("rep").ID.String(), s.User("other").ID.String()
		manager, director := s.User("manager").ID.String(), s.User("director").ID.String()
		away := "/api/delegations/" + rep + "/" + other + "/" + day
		steps := []struct {
			name, role, method, path, body string
			status                         int
			want                           string
		}{
			{"who sees an account", "rep", "GET", at + "/access", "", 200, `"cause":"line"`},
			{"of one out of sight", "other", "GET", at + "/access", "", 404, "db.missing"},
			{"of one that is not there", "other", "GET", "/api/accounts/" + kernel.NewID().String() + "/access", "", 404, "db.missing"},
			{"a member", "manager", "PUT", at + "/members/" + manager, `{"role":"sponsor","until":"` + day + `"}`, 200, ""},
			{"with a role that is none", "manager", "PUT", at + "/members/" + manager, `{"role":"boss"}`, 422, "web.invalid"},
			{"with a field that is none of theirs", "manager", "PUT", at + "/members/" + manager, `{"role":"lead","owner":true}`, 422, "web.invalid"},
			{"is shown", "rep", "GET", at + "/access", "", 200, `"role":"sponsor"`},
			{"and taken out", "manager", "DELETE", at + "/members/" + manager, "", 200, ""},
			{"the owner is not", "manager", "DELETE", at + "/members/" + rep, "", 409, "team.owner"},
			{"a member from out of sight", "other", "PUT", at + "/members/" + other, `{"role":"lead"}`, 404, "db.missing"},
			{"a share", "rep", "PUT", at + "/shares/" + director, `{"from":"` + day + `","until":"` + day + `","reason":"合同评审"}`, 200, ""},
			{"by somebody who names himself", "rep", "PUT", at + "/shares/" + director, `{"from":"` + day + `","until":"` + day + `","reason":"x","by":"` + director + `"}`, 422, "web.invalid"},
			{"of an account out of sight", "other", "PUT", at + "/shares/" + other, `{"from":"` + day + `","until":"` + day + `","reason":"x"}`, 404, "db.missing"},
			{"is shown with its reason", "rep", "GET", at + "/access", "", 200, "合同评审"},
			{"and ends", "rep", "DELETE", at + "/shares/" + director, "", 200, ""},
			{"once", "rep", "DELETE", at + "/shares/" + director, "", 404, "team.no_share"},
			{"the flag for service", "rep", "PUT", at + "/service", `{"service":true}`, 200, ""},
			{"of an account out of sight", "other", "PUT", at + "/service", `{"service":true}`, 404, "db.missing"},
			{"is shown", "rep", "GET", at + "/access", "", 200, `"service":true`},
			{"a stand-in", "rep", "POST", "/api/delegations", `{"user":"` + rep + `","stand_in":"` + other + `","from":"` + day + `","until":"` + day + `"}`, 200, ""},
			{"for somebody else", "other", "POST", "/api/delegations", `{"user":"` + rep + `","stand_in":"` + other + `","from":"` + day + `","until":"` + day + `"}`, 404, "db.missing"},
			{"now sees the account", "other", "GET", at + "/access", "", 200, `"for":"` + rep + `"`},
			{"is listed", "manager", "GET", "/api/delegations", "", 200, other},
			{"is not ended by himself", "other", "DELETE", away, "", 404, "db.missing"},
			{"but by who was away", "rep", "DELETE", away, "", 200, ""},
			{"regions", "director", "PUT", "/api/users/" + manager + "/regions", `{"regions":["华东","华南"]}`, 200, ""},
			{"of nobody", "director", "PUT", "/api/users/" + kernel.NewID().String() + "/regions", `{"regions":[]}`, 404, "db.missing"},
			{"without a name", "director", "PUT", "/api/users/" + manager + "/regions", `{"regions":[""]}`, 422, "team.bad_regions"},
			{"are kept", "director", "GET", "/api/users/" + manager + "/regions", "", 200, "华南"},
		}
		for _, tt := range steps {
			before := s.Content()
			w := s.Do(tt.role, tt.method, tt.path, tt.body)
			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
				s.Errorf("%s: %d %s, want %d %s", tt.name, w.Code, w.Body, tt.status, tt.want)
			}
			if w.Code >= 400 && s.Content() != before {
				s.Errorf("%s: refused, and something changed", tt.name)
			}
		}
	})
}

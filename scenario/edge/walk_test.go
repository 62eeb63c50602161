package edge

import (
	"net/http/httptest"
	"strings"

	"erba/platform/apptest"
)

// cookies are the sessions of a stage, so that a walk signs everybody in once.
var cookies = map[*apptest.Stage]map[string]string{}

func cookie(s *apptest.Stage, role string) string {
	if cookies[s] == nil {
		cookies[s] = map[string]string{}
	}
	if cookies[s][role] == "" {
		cookies[s][role] = strings.Split(s.Cookie(role), ";")[0]
	}
	return cookies[s][role]
}

func operations(s *apptest.Stage) []apptest.Operation {
	s.Helper()
	all, err := apptest.Operations(s.Kit.Router)
	if err != nil {
		s.Fatal(err)
	}
	return all
}

// do sends JSON as a role's user.
func do(s *apptest.Stage, role, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	if role != "" {
		headers = append(headers, "Cookie", cookie(s, role))
	}
	return s.Do("", method, path, body, headers...)
}

// mays are the roles of a stage that are granted an operation.
func mays(s *apptest.Stage, o apptest.Operation) (roles []string) {
	for _, role := range s.App.Matrix.Roles() {
		if s.App.Matrix[role][o.Grant] != 0 || o.Grant == "me:use" {
			roles = append(roles, role)
		}
	}
	return roles
}

package web_test

import (
	"strings"
	"testing"

	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

// told are the details of the entries with a verb, the oldest first.
func told(s *apptest.Stage, verb string) (details []string) {
	s.Helper()
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		details, err = db.List[string](tx, `SELECT detail FROM audit WHERE verb = ? ORDER BY id`, verb)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return details
}

func TestRefusalsAreRemembered(t *testing.T) {
	tests := map[string]struct {
		role, method, path, body string
		status                   int
		want                     string // in the entry; empty: there is none
	}{
		"what is not granted":          {"nobody", "GET", "/api/jobs", "", 403, `{"grant":"job:read","reason":"web.denied"}`},
		"a step-up that is missing":    {"rep", "POST", "/api/me/tokens", `{"name":"x","grants":["job:cancel"],"days":9}`, 403, `"reason":"web.step_up"`},
		"what is granted":              {"rep", "GET", "/api/jobs", "", 200, ""},
		"what does not exist":          {"rep", "GET", "/api/jobs/0000000000001", "", 404, ""},
		"whom nobody knows":            {"", "GET", "/api/jobs", "", 401, ""},
		"a request that is no refusal": {"rep", "POST", "/api/me/tokens", `{}`, 422, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			strict(t, func(s *apptest.Stage) {
				role := tt.role
				if role == "nobody" {
					role = "other"
					s.Exec(`UPDATE users SET roles = '' WHERE login = 'other'`)
				}
				cookie := ""
				if role != "" {
					cookie = s.Cookie(role)
				}
				if strings.Contains(tt.want, "step_up") {
					s.Exec(`UPDATE sign_ins SET proved = 0`)
				}
				for range 3 {
					if w := s.Do("", tt.method, tt.path, tt.body, "Cookie", cookie); w.Code != tt.status {
						s.Fatalf("%d %s", w.Code, w.Body)
					}
				}
				all := told(s, "request.denied")
				if want := map[bool]int{true: 1}[tt.want != ""]; len(all) != want || want == 1 && !strings.Contains(all[0], tt.want) {
					s.Errorf("%q, want one with %q", all, tt.want)
				}
			})
		})
	}
}

// A program that reads lists is noticed, once a minute and list.
func TestListsReadByTokenAreRemembered(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		made := token(s, "rep", `{"name":"feed","grants":["job:read"],"days":9}`)
		for _, path := range []string{"/api/jobs", "/api/jobs", "/api/jobs/0000000000001", "/api/me"} {
			byToken(s, made.Word, "GET", path, "")
		}
		s.Do("rep", "GET", "/api/jobs", "")
		all := told(s, "token.read")
		if len(all) != 1 || all[0] != `{"name":"feed","path":"/api/jobs"}` {
			s.Errorf("%q", all)
		}
		if err := audit.Seal(s.Context(), s.DB); err != nil {
			s.Fatal(err)
		}
		if found, err := audit.Verify(s.Context(), s.DB); err != nil || found.Unsealed != 0 {
			s.Errorf("%+v, %v", found, err)
		}
	})
}

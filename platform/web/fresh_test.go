package web_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/web"
)

// later moves the clock by which everybody signs in.
func later(s *apptest.Stage, d time.Duration) {
	s.Kit.Users.Clock = func() time.Time { return time.Now().Add(d) }
}

// stepUp asks for what wants a fresh proof.
func stepUp(s *apptest.Stage, cookie string) *httptest.ResponseRecorder {
	return s.Do("", "POST", "/api/me/tokens", `{"name":"feed","grants":["job:read"],"days":1}`, "Cookie", cookie)
}

func prove(s *apptest.Stage, cookie, login, password, code string) *httptest.ResponseRecorder {
	return s.Do("", "POST", "/api/proof", fmt.Sprintf(`{"login":%q,"password":%q,"code":%q}`, login, password, code), "Cookie", cookie)
}

func TestAProofHoldsFiveMinutes(t *testing.T) {
	tests := map[string]struct {
		after          time.Duration
		password, code string // shown then; both empty: nothing
		status         int
		want           string // what showing it says
	}{
		"just signed in":                 {4 * time.Minute, "", "", 200, ""},
		"a while ago":                    {6 * time.Minute, "", "", 403, ""},
		"and shows his password":         {6 * time.Minute, "secret", "", 200, ""},
		"and shows a wrong one":          {6 * time.Minute, "guess", "", 403, "identity.bad_password"},
		"and shows a code":               {6 * time.Minute, "", "now", 200, ""},
		"and shows a wrong code":         {6 * time.Minute, "", "000000", 403, "identity.bad_code"},
		"and the code that he came with": {6 * time.Minute, "", "first", 403, "identity.bad_code"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			strict(t, func(s *apptest.Stage) {
				cookie := s.Cookie("rep")
				secret, _ := s.Enrol(cookie)
				later(s, tt.after)
				code := map[string]string{"now": apptest.Code(secret, s.Kit.Users.Clock()),
					"first": apptest.Code(secret, time.Now().Add(-30*time.Second))}[tt.code]
				if code == "" {
					code = tt.code
				}
				if tt.password+code != "" {
					if w := prove(s, cookie, "rep", tt.password, code); !strings.Contains(w.Body.String(), tt.want) {
						s.Errorf("shown: %d %s", w.Code, w.Body)
					}
				}
				if w := stepUp(s, cookie); w.Code != tt.status || tt.status == 403 && !strings.Contains(w.Body.String(), "web.step_up") {
					s.Errorf("%d %s", w.Code, w.Body)
				}
			})
		})
	}
}

func TestAProofIsThatOfOneSession(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		here, there := s.Cookie("rep"), s.Cookie("rep")
		later(s, 6*time.Minute)
		if w := prove(s, here, "rep", "secret", ""); w.Code != 204 {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := stepUp(s, here); w.Code != 200 {
			s.Errorf("here: %d", w.Code)
		}
		if w := stepUp(s, there); w.Code != 403 {
			s.Errorf("there: %d", w.Code)
		}
		if w := prove(s, here, "other", "guess", ""); !strings.Contains(w.Body.String(), "identity.bad_password") {
			s.Errorf("it is his own password, whatever login is sent: %s", w.Body)
		}
	})
}

func TestGuessesAtAProofAreThrottled(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		cookie := s.Cookie("rep")
		for range 10 {
			prove(s, cookie, "rep", "guess", "")
		}
		if w := prove(s, cookie, "rep", "secret", ""); !strings.Contains(w.Body.String(), "identity.throttled") {
			s.Errorf("the right password after ten wrong ones: %s", w.Body)
		}
	})
}

// Whoever was away too long signs in again where he is, and the same request goes through.
func TestSigningInAgainInPlace(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		cookie := s.Cookie("rep")
		secret, _ := s.Enrol(cookie)
		later(s, 40*time.Minute)
		if w := stepUp(s, cookie); w.Code != 401 {
			s.Fatalf("after a long pause: %d", w.Code)
		}
		if w := prove(s, cookie, "rep", "guess", ""); !strings.Contains(w.Body.String(), "identity.bad_sign_in") {
			s.Errorf("a wrong password: %s", w.Body)
		}
		if w := prove(s, cookie, "rep", "secret", ""); !strings.Contains(w.Body.String(), "identity.code_wanted") {
			s.Errorf("without a code: %s", w.Body)
		}
		w := prove(s, cookie, "rep", "secret", apptest.Code(secret, s.Kit.Users.Clock()))
		if w.Code != 204 {
			s.Fatalf("with one: %d %s", w.Code, w.Body)
		}
		if w := stepUp(s, w.Header().Get("Set-Cookie")); w.Code != 200 {
			s.Errorf("and again: %d %s", w.Code, w.Body)
		}
		if w := stepUp(s, cookie); w.Code != 401 {
			s.Errorf("under the old cookie: %d", w.Code)
		}
	})
}

func TestOwnSessions(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0 Safari/604.1"
		here := s.Do("", "POST", "/sign-in", "login=rep&password=secret", append(asForm, "User-Agent", phone)...).Header().Get("Set-Cookie")
		there, third := s.Cookie("rep"), s.Cookie("rep")
		all := sessionsOf(s, here)
		if len(all) != 3 {
			s.Fatalf("%+v", all)
		}
		var mine, other kernel.ID
		for _, at := range all {
			if at.Here {
				mine = at.ID
				if at.Device != "WeChat · iPhone" || at.Origin != "192.0.2.1" {
					s.Errorf("%+v", at)
				}
			} else {
				other = at.ID
			}
		}
		foreign := sessionsOf(s, s.Cookie("other"))[0].ID
		steps := []struct {
			what, path string
			status     int
			left       int
		}{
			{"somebody else's is not there", "/" + foreign.String(), 404, 3},
			{"one of his own", "/" + other.String(), 200, 2},
			{"the same again", "/" + other.String(), 404, 2},
			{"all others", "", 200, 1},
		}
		for _, step := range steps {
			w := s.Do("", "DELETE", "/api/me/sessions"+step.path, "", "Cookie", here)
			if left := len(sessionsOf(s, here)); w.Code != step.status || left != step.left {
				s.Errorf("%s: %d, %d left", step.what, w.Code, left)
			}
		}
		if works(s, there) || works(s, third) || !works(s, here) {
			s.Error("those that were ended go on, or this one does not")
		}
		if s.Do("", "DELETE", "/api/me/sessions/"+mine.String(), "", "Cookie", here); works(s, here) {
			s.Error("it ends itself")
		}
	})
}

func sessionsOf(s *apptest.Stage, cookie string) (all []web.Session) {
	s.Helper()
	if err := json.Unmarshal(s.Do("", "GET", "/api/me/sessions", "", "Cookie", cookie).Body.Bytes(), &all); err != nil {
		s.Fatal(err)
	}
	return all
}

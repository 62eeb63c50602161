package web_test

import (
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/web"
)

// strict is a stage with all its walls: second factors and fresh proofs are asked for.
func strict(t *testing.T, f func(*apptest.Stage)) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Web.Run(web.Mode{})
		f(s)
	})
}

// enter signs a role's user in with his password and a code, if he has one.
func enter(s *apptest.Stage, role, code string) (cookie string, w *httptest.ResponseRecorder) {
	w = s.Do("", "POST", "/sign-in", "password=secret&login="+role, asForm...)
	cookie = w.Header().Get("Set-Cookie")
	if w.Header().Get("Location") == "/code" {
		w = s.Do("", "POST", "/code", "code="+code, append(asForm, "Cookie", cookie)...)
		if fresh := w.Header().Get("Set-Cookie"); fresh != "" {
			cookie = fresh
		}
	}
	return cookie, w
}

func works(s *apptest.Stage, cookie string) bool {
	return s.Do("", "GET", "/api/me", "", "Cookie", cookie).Code == 200
}

func TestADirectorEnrolsFirst(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		cookie := s.Cookie("director")
		steps := []struct {
			what, path string
			status     int
			want       string
		}{
			{"every screen leads to the enrolment", "/accounts", 303, ""},
			{"the API wants it first", "/api/me", 403, "identity.must_enrol"},
			{"the page draws the code", "/enrol", 200, `class="qr"`},
			{"who need not is left alone", "/password", 303, ""},
		}
		for _, step := range steps {
			w := s.Do("", "GET", step.path, "", "Cookie", cookie)
			if w.Code != step.status || !strings.Contains(w.Body.String(), step.want) {
				s.Errorf("%s: %d %s", step.what, w.Code, w.Body)
			}
		}
		if w := s.Do("", "POST", "/enrol", "code=000000", append(asForm, "Cookie", cookie)...); w.Code != 403 {
			s.Errorf("a wrong code: %d", w.Code)
		}
		secret, page := s.Enrol(cookie)
		if page.Code != 200 || len(codesOf(page)) != 10 || !works(s, cookie) {
			s.Fatalf("ten codes to keep, and he goes on: %d %s", page.Code, page.Body)
		}
		if _, w := enter(s, "director", apptest.Code(secret, time.Now())); w.Header().Get("Location") != "/" {
			s.Errorf("with the next code: %d %s", w.Code, w.Body)
		}
		if works(s, s.Cookie("director")) {
			s.Error("the password alone opens the door")
		}
	})
}

func codesOf(page *httptest.ResponseRecorder) (codes []string) {
	for _, m := range regexp.MustCompile(`<li>([a-z2-7-]{19})</li>`).FindAllStringSubmatch(page.Body.String(), -1) {
		codes = append(codes, m[1])
	}
	return codes
}

func TestACodeIsTakenOnce(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		secret, page := s.Enrol(s.Cookie("rep"))
		now := apptest.Code(secret, time.Now())
		tries := []struct{ what, code, want string }{
			{"the code of the enrolment", apptest.Code(secret, time.Now().Add(-30*time.Second)), ""},
			{"the next one", now, "/"},
			{"the same again", now, ""},
			{"an earlier one after it", apptest.Code(secret, time.Now().Add(-30*time.Second)), ""},
			{"a recovery code", codesOf(page)[3], "/"},
			{"the same recovery code", codesOf(page)[3], ""},
			{"another, written as one likes", strings.ToUpper(strings.ReplaceAll(codesOf(page)[7], "-", " ")), "/"},
		}
		for _, try := range tries {
			if _, w := enter(s, "rep", try.code); w.Header().Get("Location") != try.want {
				s.Errorf("%s: %d %s", try.what, w.Code, w.Body)
			}
		}
	})
}

// Four browsers that have seen the same code send it at the same moment.
func TestACodeIsTakenByOneOfMany(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		_, page := s.Enrol(s.Cookie("rep"))
		code, cookies := codesOf(page)[0], make([]string, 4)
		for i := range cookies {
			cookies[i] = s.Cookie("rep")
		}
		var in sync.WaitGroup
		passed := make([]bool, len(cookies))
		for i, cookie := range cookies {
			in.Go(func() {
				passed[i] = s.Do("", "POST", "/code", "code="+code, append(asForm, "Cookie", cookie)...).Code == 303
			})
		}
		in.Wait()
		n := 0
		for _, ok := range passed {
			if ok {
				n++
			}
		}
		if n != 1 {
			s.Errorf("%d came in with one code", n)
		}
	})
}

func TestGuessedCodesAreThrottled(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		secret, _ := s.Enrol(s.Cookie("rep"))
		for range 5 {
			enter(s, "rep", "000000")
		}
		code := apptest.Code(secret, time.Now())
		if _, w := enter(s, "rep", code); !strings.Contains(w.Body.String(), "15") || w.Code != 403 {
			s.Errorf("the right code after five wrong ones: %d %s", w.Code, w.Body)
		}
		s.Kit.Users.Clock = func() time.Time { return time.Now().Add(16 * time.Minute) }
		if _, w := enter(s, "rep", apptest.Code(secret, s.Kit.Users.Clock())); w.Header().Get("Location") != "/" {
			s.Errorf("a quarter of an hour later: %d %s", w.Code, w.Body)
		}
	})
}

func TestHalfASignInEnds(t *testing.T) {
	tests := map[string]struct {
		meanwhile string
		after     time.Duration
		want      string
	}{
		"in time":                     {``, 4 * time.Minute, "/"},
		"he looked for his phone":     {``, 6 * time.Minute, "/sign-in"},
		"he was switched off":         {`UPDATE users SET active = FALSE WHERE login = 'rep'`, 0, "/sign-in"},
		"his password was reset":      {`UPDATE users SET era = era + 1 WHERE login = 'rep'`, 0, "/sign-in"},
		"somebody's else was":         {`UPDATE users SET era = era + 1 WHERE login = 'other'`, 0, "/"},
		"his second factor was reset": {`UPDATE second_factors SET since = 0`, 0, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			strict(t, func(s *apptest.Stage) {
				secret, _ := s.Enrol(s.Cookie("rep"))
				half := s.Cookie("rep")
				if tt.meanwhile != "" {
					s.Exec(tt.meanwhile)
				}
				s.Kit.Users.Clock = func() time.Time { return time.Now().Add(tt.after) }
				w := s.Do("", "POST", "/code", "code="+apptest.Code(secret, s.Kit.Users.Clock()), append(asForm, "Cookie", half)...)
				if w.Header().Get("Location") != tt.want {
					s.Errorf("%d %s", w.Code, w.Body)
				}
			})
		})
	}
}

// The key that seals the secrets is gone: who has kept a recovery code still gets in.
func TestRecoveryCodesOutliveTheKey(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		secret, page := s.Enrol(s.Cookie("rep"))
		s.Exec(`UPDATE second_factors SET secret = 'x'`)
		if _, w := enter(s, "rep", apptest.Code(secret, time.Now())); w.Header().Get("Location") == "/" {
			s.Error("a code that nobody can check is taken")
		}
		if _, w := enter(s, "rep", codesOf(page)[0]); w.Header().Get("Location") != "/" {
			s.Errorf("a recovery code: %d %s", w.Code, w.Body)
		}
	})
}

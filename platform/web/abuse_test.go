package web_test

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// The right password is among them, in the middle.
func TestTenThousandGuesses(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		for i := range 10_000 {
			word := fmt.Sprint("guess", i)
			if i == 5_000 {
				word = "secret"
			}
			if w := s.Do("", "POST", "/sign-in", "login=rep&password="+word, asForm...); w.Code != 403 {
				s.Fatalf("guess %d: %d", i, w.Code)
			}
		}
		if n := noted(s, "user.not_signed_in"); n != 10 {
			s.Errorf("%d of them were looked at", n)
		}
	})
}

func noted(s *apptest.Stage, verb string) (n int) {
	s.Helper()
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		n, err = db.Find[int](tx, `SELECT count(*) FROM audit WHERE verb = ?`, verb)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return n
}

// Who tries a name learns nothing from how long the answer takes. What counts
// is the work that it costs us, for the time is also other programs' here;
// hashes cost what they do in life.
func TestNobodyTakesAsLongAsSomebody(t *testing.T) {
	weak := identity.Cost
	identity.Cost = identity.Strong
	t.Cleanup(func() { identity.Cost = weak })
	strict(t, func(s *apptest.Stage) {
		var ratios []float64
		answers := map[string]bool{}
		cost := func(login string) float64 {
			s.Exec(`DELETE FROM sign_in_tries`)
			before := worked()
			w := s.Do("", "POST", "/sign-in", "login="+login+"&password=guess", asForm...)
			answers[fmt.Sprint(w.Code, blind(w, login))] = true
			return float64(worked() - before)
		}
		for i := range 41 {
			pair := map[string]float64{}
			for _, login := range [][]string{{"rep", "nobody"}, {"nobody", "rep"}}[i%2] {
				pair[login] = cost(login)
			}
			ratios = append(ratios, pair["nobody"]/pair["rep"])
		}
		slices.Sort(ratios)
		if ratio := ratios[len(ratios)/2]; ratio < .9 || ratio > 1.1 || len(answers) != 1 {
			s.Errorf("nobody takes %.2f of the time of somebody, %d different answers", ratio, len(answers))
		}
	})
}

// worked is how long the processor has worked for us.
func worked() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// blind is an answer without what changes from one to the next anyway.
func blind(w *httptest.ResponseRecorder, login string) string {
	_, after, _ := strings.Cut(w.Body.String(), "</style>")
	return strings.ReplaceAll(after, login, "")
}

// Whoever plants a cookie does not share the session that begins under it.
func TestFixation(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		s.Enrol(s.Cookie("rep"))
		half := s.Cookie("other") // another's session, planted in the browser of whoever signs in
		tests := map[string]string{
			"a made-up one":         "__Host-erba=planted",
			"one of a live session": half,
			"one of half a sign-in": s.Cookie("rep"),
		}
		for name, planted := range tests {
			w := s.Do("", "POST", "/sign-in", "login=manager&password=secret", append(asForm, "Cookie", planted)...)
			fresh := w.Header().Get("Set-Cookie")
			if w.Code != 303 || value(fresh) == value(planted) || !works(s, fresh) {
				s.Errorf("%s: %d %q", name, w.Code, fresh)
			}
			if works(s, planted) {
				s.Errorf("%s opens the door now", name)
			}
		}
	})
}

func value(cookie string) string { return strings.SplitN(cookie, ";", 2)[0] }

// Nothing we answer is made from the name by which somebody calls us.
func TestPoisonedHost(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		cookie := s.Cookie("director")
		handler := s.Web.Handler()
		for _, path := range []string{"/", "/sign-in", "/set-up", "/accounts", "/enrol", "/password", "/sso", "/api/me", "/api/unknown", "//evil.example/x", "/sign-in?lang=en"} {
			for _, role := range []string{"", cookie} {
				r := httptest.NewRequest("GET", path, nil)
				r.Host = "evil.example"
				r.Header.Set("X-Forwarded-Host", "evil.example")
				r.Header.Set("Forwarded", "host=evil.example")
				r.Header.Set("Cookie", role)
				w := httptest.NewRecorder()
				handler.ServeHTTP(w, r)
				if said := fmt.Sprint(w.Header(), w.Body); strings.Contains(said, "evil.example") && !strings.HasPrefix(path, "//") || strings.HasPrefix(w.Header().Get("Location"), "//") {
					s.Errorf("%s: %d %s", path, w.Code, said)
				}
			}
		}
	})
}

// What another site makes a browser send changes nothing, whoever is signed in there.
func TestPostsOfOtherSites(t *testing.T) {
	strict(t, func(s *apptest.Stage) {
		cookie := s.Cookie("rep")
		tests := map[string]struct{ method, path, body string }{
			"signing in as somebody else": {"POST", "/sign-in", "login=other&password=secret"},
			"signing out":                 {"POST", "/sign-out", ""},
			"another password":            {"POST", "/password", "old=secret&new=long+enough+1&again=long+enough+1"},
			"a second factor":             {"POST", "/enrol", "code=000000"},
			"a code":                      {"POST", "/code", "code=000000"},
			"a set-up":                    {"POST", "/set-up", "token=x"},
			"a proof":                     {"POST", "/api/proof", `{"login":"rep","password":"secret"}`},
			"a token":                     {"POST", "/api/me/tokens", `{"name":"x","grants":["job:read"],"days":9}`},
			"the end of his sessions":     {"DELETE", "/api/me/sessions", ""},
			"a link with another house":   {"POST", "/api/me/links", ""},
		}
		for name, tt := range tests {
			for _, site := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}, {"Origin", "null"}} {
				s.Unchanged(name, func() {
					w := s.Do("", tt.method, tt.path, tt.body, append(asForm, "Cookie", cookie, site[0], site[1])...)
					if w.Code != 403 || w.Header().Get("Set-Cookie") != "" {
						s.Errorf("%s, %v: %d", name, site, w.Code)
					}
				})
			}
		}
		if !works(s, cookie) {
			s.Error("his session is over")
		}
	})
}

package feature

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"erba/platform/apptest"
	"erba/platform/web"
)

// weighty are the routes that no screen left open may be used for: whatever
// leaves the house in bulk, and whoever may do what.
var weighty = regexp.MustCompile(`^GET .*/(export|package)$|^(POST|PUT|DELETE) /api/users(/|$)|^POST /api/me/(tokens|links|factor/.*)$`)

// asked is what routes want to know before they ask for the proof.
var asked = map[string]string{
	"DELETE /api/users/{id}/links":         "?issuer=x&subject=y",
	"GET /api/portfolio/members/export":    "?model=abc&mark=A",
	"GET /api/evaluation/movements/export": "?model=abc&from=2026-01-01&to=2026-06-30",
}

// A route of that kind without a fresh proof is answered web.step_up, whatever
// it is asked; one that a feature adds is found here by its name.
func TestWeightyRoutesWantAFreshProof(t *testing.T) {
	apptest.Each(t, Product.Features, func(s *apptest.Stage) {
		s.Web.Run(web.Mode{})
		cookie := s.Cookie("manager")
		s.Kit.Users.Clock = func() time.Time { return time.Now().Add(6 * time.Minute) }
		found := 0
		for _, r := range routes(s) {
			if !weighty.MatchString(r.method + " " + r.path) {
				continue
			}
			found++
			path := strings.NewReplacer("{id}", "0000000000001", "{account}", "0000000000001", "{opportunity}", "0000000000001", "{list}", "0000000000001").Replace(r.path) + asked[r.method+" "+r.path]
			w := s.Do("", r.method, path, r.body, "Cookie", cookie, "If-Match", `"1"`)
			if w.Code != 403 || !strings.Contains(w.Body.String(), "web.step_up") {
				s.Errorf("%s %s: %d %s", r.method, r.path, w.Code, w.Body)
			}
		}
		if found < 15 {
			s.Errorf("only %d routes were asked", found)
		}
	})
}

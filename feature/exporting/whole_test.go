package exporting_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"erba/feature"
	"erba/feature/account"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/web"
)

const (
	day  = 24 * time.Hour
	bare = "/api/accounts/export?format=csv&columns=code,name" // no commercial column
	full = "/api/accounts/export?format=csv"
)

// scene is a company of ten accounts: six are the rep's, four the key account manager's.
type scene struct{ *apptest.Stage }

func set(s *apptest.Stage) scene {
	var all []account.Account
	for i := range 10 {
		owner, region := "rep", "north"
		if i >= 6 {
			owner, region = "key_account_manager", "south"
		}
		all = append(all, account.Account{Code: fmt.Sprint("A", i), Name: fmt.Sprint("company ", i), Region: region, Owner: s.User(owner).ID})
	}
	if err := account.New(s.Kit).Open(identity.With(s.Context(), identity.System()), all...); err != nil {
		s.Fatal(err)
	}
	return scene{s}
}

// told is the key of a refusal, or how many rows a list has.
func told(w *httptest.ResponseRecorder) string {
	var p web.Problem
	if w.Code != 200 {
		_ = json.Unmarshal(w.Body.Bytes(), &p)
		return p.Key
	}
	return fmt.Sprint(strings.Count(w.Body.String(), "\r\n") - 1)
}

func (c scene) get(role, path string) string {
	c.Helper()
	return told(c.Do(role, "GET", path, ""))
}

// ask proposes a list and returns the proposal.
func (c scene) ask(role, address string) string {
	c.Helper()
	raw, _ := json.Marshal(map[string]string{"address": address, "reason": "the yearly audit wants it"})
	w := c.Do(role, "POST", "/api/export-permits", string(raw))
	var one struct{ ID string }
	if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != 200 {
		c.Fatalf("asked: %d %s", w.Code, w.Body)
	}
	return one.ID
}

func (c scene) decide(role, id string) string {
	c.Helper()
	w := c.Do(role, "POST", "/api/approvals/"+id+"/decision", `{"verdict":"approve"}`, "If-Match", `"1"`)
	if w.Code == 200 {
		return "approved"
	}
	return told(w)
}

// A line of a story is who does what, and what he is told.
func TestCapsOfExports(t *testing.T) {
	small := identity.Cap{Rows: 10, Within: day}
	tests := map[string]struct {
		cap   identity.Cap
		steps string
	}{
		"what fits leaves, and what is left is told": {small, `
			rep takes 6
			rep gets exporting.none_left`},
		"a list that never fits is told so": {identity.Cap{Rows: 5, Within: day}, `
			rep gets exporting.too_many`},
		"two lists add up": {identity.Cap{Rows: 12, Within: day}, `
			rep takes 6
			rep takes 6
			rep gets exporting.none_left`},
		"a refused list costs nothing": {identity.Cap{Rows: 7, Within: day}, `
			rep takes 6
			rep gets exporting.none_left
			a day passes
			rep takes 6`},
		"the day is over": {small, `
			rep takes 6
			23 hours pass
			rep gets exporting.none_left
			an hour passes
			rep takes 6`},
		"everybody has his own": {small, `
			rep takes 6
			key_account_manager takes 4`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
				c := set(s)
				s.Cap("rep", tt.cap, identity.Cap{})
				for line := range strings.Lines(strings.TrimSpace(tt.steps)) {
					c.live(strings.Fields(line))
				}
			})
		})
	}
}

// live does one line of a story.
func (c scene) live(words []string) {
	c.Helper()
	hours := map[string]int{"a": 24, "23": 23, "an": 1}
	switch {
	case words[1] == "takes" || words[1] == "gets":
		if got := c.get(words[0], bare); got != words[2] {
			c.Errorf("%s: %s", strings.Join(words, " "), got)
		}
	default:
		c.Exec(`UPDATE privacy_exports SET at = at - ?`, (time.Duration(hours[words[0]]) * time.Hour).Microseconds())
	}
}

// What is refused says in the user's words how many are left, and when there are more.
func TestARefusalSaysHowManyAreLeft(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		s.Cap("rep", identity.Cap{Rows: 8, Within: day}, identity.Cap{})
		c.get("rep", bare)
		when := time.Now().Add(day).Format("2006-01-02 15:")
		for language, wants := range map[string][]string{"en": {"8 rows", "2 are left", when}, "zh-CN": {"8 行", "还剩 2 行", when}} {
			s.Exec(`UPDATE users SET language = ?`, language)
			body := s.Do("rep", "GET", bare, "").Body.String()
			for _, want := range wants {
				if !strings.Contains(body, want) {
					s.Errorf("%s lacks %q", body, want)
				}
			}
		}
	})
}

// Ten who ask at once get together what one may take, and no row more.
func TestWhatIsAskedAtOnceIsCountedOneAfterTheOther(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		s.Cap("rep", identity.Cap{Rows: 20, Within: day}, identity.Cap{}) // three lists of six
		cookie, _, _ := strings.Cut(s.Cookie("rep"), ";")
		var all sync.WaitGroup
		answers := make([]string, 10)
		for i := range answers {
			all.Go(func() { answers[i] = told(s.Do("", "GET", bare, "", "Cookie", cookie)) })
		}
		all.Wait()
		taken := 0
		for _, answer := range answers {
			if answer == "6" {
				taken++
			} else if answer != "exporting.none_left" {
				c.Errorf("somebody is told %s", answer)
			}
		}
		if taken != 3 {
			c.Errorf("%d lists of 6 left where 20 rows may", taken)
		}
		if n := c.number(`SELECT count(*) FROM privacy_exports WHERE rows_taken = 6`); n != 3 {
			c.Errorf("%d are registered", n)
		}
	})
}

func (c scene) number(query string) (n int64) {
	c.Helper()
	err := c.DB.Read(identity.With(c.Context(), identity.System()), func(tx *db.Tx) (err error) {
		n, err = db.Find[int64](tx, query)
		return err
	})
	if err != nil {
		c.Fatal(err)
	}
	return n
}

// Commercial figures of everybody take a second person, whatever the number.
func TestEverythingTakesASecondPerson(t *testing.T) {
	tests := map[string]struct{ role, path, want string }{
		"a director, all with figures":         {"director", full, "exporting.second_whole"},
		"a director, all without figures":      {"director", bare, "10"},
		"a director, one figure is enough":     {"director", bare + ",class", "exporting.second_whole"},
		"a director, a part with figures":      {"director", full + "&region=north", "6"},
		"operations, all with figures":         {"operations", full, "exporting.second_whole"},
		"a rep, all of his with figures":       {"rep", full, "6"},
		"a filter that finds everybody":        {"director", full + "&search=company", "exporting.second_whole"},
		"columns that are named one by one":    {"director", "/api/accounts/export?format=csv&columns=code,sales", "exporting.second_whole"},
		"a manager whose line owns everything": {"sales_manager", full, "exporting.second_whole"},
	}
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		for name, tt := range tests {
			if got := c.get(tt.role, tt.path); got != tt.want {
				s.Errorf("%s: %s", name, got)
			}
		}
		nearly := account.Account{Code: "A10", Name: "one more", Region: "east", Owner: s.User("rep").ID}
		if err := account.New(s.Kit).Open(identity.With(s.Context(), identity.System()), nearly); err != nil {
			s.Fatal(err)
		}
		if got := c.get("director", full+"&search=company"); got != "exporting.second_whole" {
			s.Errorf("ten of eleven are nearly all: %s", got)
		}
	})
}

// The story of a list that a second person agrees to.
func TestASecondPersonAgreesToOneList(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		other, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "second", Name: "second", Roles: identity.Roles{"director"}, Language: "en"}, "secret")
		if err != nil {
			s.Fatal(err)
		}
		id := c.ask("director", full)
		if got := c.decide("director", id); got != "approval.own" && got != "web.denied" {
			s.Errorf("he agrees himself: %s", got)
		}
		if got := c.get("director", full); got != "exporting.second_whole" {
			s.Errorf("before anybody agreed: %s", got)
		}
		if got := c.decide("second", id); got != "approved" {
			s.Fatalf("the second person: %s (%s)", got, other.Login)
		}
		steps := []struct{ name, role, path, want string }{
			{"not for the one who agreed", "second", full, "exporting.second_whole"},
			{"not for another list", "director", full + "&sort=code", "exporting.second_whole"},
			{"not in another format", "director", strings.Replace(full, "csv", "xlsx", 1), "exporting.second_whole"},
			{"exactly this list", "director", full, "10"},
			{"once", "director", full, "exporting.second_whole"},
		}
		for _, step := range steps {
			if got := c.get(step.role, step.path); got != step.want {
				s.Errorf("%s: %s", step.name, got)
			}
		}
		if n := c.number(`SELECT count(*) FROM privacy_exports WHERE permit_id IS NOT NULL AND rows_taken = 10`); n != 1 {
			s.Errorf("registered with its permit: %d", n)
		}
		if got := c.get("director", bare); got != "10" {
			s.Errorf("what a second person agreed to counts against nobody: %s", got)
		}
	})
}

// A permit is for a day, and for whoever may still export.
func TestAPermitEnds(t *testing.T) {
	tests := map[string]struct{ meanwhile, want string }{
		"nothing happens":   {`UPDATE users SET name = name`, "10"},
		"a day has passed":  {`UPDATE export_permits SET until_at = until_at - 86400000001`, "exporting.second_whole"},
		"it was used":       {`UPDATE export_permits SET used_at = 1`, "exporting.second_whole"},
		"he is no director": {`UPDATE users SET roles = 'finance' WHERE login = 'director'`, "web.denied"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
				c := set(s)
				if _, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "second", Name: "second", Roles: identity.Roles{"director"}, Language: "en"}, "secret"); err != nil {
					s.Fatal(err)
				}
				if got := c.decide("second", c.ask("director", full)); got != "approved" {
					s.Fatal(got)
				}
				s.Exec(tt.meanwhile)
				if got := c.get("director", full); got != tt.want {
					s.Error(got)
				}
			})
		})
	}
}

// Two who fetch an agreed list at once: one gets it.
func TestAPermitIsUsedOnce(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		if _, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "second", Name: "second", Roles: identity.Roles{"director"}, Language: "en"}, "secret"); err != nil {
			s.Fatal(err)
		}
		if got := c.decide("second", c.ask("director", full)); got != "approved" {
			s.Fatal(got)
		}
		cookie, _, _ := strings.Cut(s.Cookie("director"), ";")
		var all sync.WaitGroup
		answers := make([]string, 6)
		for i := range answers {
			all.Go(func() { answers[i] = told(s.Do("", "GET", full, "", "Cookie", cookie)) })
		}
		all.Wait()
		if n := strings.Count(strings.Join(answers, " "), "10"); n != 1 {
			s.Errorf("%v", answers)
		}
	})
}

// Above the cap a second person helps only whose role knows one.
func TestWhoMayGoBeyondHisCap(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		s.Cap("director", identity.Cap{Rows: 5, Within: time.Hour, Second: true}, identity.Cap{})
		s.Cap("sales_manager", identity.Cap{Rows: 5, Within: day}, identity.Cap{})
		if _, err := s.Kit.Users.Add(s.Context(), identity.User{Login: "second", Name: "second", Roles: identity.Roles{"director"}, Language: "en"}, "secret"); err != nil {
			s.Fatal(err)
		}
		for role, wants := range map[string][2]string{"director": {"exporting.second_more", "10"}, "sales_manager": {"exporting.too_many", "exporting.too_many"}} {
			if got := c.get(role, bare); got != wants[0] {
				s.Errorf("%s: %s", role, got)
			}
			if got := c.decide("second", c.ask(role, bare)); got != "approved" {
				s.Fatal(got)
			}
			if got := c.get(role, bare); got != wants[1] {
				s.Errorf("%s, once it was agreed to: %s", role, got)
			}
		}
	})
}

// Only lists that one may export can be asked for.
func TestWhatCanBeAskedFor(t *testing.T) {
	tests := map[string]struct {
		role, address string
		want          int
	}{
		"a list":                       {"director", full, 200},
		"a list of another feature":    {"director", "/api/portfolio/members/export?model=abc&mark=A", 200},
		"a list of something":          {"director", "/api/segments/0000000000001/export", 200},
		"less than a list of it":       {"director", "/api/segments/export", 422},
		"more than a list of it":       {"director", "/api/segments/0000000000001/export/x", 422},
		"what is no list":              {"director", "/api/accounts", 422},
		"what is elsewhere":            {"director", "https://evil.example/api/accounts/export", 422},
		"nothing":                      {"director", "", 422},
		"a list that he may not have":  {"rep", "/api/audit/changes/export", 422},
		"who exports nothing at all":   {"finance", full, 403},
		"and whoever guards the house": {"admin", full, 403},
	}
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		for name, tt := range tests {
			raw, _ := json.Marshal(map[string]string{"address": tt.address, "reason": "a good reason"})
			if w := s.Do(tt.role, "POST", "/api/export-permits", string(raw)); w.Code != tt.want {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

// The rows of a program are those of whoever answers for it; and no token can
// be given an export in the first place.
func TestTokensTakeNothingAlong(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := s.Do("director", "POST", "/api/me/tokens", `{"name":"feed","grants":["account:export"],"days":1}`)
		if w.Code != 403 {
			s.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// A column that somebody may not read does not exist for him.
func TestADeniedColumnDoesNotExist(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		s.Grant("rep", "revenue:read", "")
		no := s.Do("rep", "GET", bare+",sales", "")
		nonsense := s.Do("rep", "GET", bare+",nonsense", "")
		if no.Code != 422 || strings.ReplaceAll(no.Body.String(), "sales", "nonsense") != nonsense.Body.String() {
			s.Errorf("%d %s, and of nonsense: %s", no.Code, no.Body, nonsense.Body)
		}
		all := s.Do("rep", "GET", full, "", "Accept-Language", "en").Body.String()
		if header, _, _ := strings.Cut(all, "\r\n"); strings.Contains(header, "RFM") || !strings.Contains(header, "Opened on") {
			s.Errorf("all columns: %s", header)
		}
		if got := c.get("rep", full); got != "6" {
			s.Error(got)
		}
	})
}

// Whatever leaves as a list passes the one gate, and its role has a cap.
func TestEveryListPassesTheGate(t *testing.T) {
	p, err := feature.Product.Start(nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Router.Room == nil || p.Router.Taken == nil {
		t.Fatal("nobody counts")
	}
	for path, grant := range p.Router.Exports {
		for role, cells := range feature.Matrix {
			if _, ok := feature.Caps.Export[role]; cells[grant] != 0 && !ok {
				t.Errorf("%s may export %s without a cap", role, path)
			}
		}
	}
	if len(p.Router.Exports) < 5 {
		t.Errorf("only %d lists", len(p.Router.Exports))
	}
}

// The caps are those of the design, said once more.
func TestTheCapsAreThoseOfTheDesign(t *testing.T) {
	const design = `
		rep                 500 in 24h    5000 at once
		key_account_manager 2000 in 24h   50000 at once
		sales_manager       10000 in 24h  any
		director            10000 in 1h+  none
		finance             10000 in 24h  any
		operations          10000 in 24h  any
		privacy             10000 in 24h  none
		service             none          none
		admin               none          none`
	for line := range strings.Lines(strings.TrimSpace(design)) {
		role, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		got := strings.Join(strings.Fields(role+" "+said(feature.Caps.Export, role)+" "+said(feature.Caps.Import, role)), " ")
		if want := strings.Join(strings.Fields(line), " "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func said(caps map[string]identity.Cap, role string) string {
	c, ok := caps[role]
	switch {
	case !ok:
		return "none"
	case !c.Limited():
		return "any"
	case c.Within == 0:
		return fmt.Sprint(c.Rows, " at once")
	}
	second := map[bool]string{true: "+"}[c.Second]
	return fmt.Sprintf("%d in %dh%s", c.Rows, int(c.Within.Hours()), second)
}

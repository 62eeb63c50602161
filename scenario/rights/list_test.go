package rights

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"erba/feature"
	"erba/platform/apptest"
)

// Whatever lists accounts, lists those that the naive evaluator says, and counts no other.
func TestMatrixOfEveryList(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		s.Uncapped() // how much somebody may take along is asked elsewhere
		w.trade(func(i int) int { return i })
		w.court()
		compared := 0
		for _, c := range w.casts {
			for name, list := range lists {
				want := w.visible(c, list.grant)
				if want == nil {
					continue // denied: the matrix of routes says so
				}
				compared++
				if list.only != "" {
					want = slices.DeleteFunc(want, func(code string) bool { return !strings.Contains(code, list.only) })
				}
				if list.traded {
					want = slices.DeleteFunc(want, func(code string) bool { return code == "first" })
				}
				if got := list.read(w, c); !slices.Equal(got, want) {
					w.Errorf("%s as %s: %d instead of %d: too many %v, missing %v", name, c.role, len(got), len(want), without(got, want), without(want, got))
				}
			}
		}
		fmt.Printf("%d lists compared, code by code\n", compared)
	})
}

// A company group is shown as far as somebody sees it: a subsidiary opens neither its parent nor its sisters.
func TestMatrixOfCompanyGroups(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		for _, c := range w.casts {
			own := c.role + ": owned"
			if !slices.Contains(w.visible(c, "account:read"), own) {
				continue
			}
			mine := w.group(c, "a stranger's")
			if !slices.Contains(mine, c.role+": a stranger's") {
				mine = []string{own} // whoever does not see the parent sees none of its other companies from here
			}
			w.sees(c, mine)
			w.sees(c, w.group(c, "owned")) // a company of his opens no company below it
		}
	})
}

// group puts all accounts of a cast below one of them, and returns the codes that he may see.
func (w *world) group(c *cast, top string) (mine []string) {
	w.Exec(`UPDATE accounts SET parent_id = NULL WHERE id = ?`, c.accounts[top])
	for relation, account := range c.accounts {
		if relation != "none" && relation != top {
			w.Exec(`UPDATE accounts SET parent_id = ? WHERE id = ?`, c.accounts[top], account)
		}
	}
	for _, code := range w.visible(c, "account:read") {
		if strings.HasPrefix(code, c.role+": ") {
			mine = append(mine, code)
		}
	}
	return mine
}

// sees compares the group of his own account with what he should see of it.
func (w *world) sees(c *cast, whole []string) {
	var nodes []struct{ Code string }
	w.get(c, "/api/accounts/"+c.accounts["owned"].String()+"/tree", &nodes)
	got := []string{}
	for _, n := range nodes {
		got = append(got, n.Code)
	}
	if slices.Sort(got); !slices.Equal(got, whole) {
		w.Errorf("%s sees %v of the group, want %v", c.role, got, whole)
	}
}

// list is a way to get at many accounts at once.
type list struct {
	grant  string
	only   string // of the codes, those that hold this
	traded bool   // only accounts with orders
	read   func(*world, *cast) []string
}

var lists = map[string]list{
	"the list by name":             {"account:read", "", false, paged("")},
	"the list by code, downwards":  {"account:read", "", false, paged("&sort=code&desc=true")},
	"the list by region":           {"account:read", "", false, paged("&sort=region")},
	"the list by owner":            {"account:read", "", false, paged("&sort=owner")},
	"a search":                     {"account:read", "shared", false, paged("&search=shared")},
	"a search for another's words": {"account:read", "director", false, paged("&search=director")},
	"the active ones":              {"account:read", "", false, paged("&status=active")},
	"the count":                    {"account:read", "", false, counted("")},
	"the count of a search":        {"account:read", "stood", false, counted("?search=stood")},
	"the export as CSV":            {"account:export", "", false, exported("/api/accounts/export?format=csv")},
	"the export of a search":       {"account:export", "team", false, exported("/api/accounts/export?format=csv&search=team")},
	"the portfolio":                {"portfolio:read", "", true, members},
	"the portfolio's export":       {"portfolio:export", "", true, exportedMembers},
	"whoever has moved":            {"evaluation:read", "", true, movers},
	"the export of who has moved":  {"portfolio:export", "", true, exportedMovers},
	"whom to begin with":           {"industry:read", "", true, targets},
	"its export":                   {"industry:export", "", true, exported("/api/industries/targets/export?format=csv&whom=chosen")},
}

// visible are the codes of what somebody reaches under a grant, sorted; nil if nothing is granted.
func (w *world) visible(c *cast, grant string) []string {
	if w.letters[grant][c.role] == "" {
		return nil
	}
	all := []string{}
	if w.letters[grant][c.role] == "A" {
		all = append(all, "first")
	}
	for _, other := range w.casts {
		for relation, account := range other.accounts {
			if w.facts.judge(w.letters, ask{way: "session", who: c.person, grant: grant, account: account, exists: relation != "none", bound: true}) == passes {
				all = append(all, other.role+": "+relation)
			}
		}
	}
	slices.Sort(all)
	return all
}

func without(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(code string) bool { return slices.Contains(some, code) })
}

func (w *world) get(c *cast, path string, into any) {
	w.Helper()
	r := w.Do("", "GET", path, "", c.with["session"]...)
	if err := json.Unmarshal(r.Body.Bytes(), into); err != nil || r.Code != 200 {
		w.Errorf("%s as %s: %d %s", path, c.role, r.Code, r.Body)
	}
}

// paged reads a list page by page.
func paged(question string) func(*world, *cast) []string {
	return func(w *world, c *cast) []string {
		codes := []string{}
		for after := ""; ; {
			var page struct {
				Rows []struct{ ID, Code string }
				Next string
			}
			w.get(c, "/api/accounts?limit=30"+question+"&after="+url.QueryEscape(after), &page)
			for _, row := range page.Rows {
				codes = append(codes, row.Code)
			}
			if after = page.Next; after == "" || len(page.Rows) == 0 {
				slices.Sort(codes)
				return codes
			}
		}
	}
}

// counted is as many codes as a count tells, to compare the number.
func counted(question string) func(*world, *cast) []string {
	return func(w *world, c *cast) []string {
		var count struct{ Accounts int }
		w.get(c, "/api/accounts/count"+question, &count)
		only, _ := url.ParseQuery(strings.TrimPrefix(question, "?"))
		all := slices.DeleteFunc(w.visible(c, "account:read"), func(code string) bool { return !strings.Contains(code, only.Get("search")) })
		if len(all) == count.Accounts {
			return all
		}
		return make([]string, count.Accounts)
	}
}

// moved asks who was in another class before the last month than now: whoever has bought since.
func moved(w *world) string {
	return "model=abc&from=" + w.day(-45).String() + "&to=" + w.day(0).String()
}

func exportedMovers(w *world, c *cast) []string {
	return exported("/api/evaluation/movements/export?format=csv&"+moved(w))(w, c)
}

func movers(w *world, c *cast) []string {
	codes := []string{}
	for after := ""; ; {
		var page struct {
			Rows []struct{ Code string }
			Next string
		}
		w.get(c, "/api/evaluation/movements/accounts?limit=30&after="+after+"&"+moved(w), &page)
		for _, row := range page.Rows {
			codes = append(codes, row.Code)
		}
		if after = page.Next; after == "" {
			slices.Sort(codes)
			return codes
		}
	}
}

func exported(path string) func(*world, *cast) []string {
	return func(w *world, c *cast) []string {
		r := w.Do("", "GET", path, "", c.with["session"]...)
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(r.Body.String(), "\uFEFF"))).ReadAll()
		if err != nil || r.Code != 200 {
			w.Errorf("%s as %s: %d %v", path, c.role, r.Code, err)
			return nil
		}
		codes := []string{}
		for _, row := range rows[1:] {
			codes = append(codes, row[0])
		}
		slices.Sort(codes)
		return codes
	}
}

// members are those behind all classes together.
func members(w *world, c *cast) []string {
	codes := map[string]bool{}
	for _, mark := range []string{"A", "B", "C", "apart"} {
		var page struct {
			Rows []struct{ Code string }
			Next string
		}
		w.get(c, "/api/portfolio/members?limit=200&model=abc&mark="+mark, &page)
		for _, row := range page.Rows {
			codes[row.Code] = true
		}
	}
	return sortedKeys(codes)
}

// court lets somebody say of every account that has bought how likely it is won,
// so that it stands in the list of those with whom to begin.
func (w *world) court() {
	w.Exec(`INSERT INTO portfolio_estimates (id, account_id, kind, version, value, evidence, author, estimated_on, expires_on, latest)
		SELECT id, id, 'entry_chance', 1, 50, 'visited', 'somebody', ?, ?, TRUE FROM accounts WHERE code <> 'first'`, w.day(-1), w.day(99))
	w.Exec(`UPDATE portfolio_state SET revision = revision + 1`)
}

// targets reads the list of those with whom to begin, page by page.
func targets(w *world, c *cast) []string {
	codes := map[string]bool{}
	for from := 0; ; {
		var page struct {
			Rows []struct{ Code string }
			Next int
		}
		w.get(c, fmt.Sprint("/api/industries/targets?whom=chosen&limit=30&from=", from), &page)
		for _, row := range page.Rows {
			codes[row.Code] = true
		}
		if from = page.Next; from == 0 {
			return sortedKeys(codes)
		}
	}
}

func exportedMembers(w *world, c *cast) []string {
	codes := map[string]bool{}
	for _, mark := range []string{"A", "B", "C", "apart"} {
		for _, code := range exported("/api/portfolio/members/export?format=csv&model=abc&mark="+mark)(w, c) {
			codes[code] = true
		}
	}
	return sortedKeys(codes)
}

func sortedKeys(all map[string]bool) []string {
	sorted := slices.Sorted(maps.Keys(all))
	if sorted == nil {
		return []string{}
	}
	return sorted
}

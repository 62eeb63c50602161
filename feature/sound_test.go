package feature

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
)

// odd are companies of which little, nothing or nonsense is known, and what is
// to be said of them all the same, by the texts of the methods.
var odd = map[string]struct {
	accounts []string
	orders   [][2]string // of whom, and for how much, on one day each
	want     said
}{
	"nobody at all":           {want: said{}},
	"nobody has ever ordered": {accounts: []string{"A", "B", "C"}, want: said{Unscored: 3, Unknown: 3}},
	"one of two has ordered": {accounts: []string{"A", "B"}, orders: [][2]string{{"A", "100"}},
		want: said{ABC: [3]int{1, 0, 0}, Keys: 1, Scored: 1, Unscored: 1, Unknown: 2}},
	"a single customer": {accounts: []string{"A"}, orders: [][2]string{{"A", "100"}},
		want: said{ABC: [3]int{1, 0, 0}, Keys: 1, Scored: 1, Unknown: 1}},
	// 4 % each: before the 21st are 80 %, before the 25th 96 %; the first five are the core
	"twenty-five that are all equal": {accounts: letters(25), orders: each(letters(25), "100"),
		want: said{ABC: [3]int{20, 4, 1}, Keys: 5, Scored: 25, Scores: 1, Unknown: 25}},
	"nothing but returns": {accounts: letters(3), orders: each(letters(3), "-100"),
		want: said{Apart: 3, Unscored: 3, Unknown: 3}},
	"one has returned more than it bought": {accounts: []string{"A", "B"}, orders: [][2]string{{"A", "100"}, {"A", "-150"}, {"B", "50"}},
		want: said{ABC: [3]int{1, 0, 0}, Apart: 1, Keys: 1, Scored: 2, Unknown: 2}},
	// what is given away is no order
	"orders that cost nothing": {accounts: []string{"A", "B"}, orders: each([]string{"A", "B"}, "0"),
		want: said{Apart: 2, Unscored: 2, Unknown: 2}},
}

// said is how many accounts are in which class. Nobody has estimated anything:
// no demand, no points.
type said struct {
	ABC      [3]int
	Apart    int // not above zero
	Keys     int // of the register
	Scored   int // by recency, frequency and amount
	Unscored int
	Scores   int // different ones, if it is to be told
	Unknown  int // no demand, no points, no tier
}

func letters(n int) (all []string) {
	for i := range n {
		all = append(all, string(rune('A'+i)))
	}
	return all
}

func each(codes []string, amount string) (all [][2]string) {
	for _, code := range codes {
		all = append(all, [2]string{code, amount})
	}
	return all
}

// Whatever a company is like, every question of the API is answered with
// figures, with nothing, or with a sentence; and nobody is in a wrong class.
// The routes are those of the API's own document.
func TestEveryAnswerMakesSense(t *testing.T) {
	for name, company := range odd {
		t.Run(name, func(t *testing.T) {
			apptest.Whole(t, Product, func(s *apptest.Stage) {
				s.Work()
				file := "code,name\n"
				for _, code := range company.accounts {
					file += code + ",客户" + code + "\n"
				}
				if len(company.accounts) > 0 {
					s.Book("operations", "accounts", "accounts.csv", file)
				}
				file = "customer,date,order,product,quantity,price,amount\n"
				for i, o := range company.orders {
					amount, returned := strings.CutPrefix(o[1], "-")
					file += fmt.Sprintf("%s,2026-06-30,O%d,P,%s1,%s,%s\n", o[0], i, map[bool]string{true: "-"}[returned], amount, o[1])
				}
				if len(company.orders) > 0 {
					s.Book("operations", "orders", "orders.csv", file)
				}
				q := newQuestioner(s)
				q.askEverything()
				q.check(company.want)
			})
		})
	}
}

// questioner asks the API as a director.
type questioner struct {
	*apptest.Stage
	cookie  string
	account string // one of them, if there is any
	asked   int
}

func newQuestioner(s *apptest.Stage) *questioner {
	q := &questioner{Stage: s, cookie: s.Cookie("director"), account: kernel.NewID().String()}
	var page struct{ Rows []struct{ ID string } }
	read(s, q.get("/api/accounts?limit=1"), &page)
	if len(page.Rows) > 0 {
		q.account = page.Rows[0].ID
	}
	return q
}

func (q *questioner) get(path string) string { return q.ask("GET", path, "") }

// nonsense is what no answer holds: figures that are none, and gaps of texts
// that nobody has filled.
var nonsense = regexp.MustCompile(`\bNaN\b|[+-]?\bInf(inity)?\b|<nil>|%!|\{\{`)

// ask wants an answer that makes sense.
func (q *questioner) ask(method, path, body string) string {
	q.Helper()
	w := q.Do("", method, path, body, "Cookie", q.cookie)
	q.asked++
	var answer any
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		q.Errorf("%s %s: %d, %v: %.300s", method, path, w.Code, err, w.Body)
	}
	if found := nonsense.FindString(w.Body.String()); found != "" || !finite(answer) {
		q.Errorf("%s %s: %q in %.600s", method, path, found, w.Body)
	}
	fault, _ := answer.(map[string]any)
	if w.Code >= 500 || w.Code != http.StatusOK && (fault["key"] == nil || fault["detail"] == "" || fault["detail"] == fault["key"]) {
		q.Errorf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	return w.Body.String()
}

// finite reports whether no number of an answer is one that stands for none.
func finite(answer any) bool {
	switch v := answer.(type) {
	case map[string]any:
		for _, one := range v {
			if !finite(one) {
				return false
			}
		}
	case []any:
		return !slices.ContainsFunc(v, func(one any) bool { return !finite(one) })
	case float64:
		return math.Abs(v) < 1<<53
	}
	return true
}

// askEverything asks every question that changes nothing, by every choice that
// it offers, and every method about its default.
func (q *questioner) askEverything() {
	q.Helper()
	for _, path := range q.questions() {
		q.get(path)
	}
	for _, m := range Product.Methods() {
		for _, what := range []string{"simulation", "back-test", "trial"} {
			q.ask("POST", "/api/methods/"+m.ID+"/"+what, fmt.Sprintf(`{"config":{},"at":"","account":%q}`, q.account))
		}
	}
	if q.asked < 400 {
		q.Errorf("only %d questions", q.asked)
	}
}

// parameter is a part of a question.
type parameter struct {
	Name     string
	In       string
	Required bool
	Schema   struct{ Enum []string }
}

// choices are the values worth asking for.
var choices = map[string][]string{"as_of": {"2000-01-01", "2026-06-30"}, "months": {"1", "120"}, "all": {"true"}, "mark": {"A", "tray"},
	"from": {"2026-01-01"}, "to": {"2026-06-30"}, "was": {"abc.A"}}

func (p parameter) values() []string {
	if len(p.Schema.Enum) > 0 {
		return p.Schema.Enum
	}
	return choices[p.Name]
}

// questions are the addresses of all answers in JSON.
func (q *questioner) questions() (all []string) {
	raw, err := q.Kit.Router.OpenAPI()
	if err != nil {
		q.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			Parameters []parameter
			Responses  map[string]struct{ Content map[string]any }
		}
	}
	read(q.Stage, string(raw), &doc)
	for path, item := range doc.Paths {
		if get, ok := item["get"]; ok && get.Responses["200"].Content["application/json"] != nil && !strings.HasPrefix(path, "/api/audit/") {
			for _, at := range q.places(path) {
				all = append(all, ways(at, get.Parameters)...)
			}
		}
	}
	return all
}

// places are a path with what its gaps may stand for.
func (q *questioner) places(path string) (all []string) {
	if strings.HasPrefix(path, "/api/methods/{id}") {
		for _, m := range Product.Methods() {
			all = append(all, strings.Replace(path, "{id}", m.ID, 1))
		}
		return all
	}
	return []string{named.ReplaceAllStringFunc(path, func(name string) string {
		if name == "{kind}" {
			return "potential"
		}
		return q.account
	})}
}

// ways are an address with each value of each parameter, one at a time; what a
// question cannot do without stands in all of them.
func ways(path string, parameters []parameter) (all []string) {
	must := url.Values{}
	for _, p := range parameters {
		if v := p.values(); p.In == "query" && p.Required && len(v) > 0 {
			must.Set(p.Name, v[0])
		}
	}
	all = append(all, path+"?"+must.Encode())
	for _, p := range parameters {
		if p.In != "query" {
			continue
		}
		for _, v := range p.values() {
			one := url.Values{p.Name: {v}}
			for name, value := range must {
				if name != p.Name {
					one[name] = value
				}
			}
			all = append(all, path+"?"+one.Encode())
		}
	}
	return all
}

// check reads how many accounts are in which class.
func (q *questioner) check(want said) {
	q.Helper()
	type tally struct{ Count int }
	var abc struct {
		Classes []tally
		Apart   []any
	}
	var rfm struct {
		Customers, Unscored int
		Scores              map[string]int
	}
	var register tally
	var worth struct {
		Incomplete tally
		Classes    []tally
	}
	var grid, pyramid struct {
		Tray  tally
		Tiers []tally
	}
	for name, into := range map[string]any{"abc": &abc, "rfm": &rfm, "register": &register, "worth": &worth, "grid": &grid, "pyramid": &pyramid} {
		read(q.Stage, q.get("/api/portfolio/"+name), into)
	}
	got := said{Apart: len(abc.Apart), Keys: register.Count, Scored: rfm.Customers, Unscored: rfm.Unscored, Unknown: worth.Incomplete.Count}
	for i, c := range abc.Classes {
		got.ABC[i] = c.Count
	}
	if want.Scores > 0 {
		got.Scores = len(rfm.Scores)
	}
	for _, t := range append(worth.Classes, pyramid.Tiers...) {
		if t.Count > 0 {
			q.Errorf("somebody of whom nothing is known is classed: %+v, %+v", worth, pyramid)
		}
	}
	if got != want || grid.Tray.Count != want.Unknown || pyramid.Tray.Count != want.Unknown {
		q.Errorf("got %+v, want %+v; without demand %d and %d", got, want, grid.Tray.Count, pyramid.Tray.Count)
	}
}

package rights

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"erba/feature"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/web"
)

// A denied field gives nothing away: while only its value differs, whoever may
// not read it gets the same answers, byte by byte, whatever he asks; and who may
// read it gets another, so that the difference is one.
func TestMatrixOfFieldsThatAreDenied(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of questions take minutes: run make test-rights")
	}
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		if strings.HasSuffix(s.Name(), "postgres") {
			s.Skip("fifty thousand questions are asked on one engine: what is told depends on what a service reads, and that is the same on both")
		}
		w := raise(s)
		w.trade(func(i int) int { return 300 + i })
		w.Exec(`UPDATE contacts SET phone = '13811112222'`)
		w.Uncapped() // or the second sweep would be told of the first
		begin, asked, heard := time.Now(), 0, map[string]map[string]string{}
		for _, from := range slices.Sorted(maps.Keys(secrets)) {
			asked += w.keeps(strings.Fields(from), secrets[from], heard)
		}
		fmt.Printf("%s: %d questions about %d groups of secrets in %.0f s\n", s.Name(), asked, len(secrets), time.Since(begin).Seconds())
	})
}

// keeps asks whoever may not read some secrets before and after they change, and
// returns how many questions that were. heard is what every role was told when it was
// asked last; who may read what has changed has to be asked anew.
func (w *world) keeps(from []string, some []secret, heard map[string]map[string]string) (asked int) {
	server, answered := w.anew(), 0
	for _, role := range from {
		if heard[role] == nil {
			heard[role] = w.sweep(server, role)
		}
	}
	server = w.change(server, some)
	maps.DeleteFunc(heard, func(role string, _ map[string]string) bool { return !slices.Contains(from, role) })
	for _, role := range from {
		now := w.sweep(server, role)
		for question, answer := range heard[role] {
			if now[question] != answer {
				w.Errorf("%s is told of %s by %s: %s", role, names(some), question, differing(answer, now[question]))
			}
			if strings.HasPrefix(answer, "200") {
				answered++
			}
		}
		heard[role], asked = now, asked+len(now)
	}
	if answered < 100 {
		w.Errorf("only %d of %d questions were answered", answered, asked)
	}
	return asked
}

// change gives some secrets other values, and returns a program that knows them: who
// may read them is told so by it, and was told otherwise before.
func (w *world) change(before http.Handler, some []secret) http.Handler {
	shown := map[string]string{}
	for _, one := range some {
		shown[one.name] = w.reads(before, one)
	}
	for _, one := range some {
		for _, change := range one.changes {
			w.Exec(change)
		}
	}
	after := w.anew()
	for _, one := range some {
		if is := w.reads(after, one); is == shown[one.name] || !strings.HasPrefix(is, "200") {
			w.Errorf("%s is not seen by who may see it, before: %.300s\nafter: %.300s", one.name, shown[one.name], is)
		}
	}
	return after
}

// names are what some secrets are called.
func names(some []secret) string {
	all := make([]string, len(some))
	for i, one := range some {
		all[i] = one.name
	}
	return strings.Join(all, ", ")
}

// differing shows two answers from where they begin to differ.
func differing(one, other string) string {
	at := 0
	for at < min(len(one), len(other)) && one[at] == other[at] {
		at++
	}
	from := max(0, at-60)
	return fmt.Sprintf("%.200s\nthen %.200s", one[from:], other[from:])
}

// reads is what somebody is told of a secret who may know it.
func (w *world) reads(server http.Handler, one secret) string {
	c := w.castOf(one.reader)
	path := placed(one.shown, c.accounts["owned"])
	if strings.HasPrefix(path, "/api/contacts/{id}") {
		path = strings.ReplaceAll(path, "{id}", c.contacts["owned"].String())
	}
	return told(server, c, path)
}

// restless are answers that differ from moment to moment by themselves, such as what the audit says of these very questions.
var restless = strings.Fields("/api/version /api/me/ /api/jobs /api/audit /api/privacy/exports /api/privacy/assessment")

// clock is the minute of the day that a diary tells beside its visits.
var clock = regexp.MustCompile(`"now":\d+,`)

func isRestless(path string) bool {
	return slices.ContainsFunc(restless, func(start string) bool { return strings.HasPrefix(path, start) })
}

// anew is a program that has just been started on the database.
func (w *world) anew() http.Handler {
	w.Helper()
	product, err := w.App.Start(w.DB)
	if err != nil {
		w.Fatal(err)
	}
	product.Server.Run(web.Mode{Lax: true})
	return product.Server.Handler()
}

// sweep asks everything that a role can ask, in every way that the document names.
func (w *world) sweep(server http.Handler, role string) map[string]string {
	w.Helper()
	answers, c := map[string]string{}, w.castOf(role)
	for _, o := range w.routes() {
		if o.Method != "GET" || isRestless(o.Path) || w.letters[o.Grant][role] == "" {
			continue
		}
		for _, question := range w.questions(o, c) {
			answers[question] = told(server, c, question)
		}
	}
	return answers
}

// told is all that somebody is told who asks a question.
func told(server http.Handler, c *cast, question string) string {
	r := httptest.NewRequest("GET", question, nil)
	r.Header.Set("Cookie", c.with["session"][1])
	a := httptest.NewRecorder()
	server.ServeHTTP(a, r)
	return fmt.Sprint(a.Code, " ", a.Header().Get("ETag"), " ", clock.ReplaceAllString(a.Body.String(), ""))
}

// stood are the relations in which is asked: one for each way in which answers differ.
var stood = []string{"owned", "in the team", "owned by a report", "flagged", "shared", "a stranger's"}

// questions are the ways to ask one route: about accounts of every kind, with every value that a question can have.
func (w *world) questions(o apptest.Operation, c *cast) (all []string) {
	var addresses []string
	for _, relation := range stood {
		path := placed(o.Path, c.accounts[relation])
		if strings.HasPrefix(path, "/api/contacts/{id}") {
			path = strings.ReplaceAll(path, "{id}", c.contacts[relation].String())
		}
		addresses = append(addresses, path)
	}
	slices.Sort(addresses)
	for _, path := range slices.Compact(addresses) {
		base := ""
		for _, p := range o.Params {
			switch {
			case p.In == "path":
				path = strings.ReplaceAll(path, "{"+p.Name+"}", w.sample(p))
			case p.In == "query" && p.Required:
				base += "&" + p.Name + "=" + w.sample(p)
			case p.Name == "format":
				base += "&format=csv" // a workbook says when it was written
			}
		}
		all = append(all, path+"?"+strings.TrimPrefix(base, "&"))
		for _, p := range o.Params {
			for _, value := range w.values(p, c) {
				all = append(all, path+"?"+p.Name+"="+url.QueryEscape(value)+base)
			}
		}
	}
	return all
}

// values are what somebody tries who wants to know a figure that he may not see.
func (w *world) values(p apptest.Param, c *cast) (all []string) {
	if p.In != "query" || p.Name == "format" {
		return nil
	}
	for _, one := range p.Schema.Enum {
		all = append(all, fmt.Sprint(one))
	}
	switch {
	case p.Schema.Is("boolean"):
		return []string{"true", "false"}
	case p.Schema.Is("integer"):
		return []string{"1", "12"}
	case p.Schema.Format == "id":
		return []string{c.accounts["owned"].String(), c.accounts["a stranger's"].String()}
	case p.Schema.Format == "day":
		return []string{w.day(-25).String()}
	case len(all) > 0:
		return append(all, "margin", "cost")
	}
	return []string{"margin", "cost", "gross", "overdue", "sales", "A", "1", "rep", "13811112222", "1381111", "13899992222", "2222"}
}

// A value that may not be chosen is answered as one that does not exist.
func TestMatrixOfValuesThatAreDenied(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		denied := map[string][]string{
			"rep":     {"/api/portfolio/summary?measure=gross", "/api/portfolio/abc?measure=gross", "/api/portfolio/members?model=abc&mark=A&measure=gross"},
			"service": {"/api/accounts?sort=sales", "/api/accounts?sort=class", "/api/accounts?sort=last_order", "/api/accounts?class=A", "/api/accounts?stage=new", "/api/accounts/count?class=A"},
		}
		for role, questions := range denied {
			for _, q := range questions {
				c := w.castOf(role)
				head := q[:strings.LastIndex(q, "=")+1]
				no := w.Do("", "GET", q, "", c.with["session"]...)
				nonsense := w.Do("", "GET", head+"nonsense", "", c.with["session"]...)
				if no.Code != 422 || no.Code != nonsense.Code || no.Body.String() != nonsense.Body.String() {
					w.Errorf("%s as %s: %d %s, and of nonsense: %s", q, role, no.Code, no.Body, nonsense.Body)
				}
			}
		}
	})
}

// Nothing is told by the side paths: a code that is taken, somebody else's view, time.
func TestMatrixOfSidePaths(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		rep := w.castOf("rep")
		unseen := "director: flagged"
		taken := w.Do("", "POST", "/api/accounts", fmt.Sprintf(`{"code":%q,"name":"mine"}`, unseen), rep.with["session"]...)
		if taken.Code != 409 || strings.Contains(taken.Body.String(), "stranger") || strings.Contains(taken.Body.String(), rep.accounts["a stranger's"].String()) {
			w.Errorf("a code that is taken: %d %s", taken.Code, taken.Body)
		}
		w.made("director", "/api/account-views", `{"name":"secret view","query":"owner=me"}`)
		if views := w.Do("", "GET", "/api/account-views", "", rep.with["session"]...); strings.Contains(views.Body.String(), "secret") {
			w.Errorf("somebody else's view: %s", views.Body)
		}
		w.unseenImport(rep)
		w.unseenNumber()
		for _, path := range []string{"/api/accounts/{id}", "/api/accounts/{id}/timeline", "/api/accounts/{id}/contacts", "/api/accounts/{id}/sales",
			"/api/opportunities/{id}", "/api/opportunities/{id}/prices", "/api/opportunities/{id}/rivals", "/api/opportunities/{id}/assessment"} {
			w.inEqualTime(rep, path)
		}
	})
}

// unseenImport looks for the file that somebody else has uploaded.
func (w *world) unseenImport(c *cast) {
	w.Work()
	id := w.Book("operations", "accounts", "secret.csv", "客户编码,客户名称\nZ1,secret\n")
	if all := w.Do("", "GET", "/api/imports", "", c.with["session"]...); strings.Contains(all.Body.String(), "secret") {
		w.Errorf("somebody else's import is listed: %s", all.Body)
	}
	for _, path := range []string{"/api/imports/", "/api/jobs/"} {
		if one := w.Do("", "GET", path+id, "", c.with["session"]...); one.Code != 404 {
			w.Errorf("somebody else's import is shown: %d %s", one.Code, one.Body)
		}
	}
}

// unseenNumber looks for a number that only contacts out of sight have, and for one of his own.
func (w *world) unseenNumber() {
	for _, c := range w.casts {
		if w.letters["contact:personal"][c.role] == "" || w.letters["contact:personal"][c.role] == "A" {
			continue
		}
		w.Exec(`UPDATE contacts SET phone = '13811112222' WHERE id = ?`, c.contacts["a stranger's"])
		w.Exec(`UPDATE contacts SET phone = '13833334444' WHERE id = ?`, c.contacts["owned"])
		for number, found := range map[string]bool{"13811112222": false, "13833334444": true} {
			r := w.Do("", "PUT", "/api/contacts/search", `{"number":"`+number+`"}`, c.with["session"]...)
			if r.Code != 200 || strings.Contains(r.Body.String(), `"id"`) != found {
				w.Errorf("%s as %s: %d %s", number, c.role, r.Code, r.Body)
			}
		}
		w.Exec(`UPDATE contacts SET phone = ''`)
	}
}

// inEqualTime compares the medians of 200 calls for a row out of scope and for
// none, in turns, as users of the product would ask.
func (w *world) inEqualTime(c *cast, path string) {
	w.Helper()
	product, err := w.App.Start(w.DB)
	if err != nil {
		w.Fatal(err)
	}
	product.Server.Run(web.Mode{})
	server, times := product.Server.Handler(), map[bool][]time.Duration{}
	for i := range 400 {
		out := i%2 == 0
		id := kernel.NewID()
		if out {
			id = c.accounts["a stranger's"]
		}
		r := httptest.NewRequest("GET", strings.ReplaceAll(path, "{id}", id.String()), nil)
		r.Header.Set(c.with["session"][0], c.with["session"][1])
		answer := httptest.NewRecorder()
		begin := time.Now()
		server.ServeHTTP(answer, r)
		times[out] = append(times[out], time.Since(begin))
		if answer.Code != 404 {
			w.Fatalf("%s: %d %s", path, answer.Code, answer.Body)
		}
	}
	if ratio := float64(median(times[true])) / float64(median(times[false])); ratio < 0.9 || ratio > 1.1 {
		w.Errorf("%s: a row out of scope takes %.2f of the time of none", path, ratio)
	}
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

package rights

import (
	"fmt"
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
// not read it gets the same answers, byte by byte, whatever he asks.
func TestMatrixOfFieldsThatAreDenied(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of questions take minutes: run make test-rights")
	}
	secrets := map[string]struct {
		roles   []string // who may not read it
		changes []string // what makes its value another
	}{
		"what things cost": {[]string{"rep", "service", "privacy", "admin"}, []string{
			`UPDATE order_lines SET cost = cost * 3 + 7`, `UPDATE account_months SET cost = cost * 3 + 7, returns_cost = returns_cost + 5`, `UPDATE products SET cost = 99000000`,
			`UPDATE price_floors SET unit_cost = 6000000`, `UPDATE opportunity_lines SET unit_cost = 6000000`}},
		"below which price nobody sells": {[]string{"rep", "service", "privacy", "admin"}, []string{
			`UPDATE price_floors SET floor_price = 8500000`, `UPDATE opportunity_lines SET floor_price = 8500000`}},
		"what is owed": {[]string{"rep", "service", "privacy", "admin"}, []string{
			`UPDATE invoices SET amount = amount * 5 + 11`}},
		"what is sold": {[]string{"service", "privacy", "admin"}, []string{
			`UPDATE order_lines SET amount = amount * 3 + 100 * (account_id % 7)`, `UPDATE account_months SET sales = sales * 3 + 100 * (account_id % 7)`}},
		"the middle of a number": {[]string{"sales_manager", "director", "finance", "service", "operations"}, []string{
			`UPDATE contacts SET phone = '13899992222' WHERE phone = '13811112222'`}},
	}
	for name, secret := range secrets {
		t.Run(name, func(t *testing.T) {
			apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
				w := raise(s)
				w.trade(func(i int) int { return 300 + i })
				w.Exec(`UPDATE contacts SET phone = '13811112222'`)
				before := w.sweep(secret.roles)
				for _, change := range secret.changes {
					w.Exec(change)
				}
				after := w.sweep(secret.roles)
				told := 0
				for question, answer := range before {
					if after[question] != answer {
						w.Errorf("%s tells: %.300s\nthen %.300s", question, answer, after[question])
					}
					if strings.HasPrefix(answer, "200") {
						told++
					}
				}
				if all := w.sweep([]string{"key_account_manager"}); told < 100 || len(all) == 0 {
					w.Errorf("only %d of %d questions were answered", told, len(before))
				}
			})
		})
	}
}

// And the sweep would tell: who may read a field gets other answers.
func TestMatrixOfFieldsThatAreGranted(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		w := raise(s)
		w.trade(func(i int) int { return 300 + i })
		before := w.sweep([]string{"key_account_manager"})
		w.Exec(`UPDATE order_lines SET cost = cost * 3 + 7`)
		w.Exec(`UPDATE account_months SET cost = cost * 3 + 7`)
		after, differ := w.sweep([]string{"key_account_manager"}), 0
		for question, answer := range before {
			if after[question] != answer {
				differ++
			}
		}
		if differ < 3 {
			w.Errorf("only %d answers differ", differ)
		}
	})
}

// restless are answers that differ from moment to moment by themselves, such as what the audit says of these very questions.
var restless = strings.Fields("/api/version /api/me/ /api/jobs /api/audit /api/privacy/exports /api/privacy/assessment")

// clock is the minute of the day that a diary tells beside its visits.
var clock = regexp.MustCompile(`"now":\d+,`)

func isRestless(path string) bool {
	return slices.ContainsFunc(restless, func(start string) bool { return strings.HasPrefix(path, start) })
}

// sweep asks everything that can be asked, in every way that the document
// names, of a program that has just been started on the database.
func (w *world) sweep(roles []string) map[string]string {
	w.Helper()
	w.Uncapped() // or the second sweep would be told of the first
	product, err := w.App.Start(w.DB)
	if err != nil {
		w.Fatal(err)
	}
	product.Server.Run(web.Mode{Lax: true})
	server := product.Server.Handler()
	answers := map[string]string{}
	for _, role := range roles {
		c := w.castOf(role)
		for _, o := range w.routes() {
			if o.Method != "GET" || isRestless(o.Path) || w.letters[o.Grant][role] == "" {
				continue
			}
			for _, question := range w.questions(o, c) {
				r := httptest.NewRequest("GET", question, nil)
				r.Header.Set("Cookie", c.with["session"][1])
				a := httptest.NewRecorder()
				server.ServeHTTP(a, r)
				answers[role+" "+question] = fmt.Sprint(a.Code, " ", a.Header().Get("ETag"), " ", clock.ReplaceAllString(a.Body.String(), ""))
			}
		}
	}
	return answers
}

// questions are the ways to ask one route: about every account, with every value that a question can have.
func (w *world) questions(o apptest.Operation, c *cast) (all []string) {
	var addresses []string
	for relation, account := range c.accounts {
		path := strings.NewReplacer("{account}", account.String(), "{opportunity}", account.String()).Replace(o.Path)
		if strings.HasPrefix(path, "/api/accounts/{id}") {
			path = strings.ReplaceAll(path, "{id}", account.String())
		}
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
			for _, value := range values(p) {
				all = append(all, path+"?"+p.Name+"="+url.QueryEscape(value)+base)
			}
		}
	}
	return all
}

// values are what somebody tries who wants to know a figure that he may not see.
func values(p apptest.Param) (all []string) {
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

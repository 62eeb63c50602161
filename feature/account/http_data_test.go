package account

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"erba/platform/apptest"
)

func TestExport(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := market(s)
		must(s, service.Open(s.As("rep"), Account{Code: "=1+1", Name: " ＝cmd|' /C calc'!A0"}))
		must(s, service.Open(s.As("director"), Account{Code: "X", Name: "机密客户"}))
		w := s.Do("rep", "GET", "/api/accounts/export?format=csv&columns=code,name,status,size,sales&sort=code&search=", "", "Accept-Language", "en")
		lines := strings.Split(strings.TrimPrefix(w.Body.String(), "\uFEFF"), "\r\n")
		for _, want := range []string{"'=1+1,'＝cmd|' /C calc'!A0,Active,,", "3,长虹,Active,Large,9.80", "4,百度,Suspended,,9.90"} {
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				s.Errorf("%d, the file lacks %q:\n%s", w.Code, want, w.Body)
			}
		}
		if len(lines) != 8 || strings.Contains(w.Body.String(), "机密") {
			s.Errorf("the file has %d lines:\n%s", len(lines), w.Body)
		}
		if got := w.Header().Get("Content-Disposition"); !strings.Contains(got, ".csv") {
			s.Errorf("it is called %s", got)
		}
		w = s.Do("rep", "GET", "/api/accounts/export?sort=sales&desc=true", "")
		book, err := excelize.OpenReader(bytes.NewReader(w.Body.Bytes()))
		must(s, err)
		rows, err := book.GetRows("Sheet1")
		if err != nil || len(rows) != 4 || rows[1][1] != "阿里" || len(rows[0]) != len(exported) {
			s.Errorf("the workbook holds %v, %v", rows, err)
		}
		if w := s.Do("rep", "GET", "/api/accounts/export?columns=code,secret", ""); w.Code != 422 {
			s.Errorf("an unknown column: %d %s", w.Code, w.Body)
		}
	})
}

// id is a field of a reply that names something.
func id(s *apptest.Stage, raw []byte, field string) string {
	s.Helper()
	var reply map[string]any
	if err := json.Unmarshal(raw, &reply); err != nil {
		s.Fatalf("%v in %s", err, raw)
	}
	text, _ := reply[field].(string)
	return text
}

func TestRoutesBesideAccounts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		one := "/api/accounts/" + id(s, s.Do("rep", "POST", "/api/accounts", `{"code":"A","name":"上海甲电子","city":"上海"}`).Body.Bytes(), "id")
		two := "/api/accounts/" + id(s, s.Do("rep", "POST", "/api/accounts", `{"code":"B","name":"上海甲电子有限公司","city":"上海"}`).Body.Bytes(), "id")
		if _, err := New(s.Kit).Pair(s.As("director")); err != nil {
			s.Fatal(err)
		}
		view := "/api/account-views/" + id(s, s.Do("rep", "POST", "/api/account-views", `{"name":"华东","query":"region=华东"}`).Body.Bytes(), "id")
		merge := `{"from":"` + strings.TrimPrefix(two, "/api/accounts/") + `","into":"` + strings.TrimPrefix(one, "/api/accounts/") + `"}`
		steps := []struct {
			name, role, method, path, body string
			status                         int
			want                           string
		}{
			{"my views", "rep", "GET", "/api/account-views", "", 200, "region=华东"},
			{"are not yours", "manager", "GET", "/api/account-views", "", 200, "[]"},
			{"nor to change", "manager", "PUT", view, `{"name":"x","query":""}`, 404, "db.missing"},
			{"nor to drop", "manager", "DELETE", view, "", 404, "db.missing"},
			{"renamed", "rep", "PUT", view, `{"name":"华东大区","query":""}`, 200, "华东大区"},
			{"dropped", "rep", "DELETE", view, "", 200, ""},
			{"the inbox", "rep", "GET", "/api/account-duplicates", "", 200, `"reason":"name"`},
			{"hides what is out of sight", "other", "GET", "/api/account-duplicates", "", 200, `"rows":[]`},
			{"a merge of what is out of sight", "other", "POST", "/api/account-merges", merge, 404, "db.missing"},
			{"a merge", "rep", "POST", "/api/account-merges", merge, 200, `"from_code":"B"`},
			{"is listed", "rep", "GET", one + "/merges", "", 200, `"from_code":"B"`},
			{"the swallowed account is gone", "rep", "GET", two, "", 404, "db.missing"},
			{"the group", "rep", "GET", one + "/tree", "", 200, `"companies":1`},
			{"of nobody's business", "other", "GET", one + "/tree", "", 404, "db.missing"},
			{"the timeline", "rep", "GET", one + "/timeline", "", 200, "account.told_merged"},
			{"of nobody's business either", "other", "GET", one + "/timeline", "", 404, "db.missing"},
			{"nor the history", "other", "GET", one + "/changes", "", 404, "db.missing"},
			{"the sources", "rep", "GET", "/api/account-sources", "", 200, `"source":"fair"`},
			{"a spending", "rep", "POST", "/api/account-sources/fair/spendings", `{"spent_on":"2026-03-01","amount_minor":100}`, 200, `"amount_minor":100`},
			{"is listed, too", "rep", "GET", "/api/account-sources/fair/spendings", "", 200, "2026-03-01"},
			{"an unknown order", "rep", "GET", "/api/accounts?sort=secret", "", 422, "query.sort"},
			{"how many", "rep", "GET", "/api/accounts/count", "", 200, `{"accounts":1,"capped":false}`},
			{"what to filter by", "rep", "GET", "/api/accounts/facets", "", 200, `"status"`},
			{"a search is queued", "rep", "POST", "/api/account-duplicates/search", "", 200, `"job"`},
		}
		for _, step := range steps {
			w := s.Do(step.role, step.method, step.path, step.body)
			if got := w.Body.String(); w.Code != step.status || !strings.Contains(got, step.want) {
				s.Errorf("%s: %d %s, want %d …%s…", step.name, w.Code, got, step.status, step.want)
			}
		}
	})
}

func TestAssign(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		one := "/api/accounts/" + id(s, s.Do("rep", "POST", "/api/accounts", `{"code":"A","name":"甲"}`).Body.Bytes(), "id")
		body := `{"owner":"` + viewer(s, "other").String() + `","team":["` + viewer(s, "rep").String() + `"]}`
		w := s.Do("manager", "PUT", one+"/team", body, "If-Match", `"1"`)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"owner_name":"other"`) {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		for role, status := range map[string]int{"rep": 200, "other": 200, "manager": 200} {
			if w := s.Do(role, "GET", one, ""); w.Code != status {
				s.Errorf("the %s gets %d", role, w.Code)
			}
		}
		w = s.Do("rep", "PUT", one, `{"code":"A","name":"甲方"}`, "If-Match", `"2"`)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"owner_name":"other"`) {
			s.Errorf("a change of the name keeps the owner: %d %s", w.Code, w.Body)
		}
	})
}

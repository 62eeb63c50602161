package privacy_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"erba/feature"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/identity"
)

// Somebody whose name, numbers and addresses stand nowhere else.
const (
	name   = "冠鸟明"
	phone  = "13877776666"
	mail   = "guanniao@example.com"
	wechat = "guanniao_work"
	mobile = "13955554444"
	home   = "冠鸟市"
	secret = "冠鸟喜欢打羽毛球"
)

var canaries = []string{name, phone, mail, wechat, mobile, home, secret}

// scene is a company with somebody of whom everything is kept that can be.
type scene struct {
	*apptest.Stage
	account kernel.ID
	contact string
	request string
}

func set(s *apptest.Stage) *scene {
	c := &scene{Stage: s}
	a := []account.Account{{Code: "A1", Name: "公司甲", Owner: s.User("rep").ID}}
	ctx := identity.With(s.Context(), identity.System())
	if err := account.New(s.Kit).Open(ctx, a...); err != nil {
		s.Fatal(err)
	}
	c.account = a[0].ID
	made := c.do("rep", "POST", "/api/accounts/"+c.account.String()+"/contacts", fmt.Sprintf(
		`{"name":%q,"title":"总监","department":"采购","phone":%q,"mail":%q,"wechat":%q,"duties":"采购","goals":"降本","manner":"直接","results":"国产化","colleagues":"李雷","partners":"乙公司"}`,
		name, phone, mail, wechat), "Idempotency-Key", "one")
	c.contact = made["id"].(string)
	at := "/api/contacts/" + c.contact
	for field, value := range map[string]string{"mobile": mobile, "private_wechat": "guanniao_home", "birthday": "1985-06-30", "home_city": home} {
		c.do("rep", "PUT", at+"/facts/"+field, fmt.Sprintf(`{"value":%q}`, value))
	}
	c.do("rep", "POST", at+"/notes", fmt.Sprintf(
		`{"kind":"hobby","text":%q,"basis":"consent","consent_on":"2026-01-05","consent_form":"written","proof":"附件 3"}`, secret))
	c.do("rep", "PUT", at+"/reveal", `{"field":"mobile"}`)
	return c
}

// do is a request that must succeed.
func (c *scene) do(role, method, path, body string, headers ...string) map[string]any {
	c.Helper()
	w := c.Do(role, method, path, body, headers...)
	if w.Code != 200 {
		c.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	var out map[string]any
	_ = json.Unmarshal(w.Body.Bytes(), &out) // a list is not looked at
	return out
}

// ask registers a request and finds whom it is from.
func (c *scene) ask(kind string) {
	c.Helper()
	made := c.do("privacy", "POST", "/api/privacy/requests", fmt.Sprintf(`{"kind":%q,"received_on":"2026-01-10","channel":"邮件","who":{"name":%q,"numbers":[%q]}}`, kind, name, mobile))
	c.request = "/api/privacy/requests/" + made["id"].(string)
	found := c.Do("privacy", "PUT", c.request+"/search", "")
	if !strings.Contains(found.Body.String(), c.contact) || strings.Contains(found.Body.String(), phone) {
		c.Fatalf("found: %s", found.Body)
	}
	c.do("privacy", "PUT", c.request+"/records", fmt.Sprintf(`{"records":[{"of":"contact","id":%q}]}`, c.contact), "If-Match", `"1"`)
}

// holding are the columns of the database in which one of the terms stands,
// row by row and cell by cell.
func (c *scene) holding(terms ...string) []string {
	c.Helper()
	names, err := c.DB.Tables(c.Context())
	if err != nil {
		c.Fatal(err)
	}
	all := map[string]bool{}
	for _, table := range names {
		c.cells(table, func(column string, cell any) {
			text := fmt.Sprintf("%s", cell)
			if slices.ContainsFunc(terms, func(term string) bool { return strings.Contains(text, term) }) {
				all[table+"."+column] = true
			}
		})
	}
	return slices.Sorted(maps.Keys(all))
}

func (c *scene) cells(table string, f func(column string, cell any)) {
	c.Helper()
	rows, err := c.Bare(`SELECT * FROM ` + table)
	if err != nil {
		c.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		c.Fatal(err)
	}
	cells, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			c.Fatal(err)
		}
		for i, column := range columns {
			f(column, cells[i])
		}
	}
}

// pack is the package as JSON, and as the texts of each table in it.
func (c *scene) pack() (string, map[string]string) {
	c.Helper()
	w := c.Do("privacy", "GET", c.request+"/package?format=json", "")
	var p struct {
		Sections []struct {
			Name string
			Rows []map[string]string
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != 200 {
		c.Fatal(w.Code, w.Body, err)
	}
	by := map[string]string{}
	for _, s := range p.Sections {
		by[s.Name] += fmt.Sprint(s.Rows)
	}
	return w.Body.String(), by
}

func TestThePackageIsComplete(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.crowd()
		c.talk()
		c.spread()
		c.ask("copy")
		whole, by := c.pack()
		for _, canary := range append(canaries, "guanniao_home", "1985-06-30", "降本", "附件 3") {
			if !strings.Contains(whole, canary) {
				s.Errorf("the package lacks %s", canary)
			}
		}
		held := c.holding(name, phone, mail, wechat)
		for _, column := range held {
			table, field, _ := strings.Cut(column, ".")
			if by[table] == "" || table != "contacts" && table != "import_parts" && !strings.Contains(by[table], name) && !strings.Contains(by[table], mail) && !strings.Contains(by[table], phone) {
				s.Errorf("%s.%s holds something that the package does not tell: %s", table, field, by[table])
			}
		}
		for _, must := range []string{"account_changes.new_value", "account_views.name", "accounts.name", "audit.detail", "contacts.colleagues",
			"import_parts.data", "import_rejects.cells", "import_writes.before", "imports.shape", "jobs.args", "replies.body"} {
			if !slices.Contains(held, must) {
				s.Errorf("no canary stands in %s: %v", must, held)
			}
		}
		t.Logf("%d columns held something", len(held))
		if page := s.Do("privacy", "GET", c.request+"/package?format=html", ""); !strings.Contains(page.Body.String(), secret) {
			s.Errorf("to read: %d %s", page.Code, page.Body)
		}
	})
}

// crowd names him wherever users write: to others, in files, in what they keep.
func (c *scene) crowd() {
	c.Helper()
	at := "/api/accounts/" + c.account.String()
	c.do("rep", "POST", at+"/contacts", fmt.Sprintf(`{"name":"李雷","colleagues":%q}`, name))
	c.do("rep", "POST", "/api/account-views", fmt.Sprintf(`{"name":%q,"query":"q"}`, name))
	c.do("rep", "PUT", at, fmt.Sprintf(`{"code":"A1","name":"公司甲","source_detail":%q}`, name), "If-Match", `"1"`)
	if one := c.upload("客户编码,姓名,邮箱,职务\nA1,李雷,,助理\nA1,韩梅梅,no address of " + name + ",\n"); !strings.Contains(one, `"state":"published"`) {
		c.Fatal(one)
	}
}

// spread writes the name into every column of texts there is, as far as the
// schema lets it, past the program.
func (c *scene) spread() {
	c.Helper()
	names, err := c.DB.Tables(c.Context())
	if err != nil {
		c.Fatal(err)
	}
	own := []string{"privacy_requests", "sessions", "vault_keys", "vault_turn", "contacts", "contact_facts", "contact_notes", "users", "audit"}
	for _, table := range names {
		if slices.Contains(own, table) || strings.HasPrefix(table, "schema_") {
			continue
		}
		c.cells(table, func(column string, cell any) {
			if _, ok := cell.(string); ok && column != "words" {
				c.Exec(`UPDATE ` + table + ` SET ` + column + ` = ` + column + ` || '` + name + `'`)
			}
		})
	}
}

// talk names him where colleagues write down what was said: of a company that is no
// customer yet, and about money that is owed.
func (c *scene) talk() {
	c.Helper()
	lead := c.do("rep", "POST", "/api/leads", fmt.Sprintf(`{"name":"公司乙","city":"","industry":"","need":%q,"speaks_to":%q,"source":"website","source_detail":%q,"signs":[]}`,
		name+"要一条产线", name, mail))
	c.do("rep", "POST", "/api/leads/"+lead["id"].(string)+"/turn", fmt.Sprintf(`{"to":"dropped","reason":%q}`, name+"不感兴趣"), "If-Match", `"1"`)
	c.do("rep", "POST", "/api/leads/wishes", fmt.Sprintf(`{"name":"公司丙","why":%q,"idea":%q,"review":%q}`, "行业龙头", "请"+name+"引荐", kernel.Today().Add(30)))
	at := "/api/accounts/" + c.account.String()
	c.do("finance", "POST", at+"/receivables/documents", fmt.Sprintf(`{"kind":"invoice","number":"R1","on":%q,"due":%q,"amount":100000}`, kernel.Today().Add(-60), kernel.Today().Add(-30)))
	at += "/collection"
	c.do("finance", "POST", at+"/promises", fmt.Sprintf(`{"number":"R1","amount":100,"due":%q,"who":%q,"says":%q}`, kernel.Today().Add(9), name, "电话 "+phone))
	dispute := c.do("finance", "POST", at+"/disputes", fmt.Sprintf(`{"number":"R1","reason":"price","amount":100,"says":%q}`, name+"说单价不对"))
	c.do("finance", "POST", at+"/disputes/"+dispute["id"].(string)+"/settle", fmt.Sprintf(`{"state":"rejected","result":%q}`, "已向"+name+"说明"), "If-Match", `"1"`)
	c.do("finance", "POST", at+"/dunnings", fmt.Sprintf(`{"does":"letter","channel":"post","language":"zh-CN","to":%q,"title":%q,"body":%q,"says":%q}`, name, name+"收", "致"+name+"："+mail, "邮寄给"+name))
	c.do("finance", "POST", at+"/stops", fmt.Sprintf(`{"reason":%q}`, name+"要求暂停"))
}

func TestWhoWasErasedStaysErased(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.upload("客户编码,姓名,邮箱\nA1," + name + ",no address of " + mail + "\n")
		c.talk()
		c.ask("erase")
		backup := s.Backup()
		if w := s.Do("privacy", "PUT", c.request+"/erasure", `{"name":"李雷"}`, "If-Match", `"2"`); w.Code != 422 {
			s.Errorf("under another name: %d %s", w.Code, w.Body)
		}
		out := c.do("privacy", "PUT", c.request+"/erasure", fmt.Sprintf(`{"name":%q}`, name), "If-Match", `"2"`)
		if left := out["left"]; fmt.Sprint(left) != "[]" {
			s.Errorf("left: %v", left)
		}
		c.gone("erased")
		c.barred()
		s.Restart(backup)
		c.gone("after an older backup is put in its place")
		c.barred()
		s.Restart(backup) // once more: nothing is left to do
		c.gone("after another start")
		if _, err := audit.Verify(s.Context(), s.DB); err != nil {
			s.Error(err)
		}
		c.readmit()
	})
}

// gone wants nothing of him in the database.
func (c *scene) gone(when string) {
	c.Helper()
	if held := c.holding(canaries...); len(held) > 0 {
		c.Errorf("%s: %v still hold something", when, held)
	}
	if w := c.Do("rep", "GET", "/api/contacts/"+c.contact, ""); w.Code != 404 {
		c.Errorf("%s: %d %s", when, w.Code, w.Body)
	}
}

// barred wants nobody to bring him back.
func (c *scene) barred() {
	c.Helper()
	at := "/api/accounts/" + c.account.String() + "/contacts"
	tests := map[string]string{
		"by name and company":       fmt.Sprintf(`{"name":%q}`, name),
		"by his mobile at work":     `{"name":"王芳","phone":"+86 138 7777 6666"}`,
		"by his private one":        fmt.Sprintf(`{"name":"王芳","phone":%q}`, mobile),
		"by mail, in other letters": fmt.Sprintf(`{"name":"王芳","mail":%q}`, strings.ToUpper(mail)),
	}
	for how, body := range tests {
		if w := c.Do("rep", "POST", at, body); w.Code != 409 || !strings.Contains(w.Body.String(), "contact.barred") {
			c.Errorf("met again %s: %d %s", how, w.Code, w.Body)
		}
	}
	file := "客户编码,姓名,电话\nA1," + name + "," + phone + "\nA1,王芳,051287654321\n"
	one := c.upload(file)
	if !strings.Contains(one, `"rejected":1`) || !strings.Contains(one, "contact.barred") || !strings.Contains(one, `"inserted":1`) && !strings.Contains(one, `"duplicates":1`) {
		c.Errorf("imported: %s", one)
	}
	if held := c.holding(name, phone); !slices.Equal(held, []string{"import_parts.data", "imports.shape"}) {
		c.Errorf("after the import: %v", held) // the file itself, until it is dropped
	}
	c.Exec(`DELETE FROM import_parts`)
	c.Exec(`UPDATE imports SET shape = '{}'`)
}

// readmit lets him be known again.
func (c *scene) readmit() {
	c.Helper()
	who := fmt.Sprintf(`{"name":%q,"company":"公司甲","numbers":[%q,%q],"mails":[%q],"wechats":[%q]}`, name, phone, mobile, mail, wechat)
	c.do("privacy", "PUT", "/api/privacy/readmission", who)
	c.Restart(c.DSN())
	c.do("rep", "POST", "/api/accounts/"+c.account.String()+"/contacts", fmt.Sprintf(`{"name":%q,"phone":%q}`, name, phone))
}

func TestWithdrawnConsentEndsAtOnce(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.ask("withdraw")
		c.do("privacy", "PUT", c.request+"/withdrawal", `{}`, "If-Match", `"2"`)
		s.Exec(`DELETE FROM privacy_requests`) // in which he said his number himself
		c.ask("copy")
		tests := []struct{ name, method, path, body, not string }{
			{"the notes", "GET", "/notes", "", secret},
			{"the private fields", "GET", "", "", `"field":"mobile"`},
			{"revealing", "PUT", "/reveal", `{"field":"mobile"}`, mobile},
		}
		for _, tt := range tests {
			if w := s.Do("rep", tt.method, "/api/contacts/"+c.contact+tt.path, tt.body); strings.Contains(w.Body.String(), tt.not) {
				s.Errorf("%s: %s", tt.name, w.Body)
			}
		}
		if whole, _ := c.pack(); strings.Contains(whole, secret) || strings.Contains(whole, home) || !strings.Contains(whole, phone) {
			s.Errorf("what is left: %s", whole)
		}
	})
}

func TestCorrection(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.ask("correct")
		for field, value := range map[string]string{"phone": "13811112222", "mobile": "13933334444", "title": "副总"} {
			c.do("privacy", "PUT", c.request+"/correction", fmt.Sprintf(`{"record":{"of":"contact","id":%q},"field":%q,"value":%q}`, c.contact, field, value), "If-Match", `"2"`)
		}
		card := fmt.Sprint(c.do("rep", "GET", "/api/contacts/"+c.contact, ""))
		for _, want := range []string{"13811112222", "139****4444", "副总"} {
			if !strings.Contains(card, want) {
				s.Errorf("%s lacks %s", card, want)
			}
		}
		c.do("privacy", "PUT", c.request+"/closing", `{"state":"done","answer":"已更正"}`, "If-Match", `"2"`)
		if w := s.Do("privacy", "PUT", c.request+"/closing", `{"state":"done","answer":"again"}`, "If-Match", `"3"`); w.Code != 409 {
			s.Errorf("closed twice: %d %s", w.Code, w.Body)
		}
	})
}

// Nobody gets to read what is private, by whatever address he asks, and what is
// somebody's at work only who works on the account.
func TestMaskedEverywhere(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.ask("copy")
		asked := 0
		for _, role := range s.App.Matrix.Roles() {
			cookie := s.Cookie(role)
			for _, path := range c.paths() {
				w := s.Do("", "GET", path, "", "Cookie", cookie)
				if w.Code == 200 {
					asked++
				}
				c.masks(role, path, w)
			}
		}
		if asked < 60 {
			s.Errorf("only %d answers were looked at", asked)
		}
		t.Logf("%d answers", asked)
	})
}

func (c *scene) masks(role, path string, w *httptest.ResponseRecorder) {
	c.Helper()
	mayPack := role == "privacy" && strings.HasPrefix(path, c.request) // who hands it to him
	for _, canary := range []string{mobile, home, secret, "guanniao_home", "1985-06-30"} {
		if strings.Contains(w.Body.String(), canary) && !mayPack {
			c.Errorf("%s reads %s at %s: %s", role, canary, path, w.Body)
		}
	}
	for _, canary := range []string{phone, mail, wechat} {
		if strings.Contains(w.Body.String(), canary) && role != "rep" && !mayPack {
			c.Errorf("%s reads %s at %s: %s", role, canary, path, w.Body)
		}
	}
}

// paths are all addresses that answer to GET, about him and his company.
func (c *scene) paths() (all []string) {
	c.Helper()
	raw, err := c.Kit.Router.OpenAPI()
	if err != nil {
		c.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]any
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		c.Fatal(err)
	}
	for path, methods := range doc.Paths {
		if methods["get"] == nil {
			continue
		}
		for _, id := range []string{c.contact, c.account.String(), strings.TrimPrefix(c.request, "/api/privacy/requests/")} {
			parts := strings.Split(path, "/")
			for i, part := range parts {
				if strings.HasPrefix(part, "{") {
					parts[i] = id
				}
			}
			all = append(all, strings.Join(parts, "/"))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestExportsAreRegistered(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		if w := s.Do("director", "GET", "/api/accounts/export?format=csv&columns=code,name", ""); w.Code != 200 {
			s.Fatal(w.Code, w.Body)
		}
		w := s.Do("privacy", "GET", "/api/privacy/exports", "")
		var all []struct{ ID, Actor, Route, File string }
		if err := json.Unmarshal(w.Body.Bytes(), &all); err != nil || len(all) != 1 || all[0].Actor != "director" || all[0].Route != "/accounts/export" {
			s.Fatalf("%v %s", err, w.Body)
		}
		one := c.do("privacy", "PUT", "/api/privacy/exports/"+all[0].ID, `{"recipient":"审计事务所","purpose":"年审"}`, "If-Match", `"1"`)
		if one["recipient"] != "审计事务所" {
			s.Errorf("%v", one)
		}
		for _, role := range s.App.Matrix.Roles() {
			if w := s.Do(role, "GET", "/api/privacy/exports", ""); role != "privacy" && w.Code != 403 {
				s.Errorf("%s: %d", role, w.Code)
			}
		}
	})
}

func TestPapersAreFilledIn(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		c := set(s)
		c.do("privacy", "PUT", "/api/privacy/settings", `{"company":"公司乙","officer":"白芷","reach":"privacy@example.com"}`, "If-Match", `"1"`)
		for path, want := range map[string][]string{
			"/api/privacy/notice/file":     {"公司乙", "白芷", "privacy@example.com", "Private mobile", "Hobbies", "Until consent is withdrawn"},
			"/api/privacy/assessment/file": {"公司乙", "Private mobile", "AES-256-GCM", "In place"},
		} {
			w := s.Do("privacy", "GET", path, "")
			for _, text := range want {
				if !strings.Contains(w.Body.String(), text) {
					s.Errorf("%s lacks %s: %d", path, text, w.Code)
				}
			}
			if at := strings.Index(w.Body.String(), ">contact."); at >= 0 || strings.Contains(w.Body.String(), ">privacy.") {
				s.Errorf("%s says a key: %.80s", path, w.Body.String()[max(0, at):])
			}
		}
	})
}

// A file of erasures that cannot be read keeps the program from starting: it
// would serve people who are to be forgotten.
func TestADamagedFileOfErasures(t *testing.T) {
	apptest.Each(t, feature.Product.Features[:4], func(s *apptest.Stage) {
		if err := os.WriteFile(strings.TrimSuffix(s.App.Keys, ".keys")+".erased", []byte("{\n"), 0o600); err != nil {
			s.Fatal(err)
		}
		if _, err := s.App.Start(s.DB); err == nil || !strings.Contains(err.Error(), "privacy.bad_file") {
			s.Errorf("started: %v", err)
		}
	})
}

// upload imports a file of contacts on behalf of operations and says how it went.
func (c *scene) upload(file string) string {
	c.Helper()
	ctx, stop := context.WithCancel(c.Context())
	ended := make(chan struct{})
	go func() { c.Kit.Jobs.Work(ctx, 1); close(ended) }()
	defer func() { stop(); <-ended }()
	made := c.do("operations", "POST", "/api/imports?name=people.csv&kind=contacts", file, "Content-Type", "application/octet-stream")
	at := "/api/imports/" + made["id"].(string)
	c.do("operations", "POST", at+"/book", "")
	cookie, one := c.Cookie("operations"), ""
	c.Wait("the import is booked", func() bool {
		one = c.Do("", "GET", at, "", "Cookie", cookie).Body.String()
		return strings.Contains(one, `"state":"published"`) || strings.Contains(one, `"state":"failed"`)
	})
	return one
}

package auditing_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/auditing"
	"erba/feature/user"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

var product = app.App{
	Features: []app.Feature{user.Feature, account.Feature, auditing.Feature},
	Matrix: identity.Unite([]string{"rep", "key_account_manager", "sales_manager", "director", "finance", "service",
		"operations", "privacy", "admin", identity.Local}, job.Grants, user.Grants, account.Grants, auditing.Grants),
}

// scene is a company in which something has happened.
type scene struct {
	*apptest.Stage
	accounts map[string]kernel.ID // by code
}

// company has an account of the key account manager, one of the rep, and one
// that only the director works on; each has been changed, and more was done.
func company(t *testing.T, f func(scene)) {
	apptest.Whole(t, product, func(s *apptest.Stage) {
		c := scene{s, map[string]kernel.ID{}}
		for code, owner := range map[string]string{"KAM": "key_account_manager", "REP": "rep", "TOP": "director"} {
			c.open(code, owner)
		}
		for code, owner := range map[string]string{"KAM": "key_account_manager", "REP": "rep", "TOP": "director"} {
			c.want(owner, "PUT", "/api/accounts/"+c.accounts[code].String(), fmt.Sprintf(`{"code":%q,"name":"Company %s","region":"North"}`, code, code), 200, "If-Match", `"1"`)
		}
		c.note("credit.granted", "credit", "REP")
		c.note("complaint.opened", "complaint", "TOP")
		c.Exec(`INSERT INTO row_flags (row_id, flag) VALUES (?, 'service')`, c.accounts["TOP"])
		c.want("director", "GET", "/api/accounts/export?format=csv", "", 200)
		c.want("rep", "GET", "/api/users", "", 403)
		f(c)
	})
}

func (c scene) want(role, method, path, body string, status int, headers ...string) []byte {
	c.Helper()
	w := c.Do(role, method, path, body, headers...)
	if w.Code != status {
		c.Fatalf("%s %s %s: %d %s", role, method, path, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

// open is done by the service: a director keeps accounts, but opens none himself.
func (c scene) open(code, owner string) {
	c.Helper()
	a := []account.Account{{Code: code, Name: "Company " + code, Region: "South"}}
	if err := account.New(c.Kit).Open(identity.Under(c.As(owner), "account:read"), a...); err != nil {
		c.Fatal(err)
	}
	c.accounts[code] = a[0].ID
}

func (c scene) note(verb, object, account string) {
	c.Helper()
	err := c.DB.Write(c.As("director"), func(tx *db.Tx) error {
		return audit.Note(tx, verb, object, kernel.NewID(), map[string]any{"account": c.accounts[account], "amount_minor": 123456})
	})
	if err != nil {
		c.Fatal(err)
	}
}

func (c scene) page(role, path string) (p auditing.Page) {
	c.Helper()
	if err := json.Unmarshal(c.want(role, "GET", path, "", 200), &p); err != nil {
		c.Fatal(err)
	}
	return p
}

// things are the verbs of a page, each with the code of its account.
func (c scene) things(p auditing.Page) (all []string) {
	for _, l := range p.Lines {
		thing := l.Verb
		for code, id := range c.accounts {
			if id == l.Account {
				thing += " " + code
			}
		}
		all = append(all, thing)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

const all = "account.changed KAM, account.changed REP, account.changed TOP, account.opened KAM, account.opened REP, account.opened TOP, complaint.opened TOP, credit.granted REP"

func TestWhoReadsWhichLog(t *testing.T) {
	tests := map[string]struct {
		role, path string
		want       string // verbs with accounts; "no" is refused
	}{
		"a rep reads no changes":                             {"rep", "changes", "no"},
		"a key account manager those of his accounts":        {"key_account_manager", "changes", "account.changed KAM, account.opened KAM"},
		"a sales manager those of his line":                  {"sales_manager", "changes", "account.changed KAM, account.changed REP, account.opened KAM, account.opened REP, credit.granted REP"},
		"a director all":                                     {"director", "changes", all},
		"the privacy officer all":                            {"privacy", "changes", all},
		"finance reads no changes of accounts":               {"finance", "changes", "no"},
		"finance reads credit":                               {"finance", "credit", "credit.granted REP"},
		"finance reads only credit, whatever it asks for":    {"finance", "credit?object=account", ""},
		"service reads the cases of accounts flagged for it": {"service", "cases", "complaint.opened TOP"},
		"service reads no credit":                            {"service", "credit", "no"},
		"operations reads nothing":                           {"operations", "changes", "no"},
		"an administrator reads no changes":                  {"admin", "changes", "no"},
		"an administrator reads the doors":                   {"admin", "security?verb=request.denied", "request.denied"},
		"an administrator reads who was made a user":         {"admin", "security?object=user&verb=user.added", "user.added"},
		"an administrator does not read who looked at whom":  {"admin", "access", "no"},
		"a director reads who took what along":               {"director", "access?verb=account.exported", "account.exported"},
		"the privacy officer reads it, too":                  {"privacy", "access", "account.exported"},
		"the privacy officer reads the doors":                {"privacy", "security?verb=request.denied", "request.denied"},
		"a key account manager reads no access":              {"key_account_manager", "access", "no"},
		"a sales manager reads no doors":                     {"sales_manager", "security", "no"},
		"a person narrows a log":                             {"director", "changes?person=REP", "account.changed REP, account.opened REP"},
		"a verb narrows it":                                  {"director", "changes?verb=credit.granted", "credit.granted REP"},
		"a kind of object narrows it":                        {"director", "changes?object=complaint", "complaint.opened TOP"},
		"days before narrow it":                              {"director", "changes?to=2020-01-01", ""},
		"days from then on do not":                           {"director", "changes?from=2020-01-01&to=2999-01-01", all},
		"an object narrows it":                               {"director", "changes?of=ACCOUNT", "account.changed KAM, account.opened KAM"},
		"an account out of sight cannot be asked for":        {"key_account_manager", "changes?of=OTHER", ""},
	}
	company(t, func(c scene) {
		for name, tt := range tests {
			c.Run(name, func(t *testing.T) {
				path := strings.NewReplacer("person=REP", "person="+c.User("rep").ID.String(), "of=ACCOUNT", "of="+c.accounts["KAM"].String(),
					"of=OTHER", "of="+c.accounts["REP"].String()).Replace(tt.path)
				if tt.want == "no" {
					c.want(tt.role, "GET", "/api/audit/"+path, "", 403)
					return
				}
				if got := strings.Join(c.things(c.page(tt.role, "/api/audit/"+path)), ", "); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
			})
		}
	})
}

func TestWhoReadsTheHistoryOfAnAccount(t *testing.T) {
	tests := map[string]struct {
		role, account string
		status        int
		from, to      string // of the region
	}{
		"its key account manager":             {"key_account_manager", "KAM", 200, "South", "North"},
		"not of another's account":            {"key_account_manager", "REP", 404, "", ""},
		"the sales manager of its owner":      {"sales_manager", "REP", 200, "South", "North"},
		"not of an account beside his line":   {"sales_manager", "TOP", 404, "", ""},
		"a director":                          {"director", "TOP", 200, "South", "North"},
		"the privacy officer, without values": {"privacy", "TOP", 200, "", ""},
		"a rep does not":                      {"rep", "REP", 403, "", ""},
		"an administrator does not":           {"admin", "REP", 403, "", ""},
	}
	company(t, func(c scene) {
		for name, tt := range tests {
			c.Run(name, func(t *testing.T) {
				path := "/api/accounts/" + c.accounts[tt.account].String() + "/history?verb=account.changed"
				if tt.status != 200 {
					c.want(tt.role, "GET", path, "", tt.status)
					return
				}
				p := c.page(tt.role, path)
				if len(p.Lines) != 1 || len(p.Lines[0].Values) != 1 {
					t.Fatalf("%+v", p)
				}
				l, v := p.Lines[0], p.Lines[0].Values[0]
				if v.Field != "region" || v.Title != "Region" || v.From != tt.from || v.To != tt.to || v.Hidden != (tt.from == "") || !v.Changed {
					t.Errorf("%+v, want the region from %q to %q", v, tt.from, tt.to)
				}
				if l.Done != "changed an account" || l.Kind != "Account" || l.Who == "" || l.At == 0 {
					t.Errorf("%+v", l)
				}
			})
		}
	})
}

// Whoever is refused learns nothing that a random account would not tell him.
func TestAHistoryOutOfSightIsMissing(t *testing.T) {
	company(t, func(c scene) {
		out := c.want("key_account_manager", "GET", "/api/accounts/"+c.accounts["REP"].String()+"/history", "", 404)
		none := c.want("key_account_manager", "GET", "/api/accounts/"+kernel.NewID().String()+"/history", "", 404)
		if !bytes.Equal(out, none) {
			c.Errorf("%s differs from %s", out, none)
		}
	})
}

// The administrator sees that roles changed, not which; a director sees both.
func TestTheSecurityLogHasNoValuesForTheAdministrator(t *testing.T) {
	company(t, func(c scene) {
		for role, hidden := range map[string]bool{"admin": true, "privacy": true, "director": false} {
			p := c.page(role, "/api/audit/security?verb=user.added")
			for _, v := range p.Lines[0].Values {
				if v.Hidden != hidden || (v.To == "") != hidden {
					c.Errorf("%s: %+v", role, v)
				}
			}
			denied := c.page(role, "/api/audit/security?verb=request.denied")
			if l := denied.Lines[0]; l.Who != "rep" || l.Values[0].To != "user:read" {
				c.Errorf("%s: who was refused what is no secret: %+v", role, l)
			}
		}
	})
}

func TestEverybodyReadsHisOwnSignIns(t *testing.T) {
	company(t, func(c scene) {
		c.Do("", "POST", "/sign-in", "login=rep&password=wrong", "Content-Type", "application/x-www-form-urlencoded")
		for _, role := range []string{"rep", "admin", "operations"} {
			for _, l := range c.page(role, "/api/me/sign-ins").Lines {
				if l.Actor != role && l.Of != c.User(role).ID {
					c.Errorf("%s reads %+v", role, l)
				}
			}
		}
		if got := c.things(c.page("rep", "/api/me/sign-ins")); !slices.Contains(got, "user.signed_in") || !slices.Contains(got, "user.not_signed_in") {
			c.Errorf("%v", got)
		}
		c.want("", "GET", "/api/me/sign-ins", "", 401)
	})
}

func TestPagesFollowEachOther(t *testing.T) {
	company(t, func(c scene) {
		whole, seen := c.page("director", "/api/audit/security?limit=200"), []kernel.ID{}
		for next := ""; ; {
			p := c.page("director", "/api/audit/security?limit=3&from=2020-01-01"+next)
			for _, l := range p.Lines {
				seen = append(seen, l.ID)
			}
			if p.Next.IsZero() {
				break
			}
			next = "&after=" + p.Next.String()
		}
		for i, l := range whole.Lines {
			if i < len(seen)-1 && seen[i] == l.ID {
				continue
			}
			if !slices.Contains(seen, l.ID) && l.Verb != "user.signed_in" {
				c.Errorf("%s is on no page", l.Verb)
			}
		}
		if !slices.IsSortedFunc(seen, func(a, b kernel.ID) int { return b.Compare(a) }) || len(seen) < 10 {
			c.Errorf("%v", seen)
		}
	})
}

func TestALogIsTakenAlong(t *testing.T) {
	company(t, func(c scene) {
		c.want("director", "PUT", "/api/accounts/"+c.accounts["TOP"].String(), `{"code":"TOP","name":"=1+1","region":"@x"}`, 200, "If-Match", `"2"`)
		raw := c.want("director", "GET", "/api/audit/changes/export?format=csv&verb=account.changed", "", 200)
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\uFEFF")))).ReadAll()
		if err != nil || len(rows) != 6 || rows[0][1] != "Who" {
			c.Fatalf("%q, %v", rows, err)
		}
		if name := rows[1]; name[3] != "changed an account" || name[6] != "Name" || name[7] != "Company TOP" || name[8] != "'=1+1" {
			c.Errorf("%q", name)
		}
		if book := c.want("privacy", "GET", "/api/audit/changes/export?format=xlsx", "", 200); !bytes.HasPrefix(book, []byte("PK")) {
			c.Errorf("%d bytes are no workbook", len(book))
		}
		hidden := string(c.want("privacy", "GET", "/api/audit/changes/export?format=csv", "", 200))
		if strings.Contains(hidden, "North") || strings.Contains(hidden, "1234.56") {
			c.Error("the privacy officer takes values along")
		}
		for _, role := range []string{"admin", "key_account_manager", "sales_manager", "finance", "rep"} {
			c.want(role, "GET", "/api/audit/changes/export", "", 403)
		}
		if got := c.things(c.page("director", "/api/audit/access?verb=audit.exported")); len(got) != 1 {
			c.Errorf("%v", got)
		}
	})
}

func TestTheChainIsShownAndVerified(t *testing.T) {
	company(t, func(c scene) {
		var before, after auditing.Chain
		read := func(into *auditing.Chain) {
			if err := json.Unmarshal(c.want("admin", "GET", "/api/audit/chain", "", 200), into); err != nil {
				c.Fatal(err)
			}
		}
		if read(&before); before.Unsealed == 0 || before.Sealed != 0 || before.Verified != nil {
			c.Errorf("%+v", before)
		}
		if err := audit.Seal(c.Context(), c.DB); err != nil {
			c.Fatal(err)
		}
		s := auditing.New(c.Kit)
		if v, err := s.Verify(c.As("admin")); err != nil || !v.Holds {
			c.Errorf("%+v, %v", v, err)
		}
		if read(&after); after.Sealed == 0 || after.SealedAt == 0 || after.Verified == nil || !after.Verified.Holds || after.Verified.By != "admin" {
			c.Errorf("%+v", after)
		}
		c.Exec(`UPDATE audit SET actor = 'nobody' WHERE log = 'change' AND seq = 3`)
		if v, err := s.Verify(c.As("admin")); err != nil || v.Holds || v.Log != "change" || v.Seq != 3 {
			c.Errorf("%+v, %v", v, err)
		}
		if read(&after); after.Verified.Holds || after.Verified.Seq != 3 {
			c.Errorf("%+v", after.Verified)
		}
		c.want("admin", "POST", "/api/audit/verification", "", 200)
		c.want("rep", "POST", "/api/audit/verification", "", 403)
	})
}

func TestRetentionIsSetByADirector(t *testing.T) {
	tests := map[string]struct {
		role, body, match string
		status            int
	}{
		"longer":                       {"director", `{"security":12,"access":60}`, `"1"`, 200},
		"shorter than the law":         {"director", `{"security":5,"access":60}`, `"1"`, 422},
		"over a version that is gone":  {"director", `{"security":12,"access":60}`, `"7"`, 412},
		"without saying which version": {"director", `{"security":12,"access":60}`, "", 428},
		"by an administrator":          {"admin", `{"security":12,"access":60}`, `"1"`, 403},
		"by the privacy officer":       {"privacy", `{"security":12,"access":60}`, `"1"`, 403},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			company(t, func(c scene) {
				c.want(tt.role, "PUT", "/api/audit/retention", tt.body, tt.status, "If-Match", tt.match)
				want := map[bool]string{true: `{"security":12,"access":60}`, false: `{"security":6,"access":36}`}[tt.status == 200]
				if got := strings.TrimSpace(string(c.want("privacy", "GET", "/api/audit/retention", "", 200))); got != want {
					c.Errorf("%s, want %s", got, want)
				}
				if n := len(c.page("director", "/api/audit/changes?verb=audit.retention_set").Lines); (n == 1) != (tt.status == 200) {
					c.Errorf("%d entries", n)
				}
			})
		})
	}
}

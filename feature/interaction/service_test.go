package interaction

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature}

// ground is an account of the rep's with two people, and one of the other's with
// one. It is a Monday, eleven o'clock in Shanghai.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
	people    []kernel.ID
}

var monday = time.Date(2026, 6, 8, 3, 0, 0, 0, time.UTC)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.now = func() time.Time { return monday }
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		for _, c := range []contact.Contact{{Account: g.mine, Name: "王工"}, {Account: g.mine, Name: "李总"}, {Account: g.his, Name: "赵经理"}} {
			g.must(s.DB.Write(s.As("director"), func(tx *db.Tx) error {
				_, err := contact.New(s.Kit).Book(tx, []contact.Contact{c})
				return err
			}))
		}
		g.must(s.DB.Read(s.As("director"), func(tx *db.Tx) (err error) {
			for _, at := range []kernel.ID{g.mine, g.his} {
				found, err := contacts(tx, at)
				if err != nil {
					return err
				}
				for _, c := range found {
					g.people = append(g.people, c.ID)
				}
			}
			return nil
		}))
		f(g)
	})
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// log writes a contact down on behalf of a role.
func (g *ground) log(role string, i Interaction) (Interaction, error) {
	if i.Account.IsZero() {
		i.Account = g.mine
	}
	if i.Subject == "" {
		i.Subject = "交流新产品"
	}
	return g.Write(g.As(role), i, kernel.ID{})
}

func (g *ground) logged(role string, i Interaction) Interaction {
	g.Helper()
	i, err := g.log(role, i)
	g.must(err)
	return i
}

// mailed is a question of Friday, five o'clock in Shanghai.
func mailed() Interaction {
	return Interaction{At: time.Date(2026, 6, 5, 9, 0, 0, 0, time.UTC).UnixMicro(), Channel: Mail, Direction: In, Waits: true, Subject: "报价什么时候到"}
}

func (g *ground) read(role string, f func(tx *db.Tx) error) {
	g.Helper()
	g.must(g.DB.Read(g.As(role), f))
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func TestWhatIsNoContact(t *testing.T) {
	each(t, func(g *ground) {
		day := kernel.On(2026, 6, 5)
		tests := map[string]struct {
			i    Interaction
			want string
		}{
			"by pigeon":                      {Interaction{On: day, Channel: "pigeon", Direction: Out}, "interaction.bad_channel"},
			"begun by nobody":                {Interaction{On: day, Channel: Mail}, "interaction.bad_direction"},
			"about nothing":                  {Interaction{On: day, Channel: Mail, Direction: Out, Subject: "x"}, "interaction.bad_subject"},
			"of tomorrow":                    {Interaction{On: kernel.On(2026, 6, 9), Channel: Mail, Direction: Out}, "interaction.bad_day"},
			"of this afternoon":              {Interaction{At: monday.Add(time.Hour).UnixMicro(), Channel: Mail, Direction: Out}, "interaction.bad_day"},
			"of no day":                      {Interaction{Channel: Mail, Direction: Out}, "interaction.bad_day"},
			"ours that waits for our answer": {Interaction{On: day, Channel: Mail, Direction: Out, Waits: true}, "interaction.asks_themselves"},
			"a question at no time of day":   {Interaction{On: day, Channel: Mail, Direction: In, Waits: true}, "interaction.no_hour"},
			"answered before it was asked":   {Interaction{At: 1_780_000_000_000_000, Answered: 1, Channel: Mail, Direction: In}, "interaction.answered_before"},
			"with somebody of another one":   {Interaction{On: day, Channel: Mail, Direction: Out, People: g.people[2:]}, "interaction.stranger"},
			"with nobody of us":              {Interaction{On: day, Channel: Mail, Direction: Out, Users: g.people[:1]}, "interaction.no_user"},
			"at an account out of his sight": {Interaction{Account: g.his, On: day, Channel: Mail, Direction: Out}, "db.missing"},
		}
		for name, tt := range tests {
			if _, err := g.log("rep", tt.i); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestAQuestionWaitsUntilItIsAnswered(t *testing.T) {
	each(t, func(g *ground) {
		asked := g.logged("rep", mailed())
		w, err := g.Unanswered(g.As("rep"), Mine, 10)
		if err != nil || w.Count != 1 || w.Late != 0 || *w.Rows[0].Hours != 3 || w.Target != 4 || !w.Rows[0].May {
			g.Fatalf("%+v, %v", w, err)
		}
		g.read("rep", func(tx *db.Tx) error {
			last, err := g.Latest(tx)
			if len(last) != 0 {
				g.Errorf("what waits is a contact of ours: %v", last)
			}
			return err
		})
		g.now = func() time.Time { return monday.Add(26 * time.Hour) }
		if w, _ := g.Unanswered(g.As("manager"), Line, 10); w.Late != 1 || *w.Rows[0].Hours != 12 {
			g.Errorf("on Tuesday at one: %+v", w)
		}
		answer := Interaction{Account: g.mine, At: time.Date(2026, 6, 8, 2, 30, 0, 0, time.UTC).UnixMicro(), Channel: Phone, Direction: Out, Subject: "电话报价"}
		if _, err := g.Write(g.As("rep"), answer, asked.ID); err != nil {
			g.Fatal(err)
		}
		l, err := g.Of(g.As("rep"), Which{Account: g.mine, Limit: 10})
		if err != nil || l.Count != 2 || l.Waiting != 0 || l.Last != kernel.On(2026, 6, 8) {
			g.Fatalf("%+v, %v", l, err)
		}
		if r := l.Rows[1]; *r.Hours != 2.5 || r.Late || r.Waits {
			g.Errorf("%+v", r)
		}
		if _, err := g.Answer(g.As("rep"), asked.ID, asked.Version+1, monday.UnixMicro()); key(err) != "interaction.not_waiting" {
			g.Errorf("answered twice: %v", err)
		}
		all, err := g.Paces(g.As("director"), kernel.On(2026, 6, 1), kernel.On(2026, 6, 30))
		if err != nil || len(all) != 2 || all[0].Asked != 1 || all[0].InTime != 1 || all[0].Share != 1 || all[0].Median != 2.5 || all[1].Channel != Mail {
			g.Errorf("%+v, %v", all, err)
		}
	})
}

func TestWhoWasInTouchWithWhom(t *testing.T) {
	each(t, func(g *ground) {
		rep, wang, li := g.User("rep").ID, g.people[0], g.people[1]
		for _, i := range []Interaction{
			{On: kernel.On(2026, 5, 4), Channel: Phone, Direction: Out, People: []kernel.ID{wang}},
			{On: kernel.On(2026, 5, 11), Channel: Mail, Direction: Out, People: []kernel.ID{wang, li}},
			{On: kernel.On(2026, 5, 12), Channel: Mail, Direction: In, People: []kernel.ID{wang}},
		} {
			g.logged("rep", i)
		}
		g.read("rep", func(tx *db.Tx) error {
			links, err := g.Links(tx, g.mine, kernel.On(2026, 5, 1))
			found := map[kernel.ID]Link{}
			for _, l := range links {
				found[l.Contact] = l
			}
			if w := found[wang]; len(links) != 2 || w.User != rep || w.Count != 3 || !w.Both || w.Last != kernel.On(2026, 5, 12) {
				g.Errorf("%+v", links)
			}
			if l := found[li]; l.Count != 1 || l.Both {
				g.Errorf("%+v", links)
			}
			week, err2 := g.Touched(tx, kernel.On(2026, 5, 11), kernel.On(2026, 5, 17))
			none, err3 := g.Touched(tx, kernel.On(2026, 5, 18), kernel.On(2026, 5, 24))
			if !week[g.mine] || len(week) != 1 || len(none) != 0 {
				g.Errorf("%v, %v", week, none)
			}
			last, err4 := g.Latest(tx, g.mine, g.his)
			if len(last) != 1 || last[g.mine] != kernel.On(2026, 5, 12) {
				g.Errorf("%v", last)
			}
			return errors.Join(err, err2, err3, err4)
		})
		g.read("other", func(tx *db.Tx) error {
			last, err := g.Latest(tx)
			if len(last) != 0 {
				g.Errorf("a stranger is told %v", last)
			}
			return err
		})
	})
}

func TestAVisitIsWrittenDownOnce(t *testing.T) {
	each(t, func(g *ground) {
		visit := kernel.NewID()
		first := g.logged("rep", Interaction{On: kernel.On(2026, 6, 5), Channel: Visit, Direction: Out, Visit: visit})
		second := g.logged("rep", Interaction{On: kernel.On(2026, 6, 4), Channel: Visit, Direction: Out, Visit: visit, People: g.people[:1]})
		l, err := g.Of(g.As("rep"), Which{Account: g.mine, Limit: 10})
		if err != nil || first.ID != second.ID || l.Count != 1 || l.Rows[0].On != kernel.On(2026, 6, 4) || l.Rows[0].People[0].Name == "" || l.Rows[0].May {
			g.Errorf("%+v, %v", l, err)
		}
		if err := g.Drop(g.As("rep"), first.ID, second.Version); key(err) != "interaction.of_a_visit" {
			g.Errorf("dropped here: %v", err)
		}
	})
}

func TestContactsAreChangedByWhoHasReadThem(t *testing.T) {
	each(t, func(g *ground) {
		one := g.logged("rep", Interaction{On: kernel.On(2026, 6, 5), Channel: Phone, Direction: Out})
		one.Subject, one.Users = "电话回访", []kernel.ID{g.User("manager").ID}
		two, err := g.Amend(g.As("manager"), one)
		if err != nil || two.Version != 2 || two.Subject != "电话回访" {
			g.Fatalf("%+v, %v", two, err)
		}
		if _, err := g.Amend(g.As("rep"), one); key(err) != "db.stale" {
			g.Errorf("the loser was told %v", err)
		}
		if err := g.Drop(g.As("other"), one.ID, 2); key(err) != "db.missing" {
			g.Errorf("a stranger was told %v", err)
		}
		g.must(g.Drop(g.As("rep"), one.ID, 2))
	})
}

// What leaves comes back: an exported list, read into an empty one, is the same list.
func TestAnExportedListIsReadBack(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.logged("rep", mailed())
		g.logged("rep", Interaction{On: kernel.On(2026, 6, 3), Channel: Event, Direction: Out, People: g.people[:2], Subject: "=cmd|' /C calc'!A0"})
		done := mailed()
		done.At, done.Waits, done.Answered, done.Subject = done.At+60e6, false, monday.UnixMicro(), "已答复的问题"
		g.logged("rep", done)
		path := "/api/interactions/export?format=csv&account=" + url.QueryEscape(g.mine.String())
		file := g.Do("rep", "GET", path, "").Body.String()
		if strings.Contains(file, ",=cmd") || strings.Count(file, "\r\n") != 4 {
			g.Fatalf("%s", file)
		}
		for name, file := range map[string]string{"": file, ", and somebody has another name now": strings.ReplaceAll(file, "王工", "王总工")} {
			if w := g.Do("rep", "POST", "/api/interactions/import", file); !strings.Contains(w.Body.String(), `"taken":0,"same":3`) {
				g.Errorf("all of it is there%s: %d %s", name, w.Code, w.Body)
			}
		}
		g.Exec(`DELETE FROM interactions`)
		if w := g.Do("rep", "POST", "/api/interactions/import?try=true", file); !strings.Contains(w.Body.String(), `"taken":3`) {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		if w := g.Do("rep", "POST", "/api/interactions/import", file); w.Code != 200 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		if again := g.Do("rep", "GET", path, "").Body.String(); again != file {
			g.Errorf("%s\nis not\n%s", again, file)
		}
		if w := g.Do("other", "POST", "/api/interactions/import", file); !strings.Contains(w.Body.String(), "rep") || !strings.Contains(w.Body.String(), `"taken":0`) {
			g.Errorf("a stranger brings in: %d %s", w.Code, w.Body)
		}
	})
}

// A list comes in as any file does: as many rows as a role brings in with one, and
// of what somebody has done himself, or those whom he leads; others were with them.
func TestAListThatIsBroughtIn(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		row := func(ours string) string { return "rep,,2026-06-03,,phone,out,谈年度框架,," + ours + ",\r\n" }
		head := strings.Repeat("c,", 9) + "c\r\n"
		for name, tt := range map[string]struct{ role, file, want string }{
			"his own":                {"rep", row("rep"), `"taken":1`},
			"nobody is named":        {"rep", row(""), `"taken":1`},
			"with a colleague":       {"rep", row("other; rep"), `"taken":1`},
			"of a colleague":         {"rep", row("other"), `"taken":0`},
			"of his manager":         {"rep", row("manager"), `"taken":0`},
			"of who reports to him":  {"manager", row("rep"), `"taken":1`},
			"the last row is of one": {"rep", row("rep") + row("rep; other") + strings.ReplaceAll(row("other"), "框架", "价格"), "somebody you stand in for"},
		} {
			if w := g.Do(tt.role, "POST", "/api/interactions/import?try=true", head+tt.file); !strings.Contains(w.Body.String(), tt.want) {
				g.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
		for rows, want := range map[int64]int{0: 403, 1: 409, 2: 200} {
			g.Cap("rep", identity.Cap{}, identity.Cap{Rows: rows})
			if w := g.Do("rep", "POST", "/api/interactions/import?try=true", head+row("rep")+row("")); w.Code != want {
				g.Errorf("two rows of who brings in %d: %d %s", rows, w.Code, w.Body)
			}
		}
	})
}

// Over all accounts nobody learns where another was whom he does not lead.
func TestAListOverAllAccountsTracksNobody(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		g.logged("rep", Interaction{On: kernel.On(2026, 6, 3), Channel: Visit, Direction: Out})
		g.logged("other", Interaction{Account: g.his, On: kernel.On(2026, 6, 3), Channel: Visit, Direction: Out})
		file := g.Do("director", "GET", "/api/interactions/export?format=csv", "").Body.String()
		if !strings.Contains(file, ",rep,") || strings.Contains(file, ",other,\r") {
			g.Errorf("%s", file)
		}
	})
}

func TestContactsGoAlongWhenAccountsAreMergedAndParted(t *testing.T) {
	each(t, func(g *ground) {
		g.logged("rep", Interaction{On: kernel.On(2026, 6, 3), Channel: Phone, Direction: Out})
		count := func(id kernel.ID) int {
			l, err := g.Of(g.As("director"), Which{Account: id, Limit: 10})
			g.must(err)
			return l.Count
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if count(g.his) != 1 {
			g.Error("it stayed behind")
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if count(g.his) != 0 || count(g.mine) != 1 {
			g.Error("it did not come back")
		}
	})
}

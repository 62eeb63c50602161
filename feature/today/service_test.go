package today

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"erba/analysis/null"
)

// an item of 万元 at a probability, due in some days.
func (g *ground) item(title string, account int, wan int64, chance float64, due int) Item {
	return Item{Account: g.ids[account], Subject: named(title), Title: Said{Key: title}, Reason: Said{Key: "why"}, Amount: wan * 1e6, Chance: null.Of(chance), Due: g.day(due),
		Path: "/accounts/" + g.ids[account].String(), Does: "today.look"}
}

func TestTheDearestNeglectComesFirst(t *testing.T) {
	each(t, 3, func(g *ground) {
		g.items = []Item{g.item("complaint", 1, 986, 0.19, 0), g.item("gate", 0, 840, 0.30, -2), g.item("visit", 2, 214, 1, 2), g.item("share", 0, 96, 1, 2), g.item("far", 0, 5000, 1, 30)}
		quiet := g.item("greeting", 1, 0, 0, 4)
		g.items = append(g.items, quiet)
		want := [3][]string{{"gate", "complaint"}, {"visit", "share", "greeting"}, {"far"}}
		if got := g.shown("rep", ByLoss); !reflect.DeepEqual(got, want) {
			t.Errorf("by loss: %v", got)
		}
		want[1] = []string{"visit", "share", "greeting"}
		if got := g.shown("rep", ByDue); !reflect.DeepEqual(got, want) {
			t.Errorf("by due: %v", got)
		}
		want[0], want[1] = []string{"gate", "complaint"}, []string{"share", "greeting", "visit"}
		if got := g.shown("rep", ByAccount); !reflect.DeepEqual(got, want) {
			t.Errorf("by account: %v", got)
		}
		d := ask[Day](g, "rep", "GET", "/today", "")
		now := d.Groups[0]
		if now.Count != 2 || now.Loss != 252e6+187.34e6 || *now.Tasks[1].Amount != 986e6 || *now.Tasks[1].Chance != 0.19 || now.Tasks[0].Why.Result != "urgency.group_now" {
			t.Errorf("%+v", now)
		}
		if d.Accounts != 3 || d.Groups[1].Tasks[2].Loss != nil {
			t.Errorf("%d accounts, %+v", d.Accounts, d.Groups[1].Tasks[2])
		}
	})
}

// Whatever a rule says, nobody is told of an account that he does not see.
func TestUnseenAccountsNeverAppear(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.open("other", 1)
		g.items = []Item{g.item("mine", 0, 10, 1, -9), g.item("theirs", 1, 10, 1, -9)}
		g.items[1].User = g.User("rep").ID
		if got := g.shown("rep", ByLoss); !reflect.DeepEqual(got[0], []string{"mine"}) {
			t.Errorf("the rep sees %v", got)
		}
		if body := g.Do("rep", "GET", "/api/today", "").Body.String(); strings.Contains(body, g.ids[1].String()) || strings.Contains(body, "客户0001") {
			t.Errorf("it tells of another's account: %s", body)
		}
	})
}

// What should have been done for some days is told to whoever leads who should
// have done it; further up, of important accounts only.
func TestWhatNobodyDoesIsToldUpwards(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.items = []Item{g.item("fresh", 0, 10, 1, -2), g.item("old", 1, 20, 1, -3), g.item("coming", 1, 30, 1, 1)}
		tests := map[string][3][]string{"rep": {{"old", "fresh"}, {"coming"}, nil}, "manager": {{"old"}, nil, nil}, "director": {}, "other": {}}
		for role, want := range tests {
			if got := g.shown(role, ByLoss); !reflect.DeepEqual(got, want) {
				t.Errorf("%s sees %v, want %v", role, got, want)
			}
		}
		d := ask[Day](g, "manager", "GET", "/today", "")
		if task := d.Groups[0].Tasks[0]; d.Others != 1 || task.User != g.User("rep").ID {
			t.Errorf("%d of others, by %v", d.Others, task.User)
		}
	})
}

func TestTickingOffAndPuttingOff(t *testing.T) {
	each(t, 1, func(g *ground) {
		g.items = []Item{g.item("a", 0, 10, 1, 0), g.item("b", 0, 5, 1, 0)}
		about := func(i int, rest string) string {
			it := g.items[i]
			return `{"rule":"` + said + `","account":"` + it.Account.String() + `","subject":"` + it.Subject.String() + `","due":"` + it.Due.String() + `",` + rest + `}`
		}
		wants := func(what string, want ...string) {
			t.Helper()
			if got := g.shown("rep", ByLoss)[0]; !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v, want %v", what, got, want)
			}
		}
		m := ask[Mark](g, "rep", "POST", "/today/marks", about(0, `"state":"later","until":"`+g.day(2).String()+`"`))
		wants("put off", "b")
		if got := g.shown("manager", ByLoss); got[0] != nil { // nothing is late
			t.Errorf("%v", got)
		}
		ask[struct{}](g, "rep", "DELETE", "/today/marks/"+m.ID.String(), "")
		wants("taken back", "a", "b")
		ask[Mark](g, "rep", "POST", "/today/marks", about(0, `"state":"later","until":"`+g.day(2).String()+`"`))
		ask[Mark](g, "rep", "POST", "/today/marks", about(1, `"state":"done"`))
		wants("ticked off", []string(nil)...)
		g.items[1].Due = g.day(-1)
		wants("another occasion", "b")
		g.items[1].Due = g.day(0)
		g.clock = g.clock.AddDate(0, 0, 2)
		wants("on its day", "a")
		g.clock = g.clock.AddDate(0, 0, 30)
		wants("still undone after a month", "a", "b")
	})
}

func TestWhatCannotBeMarked(t *testing.T) {
	each(t, 1, func(g *ground) {
		tests := map[string]struct{ body, key string }{
			"an item of no rule":      {`{"rule":"nothing","state":"done"}`, "today.no_item"},
			"put off to today":        {`{"rule":"today.said","state":"later","until":"` + g.day(0).String() + `"}`, "today.bad_day"},
			"put off to no day":       {`{"rule":"today.said","state":"later"}`, "today.bad_day"},
			"put off for a year":      {`{"rule":"today.said","state":"later","until":"` + g.day(365).String() + `"}`, "today.bad_day"},
			"somebody else's delay":   {"", ""},
			"another word for a mark": {`{"rule":"today.said","state":"gone"}`, ""},
		}
		for name, tt := range tests {
			verb, path := "POST", "/api/today/marks"
			if tt.body == "" {
				m := ask[Mark](g, "director", "POST", "/today/marks", `{"rule":"today.said","state":"done"}`)
				verb, path = "DELETE", path+"/"+m.ID.String()
			}
			if w := g.Do("rep", verb, path, tt.body); w.Code < 400 || !strings.Contains(w.Body.String(), tt.key) {
				t.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
	})
}

// A common rule is asked once for all; each gets his part of it.
func TestACommonRuleIsAskedOnce(t *testing.T) {
	each(t, 2, func(g *ground) {
		g.open("other", 1)
		asked, revision := 0, int64(1)
		g.Offer(Rule{Name: "today.common", Area: "today.today", Grant: "account:read", Usual: Setting{On: true, Amount: Own, Chance: 1, Lead: 3},
			Revision: func(ctx context.Context) (int64, error) { return revision, nil },
			Find: func(ctx context.Context, a Ask) ([]Item, error) {
				asked++
				var all []Item
				for i := range g.ids {
					all = append(all, g.item("common", i, 10, 1, 0))
				}
				return all, nil
			}})
		count := func(role string) (n int) {
			for _, task := range ask[Day](g, role, "GET", "/today", "").Groups[0].Tasks {
				if task.Rule == "today.common" {
					n++
				}
			}
			return n
		}
		if a, b := count("rep"), count("other"); a != 2 || b != 1 || asked != 1 {
			t.Errorf("%d and %d, asked %d times", a, b, asked)
		}
		revision++
		if count("rep"); asked != 2 {
			t.Errorf("asked %d times", asked)
		}
	})
}

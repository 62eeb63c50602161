package relation

import (
	"encoding/json"
	"strings"
	"testing"

	"erba/feature/contact"
	"erba/feature/privacy"
	"erba/platform/db"
	"erba/platform/identity"
)

func TestSomebodyIsToldWhatIsThoughtOfHim(t *testing.T) {
	each(t, func(g *ground) {
		g.say("0", Attitude, "-2", "1", Attitude, "2")
		him := privacy.Person{Records: []privacy.Record{{Of: "contact", ID: g.people[0]}}}
		must(g.Stage, g.DB.Write(identity.With(g.Context(), identity.System()), func(tx *db.Tx) error {
			sections, err := keeper{g.Service}.Held(tx, him)
			raw, _ := json.Marshal(sections)
			if err != nil || len(sections[0].Rows) != 1 || !strings.Contains(string(raw), "relation.attitude_-2") || strings.Contains(string(raw), "rep") {
				g.Errorf("what is thought of him, not by whom: %s %v", raw, err)
			}
			return keeper{g.Service}.Erase(tx, him)
		}))
		if m := g.drawn("rep"); m.People[0].Attitude != nil || *m.People[1].Attitude != 2 {
			g.Error("he is forgotten, nobody else is")
		}
	})
}

// Who takes a contact off the list takes along what was thought of him.
func TestNothingIsThoughtOfWhoIsGone(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Save(g.As("rep"), g.account, 0, Draft{Judgements: []Saying{{Contact: g.people[0], Field: Power, Value: "5"}},
			Draw: []Stroke{{"influence", g.people[0], g.people[1], ""}}, Places: []place{{g.people[0], 1, 1}}})
		must(g.Stage, err)
		must(g.Stage, contact.New(g.Kit).Drop(g.As("rep"), contact.Contact{ID: g.people[0], Version: 1}))
		for _, table := range []string{"relation_judgements", "relation_lines", "relation_places"} {
			rows, err := g.Bare(`SELECT count(*) FROM ` + table)
			must(g.Stage, err)
			var n int
			rows.Next()
			must(g.Stage, rows.Scan(&n))
			if rows.Close(); n != 0 {
				g.Errorf("%s still has %d rows", table, n)
			}
		}
	})
}

// Maps are for who works on an account and who leads him: others see nobody, even
// where a service asks on their behalf.
func TestWhoMayNotReadMapsLearnsNothing(t *testing.T) {
	each(t, func(g *ground) {
		g.say("0", Power, "5", "0", Closeness, "4")
		for _, role := range []string{"rep", "other"} {
			must(g.Stage, g.DB.Read(g.As(role), func(tx *db.Tx) error {
				all, err := g.Standing(tx, g.account)
				m, err2 := g.Metrics(tx, g.account)
				then, err3 := g.Closeness(tx, g.account, august)
				sees := role == "rep"
				if err != nil || err2 != nil || err3 != nil || (len(all) == 5) != sees || m.Coverage.Known() != sees || then.Known() != sees {
					g.Errorf("%s: %v %v %v %v", role, all, m, then, err)
				}
				return nil
			}))
			want := 200
			if role == "other" {
				want = 404
			}
			for _, path := range []string{"", "/history", "/trend", "/latest", "/export"} {
				if w := g.Do(role, "GET", g.path+path, ""); w.Code != want {
					g.Errorf("%s %s: %d", role, path, w.Code)
				}
			}
		}
		if w := g.Do("other", "POST", g.path+"/import", "x", "Content-Type", "application/octet-stream"); w.Code != 404 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		if w := g.Do("other", "PUT", g.path+"/latest", "{}", "If-Match", `"1"`); w.Code != 404 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
		if w := g.Do("other", "PUT", g.path, `{"judgements":[{"contact":"`+g.people[0].String()+`","field":"power","value":"1"}]}`, "If-Match", `"1"`); w.Code != 404 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

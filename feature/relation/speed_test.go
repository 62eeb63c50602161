package relation

import (
	"fmt"
	"path"
	"strconv"
	"testing"
	"time"

	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// crowd are so many people of one account, of each of whom everything has been judged
// three times; eight report to each.
func crowd(g *ground, n int) {
	all := make([]contact.Contact, n)
	for i := range all {
		all[i] = contact.Contact{Account: g.account, Name: fmt.Sprintf("人%04d", i), Title: "经理", Department: "部门" + strconv.Itoa(i%12)}
	}
	links := make([]contact.Link, 0, n)
	for i := 1; i < n; i++ {
		links = append(links, contact.Link{Contact: all[i], Manager: all[(i-1)/8].Name})
	}
	people := contact.New(g.Kit)
	must(g.Stage, g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		if _, err := people.Book(tx, all); err != nil {
			return err
		}
		if _, err := people.Hang(tx, links); err != nil {
			return err
		}
		known, err := people.People(tx, g.account)
		if err != nil {
			return err
		}
		var d Draft
		for i, c := range known {
			for look := range 3 {
				for _, field := range Fields {
					value := "coach decider"
					if all := values[field]; all != nil {
						value = all[(i+look)%len(all)]
					} else if field == Partner {
						value = g.User("rep").ID.String()
					}
					d.Judgements = append(d.Judgements, Saying{Contact: c.ID, Field: field, Value: value, Evidence: "季度评审会上的表现", On: august.Add(-200 + 90*look)})
				}
			}
		}
		return g.Enter(tx, g.account, d)
	}))
	must(g.Stage, g.DB.Analyze(g.As("director")))
}

func TestSpeedMap(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), now: august}
		g.Service.today = func() kernel.Date { return g.now }
		g.account = g.open("A")
		g.path = "/api/accounts/" + g.account.String() + "/relations"
		crowd(g, 500)
		cookie := g.Cookie("rep")
		size := 0
		open := apptest.Median(21, func() {
			w := g.Do("", "GET", g.path, "", "Cookie", cookie)
			if size = w.Body.Len(); w.Code != 200 {
				g.Fatal(w.Code, w.Body)
			}
		})
		apptest.Speed{Work: "map of 500 people, opened, " + path.Base(s.Name()), Figure: fmt.Sprintf("%s, %d kB", open.Round(100*time.Microsecond), size>>10), Limit: "p50 < 100 ms", Met: open < 100*time.Millisecond}.Report(t)
		m := g.drawn("rep")
		boss := m.People[0].ID
		save := apptest.Median(9, func() {
			who := m.People[1+int(m.Version)%400].ID
			var err error
			m, err = g.Save(g.As("rep"), g.account, m.Version, Draft{Moves: []contact.Move{below(who, boss)}, Places: []place{{boss, int(m.Version), 1}},
				Judgements: []Saying{{Contact: who, Field: Attitude, Value: "1", Evidence: "支持试用"}}})
			must(s, err)
		})
		apptest.Speed{Work: "map of 500 people, one save, " + path.Base(s.Name()), Figure: save.Round(100 * time.Microsecond).String(), Limit: "p50 < 200 ms", Met: save < 200*time.Millisecond}.Report(t)
		trend := apptest.Median(9, func() {
			_, err := g.Trend(g.As("rep"), g.account)
			must(s, err)
		})
		apptest.Speed{Work: "map of 500 people, its trend over two years, " + path.Base(s.Name()), Figure: trend.Round(time.Millisecond).String(), Limit: "p50 < 500 ms", Met: trend < 500*time.Millisecond}.Report(t)
	})
}

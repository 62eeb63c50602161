package relation

import (
	"testing"

	"erba/kernel"
	"erba/platform/db"
)

// deal has the account own one subject, and nobody see another one.
func (g *ground) deal() (subject kernel.ID) {
	subject = kernel.NewID()
	g.SubjectBy(func(_ *db.Tx, account, id kernel.ID) error {
		if account != g.account || id != subject {
			return kernel.Missing("db.missing")
		}
		return nil
	})
	return subject
}

func (g *ground) judgesFor(subject kernel.ID, field, value string) Map {
	g.Helper()
	d := Draft{Judgements: []Saying{{Contact: g.people[0], Field: field, Value: value, Evidence: "这个项目的评审会上说的"}}}
	m, err := g.SaveOf(g.As("rep"), g.account, subject, g.drawn("rep").Version, d)
	must(g.Stage, err)
	return m
}

func power(m Map, who kernel.ID) int {
	for _, p := range m.People {
		if p.ID == who {
			return p.Power
		}
	}
	return 0
}

// For a deal people may be judged otherwise; the account's own map stays as it is.
func TestPeopleAreJudgedForADeal(t *testing.T) {
	each(t, func(g *ground) {
		subject := g.deal()
		g.say("0", Power, "2", "1", Power, "3")
		m := g.judgesFor(subject, Power, "5")
		if power(m, g.people[0]) != 5 || power(m, g.people[1]) != 3 || m.Subject != subject {
			g.Errorf("for the deal: %d, %d", power(m, g.people[0]), power(m, g.people[1]))
		}
		if own := g.drawn("rep"); power(own, g.people[0]) != 2 || !own.Subject.IsZero() {
			g.Errorf("for the account: %d", power(own, g.people[0]))
		}
		m = g.judgesFor(subject, Power, "4")
		if again, err := g.MapOf(g.As("rep"), g.account, subject); err != nil || power(again, g.people[0]) != 4 || again.Version != m.Version {
			g.Errorf("said anew: %d, %v", power(again, g.people[0]), err)
		}
		if _, err := g.MapOf(g.As("rep"), g.account, kernel.NewID()); key(err) != "db.missing" {
			g.Errorf("of what there is not: %v", err)
		}
		if _, err := g.MapOf(g.As("other"), g.account, subject); key(err) != "db.missing" {
			g.Errorf("a stranger: %v", err)
		}
		d := Draft{Places: []place{{Contact: g.people[0], X: 1, Y: 1}}}
		if _, err := g.SaveOf(g.As("rep"), g.account, subject, m.Version, d); key(err) != "relation.of_account" {
			g.Errorf("dragged: %v", err)
		}
		if w := g.Do("rep", "GET", g.path+"?subject="+subject.String(), ""); w.Code != 200 {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

// What is thought at the account since then is offered to the deal, and taken over
// with its author, day and evidence.
func TestADealTakesOverTheLatest(t *testing.T) {
	each(t, func(g *ground) {
		subject := g.deal()
		g.judgesFor(subject, Power, "2")
		g.now = g.now.Add(30)
		m := g.say("0", Power, "5")
		offers, err := g.LatestOf(g.As("rep"), g.account, subject)
		if must(g.Stage, err); len(offers) != 1 || offers[0].Value != "5" || offers[0].Now != "2" || offers[0].On != g.now {
			g.Fatalf("%+v", offers)
		}
		m, err = g.TakeOf(g.As("rep"), g.account, subject, m.Version, nil)
		if must(g.Stage, err); power(m, g.people[0]) != 5 {
			g.Errorf("%+v", m.People[0])
		}
		if offers, err := g.LatestOf(g.As("rep"), g.account, subject); err != nil || len(offers) != 0 {
			g.Errorf("nothing is left: %+v, %v", offers, err)
		}
	})
}

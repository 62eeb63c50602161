package target

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	rules "erba/analysis/goal"
	"erba/kernel"
)

// drawn is a company of random shape with random targets: everybody reports to
// somebody before him.
func drawn(t *rapid.T) (*Line, holding, map[kernel.ID]Done) {
	n := rapid.IntRange(1, 15).Draw(t, "people")
	all, h, done := make([]Member, n), holding{}, map[kernel.ID]Done{}
	months := func(name string) (m Months) {
		for i := range m {
			m[i] = rapid.Int64Range(0, 1e9).Draw(t, name)
		}
		return m
	}
	for i := range all {
		all[i] = Member{ID: kernel.NewID(), Name: fmt.Sprint("P", i), Active: rapid.IntRange(0, 5).Draw(t, "active") > 0, Sells: rapid.IntRange(0, 5).Draw(t, "sells") > 0}
		if i > 0 {
			all[i].Boss = all[rapid.IntRange(0, i-1).Draw(t, "boss")].ID
		}
		for _, kind := range []string{Person, Team} {
			if rapid.Bool().Draw(t, "set") {
				h[holder{kind, "", all[i].ID}] = Target{Kind: kind, User: all[i].ID, Months: months("target"), Version: 1}
			}
		}
		if rapid.Bool().Draw(t, "sold") {
			done[all[i].ID] = Done{Actual: months("actual"), Before: months("before")}
		}
	}
	return LineOf(all), h, done
}

func TestATeamsTargetIsThatOfItsPeopleAndTheOpenRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, h, done := drawn(t)
		among := map[kernel.ID]bool{}
		for _, m := range l.all {
			among[m.ID] = true
		}
		rows := h.people(l, among, done)
		for _, team := range rows {
			if team.Kind != Team || team.Version == 0 {
				continue
			}
			sum := *team.Open
			var actual Months
			covered := map[kernel.ID]bool{} // below a team that has a target of its own
			for _, id := range l.Below(team.User) {
				actual = actual.plus(done[id].Actual)
				m, _ := l.Find(id)
				if id != team.User && covered[m.Boss] {
					covered[id] = true
					continue
				}
				if other, set := h[holder{Team, "", id}]; set && id != team.User {
					sum, covered[id] = sum.plus(other.Months), true
					continue
				}
				sum = sum.plus(h[holder{Person, "", id}].Months)
			}
			if sum != team.Target {
				t.Fatalf("%s: its people and the rest are %v, its target is %v", team.Name, sum, team.Target)
			}
			if actual != team.done.Actual {
				t.Fatalf("%s: its people did %v, it did %v", team.Name, actual, team.done.Actual)
			}
		}
	})
}

func TestWhatIsDividedSumsUpMonthByMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, h, done := drawn(t)
		head := l.all[0]
		if !l.Leads(head.ID) {
			return
		}
		w := Wish{Year: 2026, Measure: Sales, Head: head.ID, By: rapid.SampledFrom([]string{History, Evenly, Current}).Draw(t, "by"),
			Total: rapid.Int64Range(1, 1e12).Draw(t, "total"), Keep: rapid.Int64Range(0, 50).Draw(t, "keep"), Unit: rapid.SampledFrom([]int64{1, 100, 10_000_00}).Draw(t, "unit"), Deep: true}
		d := divider{Wish: w, Line: l, holding: h, done: done}
		months := d.begin(head)
		if months.Sum() != w.Total {
			t.Fatalf("%d of the year, not %d", months.Sum(), w.Total)
		}
		rest := d.divide(head, months, 1)
		next := holding{}
		for _, p := range d.rows {
			if m, _ := l.Find(p.User); p.Kind == Person && !m.Active || p.Months.Sum() < 0 {
				t.Fatalf("%+v", p)
			}
			next[holder{p.Kind, "", p.User}] = Target{Kind: p.Kind, User: p.User, Months: p.Months, Version: 1}
		}
		if open := next.open(l, head.ID); *open != rest {
			t.Fatalf("said to be open %v, is %v", rest, *open)
		}
	})
}

func TestHowFarSomebodyIs(t *testing.T) {
	y := &year{calendar: Calendars{}.Of(2026), asOf: kernel.On(2026, 6, 30), colours: rules.Default()}
	tests := map[string]struct {
		target, actual   int64 // of every month; the second half of the year has not been
		due, gap         int64
		attained, yearly float64
		colour           rules.Colour
	}{
		"as planned":       {100, 100, 600, 0, 1, 0.5, rules.Green},
		"four fifths":      {100, 80, 600, -240, 0.8, 0.4, rules.Yellow},
		"less than that":   {100, 79, 600, -252, 0.79, 0.395, rules.Red},
		"more than wanted": {100, 150, 600, 600, 1.5, 0.75, rules.Green},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := Row{Kind: Person}
			for i := range 12 {
				if r.Target[i] = tt.target; i < 6 {
					r.done.Actual[i] = tt.actual
				}
				r.done.Before[i] = 50
			}
			r.done.SoFar, y.whole = 300, true
			y.judge(&r)
			if r.Due != tt.due || *r.Attainment != tt.attained || *r.Yearly != tt.yearly || r.Colour != tt.colour || *r.Gap != tt.gap {
				t.Errorf("due %d, attained %v, yearly %v, %s, gap %d", r.Due, *r.Attainment, *r.Yearly, r.Colour, *r.Gap)
			}
		})
	}
}

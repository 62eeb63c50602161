package opportunity

import (
	"testing"

	"erba/feature/today"
	"erba/kernel"
)

// A next step is told of on its day, to whose deal it is; his superior is told some
// days later. What is at stake is the amount, as likely as it was to come.
func TestDealsAreTasksOfTheDay(t *testing.T) {
	on(t, func(g *ground) {
		g.opened("rep", Deal{NextStep: "约总工看样机", NextOn: wednesday.Add(2), Expected: wednesday.Add(10)})
		told := func(role string, rule int, day kernel.Date) []today.Item {
			t.Helper()
			items, err := g.offers()[rule].Find(g.As(role), today.Ask{User: g.User(role).ID, On: day, Limit: 20})
			g.must(err)
			return items
		}
		for _, one := range []struct {
			role        string
			rule, after int
			want        int
		}{{"rep", 0, 1, 0}, {"rep", 0, 2, 1}, {"director", 0, 2, 0}, {"director", 0, 6, 1}, {"other", 0, 6, 0}, {"rep", 1, 10, 0}, {"rep", 1, 11, 1}, {"director", 1, 11, 0}, {"director", 1, 14, 1}} {
			if n := len(told(one.role, one.rule, wednesday.Add(one.after))); n != one.want {
				t.Errorf("%s after %d days by rule %d: %d tasks, not %d", one.role, one.after, one.rule, n, one.want)
			}
		}
		i := told("rep", 0, wednesday.Add(2))[0]
		if i.Amount != 84_000_000 || i.Chance != 0.1 || i.Due != wednesday.Add(2) || i.Account != g.mine {
			t.Errorf("%+v", i)
		}
	})
}

package visit

import (
	"errors"
	"testing"

	"erba/kernel"
)

// Who asks whether a colleague is free learns of his day no more than what he asked for.
func TestAColleaguesDayIsNotReadByAsking(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.planned(0, july, 840)
		g.ok(err)
		for start, want := range map[int64][2]string{870: {"14:30", "15:00"}, 810: {"14:00", "14:30"}, 840: {"14:00", "15:00"}} {
			_, err := g.Plan(g.As("other"), Visit{Account: g.ids[3], Day: july, Start: &start, Purpose: "技术交流", Users: []kernel.ID{g.User("rep").ID}})
			if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "visit.meets_unseen" || f.Args["from"] != want[0] || f.Args["until"] != want[1] {
				g.Errorf("asked for %d: %+v", start, f)
			}
		}
	})
}

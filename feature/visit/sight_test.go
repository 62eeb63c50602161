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

// What a customer said stands on his visit alone: it is gone with him, also from what
// the audit remembers.
func TestTheAuditKeepsNoCustomersWords(t *testing.T) {
	each(t, func(g *ground) {
		v, err := g.planned(0, july, 840)
		g.ok(err)
		words := "预算只听老板一个人的"
		_, err = g.Execute(g.As("rep"), v.ID, v.Version, Report{Result: "确认了审批链和预算", Voice: words, VoiceOf: g.people[0]})
		g.ok(err)
		rows, err := g.Bare(`SELECT count(*) FROM audit WHERE detail LIKE '%' || '` + words + `' || '%'`)
		g.ok(err)
		defer rows.Close()
		var n int
		rows.Next()
		g.ok(rows.Scan(&n))
		if n != 0 {
			g.Errorf("%d entries", n)
		}
	})
}

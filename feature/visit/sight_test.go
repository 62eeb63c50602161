package visit

import (
	"errors"
	"testing"

	"erba/kernel"
)

// Who asks whether a colleague is free learns of his day that it does not go then, the
// same words whenever he asks; and after five such answers he asks the colleague.
func TestAColleaguesDayIsNotReadByAsking(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.planned(0, july, 840)
		g.ok(err)
		ask := func(start int64) *kernel.Fault {
			_, err := g.Plan(g.As("other"), Visit{Account: g.ids[3], Day: july, Start: &start, Purpose: "技术交流", Users: []kernel.ID{g.User("rep").ID}})
			f, _ := errors.AsType[*kernel.Fault](err)
			return f
		}
		for _, start := range []int64{870, 810, 840, 820, 890} {
			if f := ask(start); f == nil || f.Key != "visit.not_then" || len(f.Args) != 1 {
				g.Errorf("asked for %d: %+v", start, f)
			}
		}
		for _, start := range []int64{840, 1000} {
			if f := ask(start); f == nil || f.Key != "visit.asked_often" {
				g.Errorf("taken or free, no more is told: %+v", f)
			}
		}
		alone := int64(600)
		if _, err := g.Plan(g.As("other"), Visit{Account: g.ids[3], Day: july, Start: &alone, Purpose: "技术交流"}); err != nil {
			g.Errorf("his own day is his: %v", err)
		}
		g.clock = g.clock.Add(window)
		if f := ask(1000); f != nil {
			g.Errorf("an hour later: %+v", f)
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

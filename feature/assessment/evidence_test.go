package assessment

import (
	"slices"
	"strings"
	"testing"

	"erba/analysis/qualification"
	"erba/feature/opportunity"
	"erba/kernel"
)

// lined offers 120 gearboxes at 70,000, which cost 55,020 each: 21.4 % are left.
func (g *ground) lined() {
	g.Exec(`INSERT INTO opportunity_lines (id, opportunity_id, words, quantity, list_price, asked_price, floor_price, unit_cost, priced_from, amount_minor)
		VALUES (1, ?, '齿轮箱', 120000000, 80000000000, 70000000000, 57400000000, 55020000000, '', 840000000)`, g.deal)
}

func (g *ground) evidence(role string) Evidence {
	g.Helper()
	e, err := g.Evidence(g.As(role), g.deal)
	g.must(err)
	return e
}

func told(e Evidence, kind string) Proof {
	return e.Rows[slices.IndexFunc(e.Rows, func(p Proof) bool { return p.Kind == kind })]
}

// Data stands beside what people say: the difference is shown, and no score changes.
func TestDataStandsBesideTheAnswers(t *testing.T) {
	each(t, func(g *ground) {
		g.lined()
		g.judge(kernel.ID{}, false, sheet(real, compete, win, [5]int{4, 3, 5, 2, 4}))
		spend := int64(1_580_000)
		_, err := g.Plan(g.As("rep"), Bid{Deal: g.deal, Spend: &spend})
		g.must(err)
		var e Evidence
		g.Unchanged("looking at the data", func() { e = g.evidence("rep") })
		earning, bidding := told(e, Earning), told(e, Bidding)
		if earning.State != isKnown || *earning.Rating != 3 || *earning.Human != 5 || *earning.Gap != 2 || !earning.Warns || earning.Value != 0.214 {
			g.Errorf("what is left: %+v", earning)
		}
		if *bidding.Rating != 4 || *bidding.Human != 4 || *bidding.Gap != 0 || bidding.Warns {
			g.Errorf("what bidding takes: %+v", bidding)
		}
		if len(e.Instead) != 4 || e.Instead[3].Score != 64 || !e.Same {
			g.Errorf("by data: %+v", e.Instead)
		}
		if p := g.page("rep"); p.Sides[0].Outcome.Steps[3].Score != 72 {
			g.Errorf("the score became %v", p.Sides[0].Outcome.Steps[3].Score)
		}
	})
}

// Who may not read margins learns none from evidence: no figure, no reading, and no
// step that was reckoned from one.
func TestMarginNeverReachesWhoMayNotReadIt(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(kernel.ID{}, false, sheet(real, compete, win, [5]int{4, 3, 5, 2, 4}))
		g.Grant("rep", "margin:read", "")
		without := g.Do("rep", "GET", "/api/opportunities/"+g.deal.String()+"/assessment/evidence", "").Body.String()
		g.lined()
		for _, path := range []string{"assessment/evidence", "assessment", "criteria", "assessment/export?format=csv", "criteria/export?format=csv"} {
			answer := g.Do("rep", "GET", "/api/opportunities/"+g.deal.String()+"/"+path, "")
			body := answer.Body.String()
			if answer.Code != 200 {
				g.Errorf("%s: %d %s", path, answer.Code, body)
			}
			for _, secret := range []string{"0.214", "55020", "57400", "21.4", "floor"} {
				if strings.Contains(body, secret) {
					g.Errorf("%s tells %s: %s", path, secret, body)
				}
			}
			if path == "assessment/evidence" && body != without {
				g.Errorf("what it costs changes what he reads:\n%s\n%s", without, body)
			}
		}
		if p := told(g.evidence("rep"), Earning); p.State != isHidden || p.Rating != nil || p.Gap != nil || p.Value.Known() || len(p.Parts) > 0 {
			g.Errorf("%+v", p)
		}
	})
}

// Few closed deals are a count and no rate.
func TestFewCasesAreACount(t *testing.T) {
	each(t, func(g *ground) {
		closed := func(state string, n int) {
			for range n {
				id := kernel.NewID()
				g.Exec(`INSERT INTO opportunities (id, row_id, account_id, code, name, owner_name, source, process, stage, state, opened_on, entered_on, closed_on, slips,
					currency, category, reason, outcome, lesson, purchase, product, next_step, made_on, version)
					VALUES (?, ?, ?, ?, '旧单', '', '', 'full', 'plan', ?, '2025-01-01', '2025-01-01', '2025-06-01', 0, '', 'pipeline', '', '', '', '', '齿轮箱', '', '2025-01-01', 1)`,
					id, g.mine, g.mine, id.String(), state)
			}
		}
		if p := told(g.evidence("rep"), Customer); p.State != isUnknown || p.Of != 0 {
			g.Errorf("of none: %+v", p)
		}
		closed(opportunity.Won, 3)
		closed(opportunity.Lost, 1)
		if p := told(g.evidence("rep"), Customer); p.State != isFew || p.Won != 3 || p.Of != 4 || p.Value.Known() || p.Rating != nil {
			g.Errorf("of four: %+v", p)
		}
		closed(opportunity.Lost, 1)
		if p := told(g.evidence("rep"), Goods); p.State != isKnown || p.Value != 0.6 || *p.Rating != 4 || !(p.Low < 0.6 && p.High > 0.6) || p.Question != qualification.Fit {
			g.Errorf("of five: %+v", p)
		}
		if e := g.evidence("rep"); e.Scope != "own" || told(e, Versus).Name != "砺衡传动" {
			g.Errorf("%s %+v", e.Scope, told(e, Versus))
		}
	})
}

func TestWhatBiddingTakes(t *testing.T) {
	each(t, func(g *ground) {
		less := int64(-1)
		hours := func(user kernel.ID, n int64) Bid {
			return Bid{Deal: g.deal, People: []Needed{{User: user, Hours: kernel.Micro(n * 1_000_000)}}}
		}
		tests := map[string]struct {
			bid Bid
			key string
		}{
			"less than nothing":       {Bid{Deal: g.deal, Spend: &less}, "assessment.bad_spend"},
			"no hours":                {hours(g.User("rep").ID, 0), "assessment.bad_hours"},
			"somebody who is not one": {hours(g.deal, 8), "assessment.nobody"},
			"over a later version":    {Bid{Deal: g.deal, Version: 4}, "db.stale"},
		}
		for name, tt := range tests {
			_, err := g.Plan(g.As("rep"), tt.bid)
			g.refuses(name, err, tt.key)
		}
		_, err := g.Plan(g.As("other"), hours(g.User("rep").ID, 8))
		g.refuses("somebody else's deal", err, "db.missing")
		b, err := g.Plan(g.As("rep"), hours(g.User("rep").ID, 60))
		g.must(err)
		p := told(g.evidence("rep"), Hours)
		if b.Version != 1 || p.Question != qualification.Effort {
			g.Errorf("%+v %+v", b, p)
		}
	})
}

// The list that leaves says the two blanks differently.
func TestASheetThatLeaves(t *testing.T) {
	each(t, func(g *ground) {
		g.judge(kernel.ID{}, false, sheet(real, [5]int{3, 4, unknown, 3, open}, win, worth))
		_, rows, err := g.Rows(g.As("rep"), g.deal, qualification.Four, Say{Key: func(key string) string { return key }})
		g.must(err)
		said := map[any]any{}
		for row := range rows {
			said[row[2]] = row[3]
		}
		if len(said) != 20 || said["assessment.c_need"] != 4 || said["assessment.c_effort"] != "assessment.unknown" || said["assessment.c_value"] != "assessment.unanswered" {
			g.Errorf("%v", said)
		}
	})
}

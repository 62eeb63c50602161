package credit

import (
	"slices"
	"strings"
	"testing"

	"erba/feature/assessment"
	"erba/feature/opportunity"
	"erba/kernel"
)

// The data beside a deal says what its account may still owe, and how late it pays, to
// who may read that; to a rep it says the light, and is the same whatever is behind it.
func TestADealIsToldWhatItsAccountMayOwe(t *testing.T) {
	each(t, func(g *ground) {
		g.Grant("rep", "receivable:read", "")
		g.Grant("rep", "opportunity:write", "O")
		amount := int64(40_000_00)
		d, err := opportunity.New(g.Kit).Open(g.As("rep"), opportunity.Deal{Account: g.mine, Code: "O1", Name: "齿轮箱", Amount: &amount, Product: "齿轮箱", Expected: kernel.Today().Add(90)})
		g.must(err)
		told := func(role, kind string) assessment.Proof {
			e, err := assessment.New(g.Kit).Evidence(g.As(role), d.ID)
			g.must(err)
			return e.Rows[slices.IndexFunc(e.Rows, func(p assessment.Proof) bool { return p.Kind == kind })]
		}
		if p := told("director", assessment.Credit); p.Value.Known() || len(p.Parts) > 0 || p.Light != "ask" {
			g.Errorf("nobody has decided a limit: %+v", p)
		}
		g.limits(g.mine, Own, 100_000, kernel.Date{})
		g.owes(g.mine, kernel.On(2026, 1, 5), 20_000)
		g.owes(g.mine, kernel.On(2026, 5, 20), -20_000)
		g.owes(g.mine, kernel.On(2026, 5, 25), 40_000)
		page := func() string {
			return g.Do("rep", "GET", "/api/opportunities/"+d.ID.String()+"/assessment/evidence", "").Body.String()
		}
		before := page()
		if p := told("director", assessment.Credit); p.Value != 1.5 || p.Parts[0].Value != 60_000_00 || *p.Rating != 4 {
			g.Errorf("60,000 are left for an order of 40,000: %+v", p)
		}
		// the bill of January was due within February and paid on 20 May
		if p := told("director", assessment.Paying); p.Value != 81 || p.Parts[0].Value != 1 {
			g.Errorf("%+v", p)
		}
		if p := told("rep", assessment.Credit); p.Light != "ok" || p.Value.Known() || p.Rating != nil || len(p.Parts) > 0 {
			g.Errorf("a rep is told %+v", p)
		}
		if p := told("rep", assessment.Paying); p.State != "hidden" || p.Value.Known() || p.Rating != nil {
			g.Errorf("a rep is told %+v", p)
		}
		g.owes(g.mine, kernel.On(2026, 5, 26), 5_000)
		if after := page(); after != before || strings.Contains(after, "headroom") {
			g.Errorf("what it owes changes what a rep reads:\n%s\n%s", before, after)
		}
	})
}

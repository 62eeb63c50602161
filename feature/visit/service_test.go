package visit

import (
	"errors"
	"testing"

	"erba/kernel"
)

func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return ""
}

func TestM58AVisitGoesThroughItsStates(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july, 840)
		g.ok(err)
		if v.State != IsPlanned || v.Name != "客户01" || v.Tier != "MAJOR" || len(v.Theirs) != 1 || v.Theirs[0].Name != "严叙" || len(v.Ours) != 1 {
			g.Errorf("%+v", v)
		}
		if _, err := g.Evaluate(rep, v.ID, v.Version, Verdict{}); key(err) != "visit.not_executed" {
			g.Errorf("evaluated before it took place: %v", err)
		}
		v, err = g.Service.Book(rep, v.ID, v.Version)
		g.ok(err)
		if v.State != IsBooked || v.Prepared.Done != 1 {
			g.Errorf("%+v", v.Prepared)
		}
		if _, err := g.Execute(rep, v.ID, v.Version, Report{}); key(err) != "visit.no_result" {
			g.Errorf("without a result: %v", err)
		}
		v, err = g.Execute(rep, v.ID, v.Version, Report{Result: "客户同意试装"})
		g.ok(err)
		if v.State != IsExecuted || v.Executed != july || v.JudgeBy != kernel.On(2026, 7, 6) || !v.Bare {
			g.Errorf("%+v", v.Visit)
		}
		four := int64(4)
		if _, err := g.Evaluate(rep, v.ID, v.Version, Verdict{Rating: &four, Text: "有进展"}); key(err) != "visit.replan_unanswered" {
			g.Errorf("the plan was not asked about: %v", err)
		}
		yes := true
		v, err = g.Evaluate(rep, v.ID, v.Version, Verdict{&four, "有进展", &yes})
		g.ok(err)
		v, err = g.Close(rep, v.ID, v.Version)
		g.ok(err)
		if v.State != IsClosed || *v.Rating != 4 || !*v.Replan {
			g.Errorf("%+v", v.Visit)
		}
		if _, err := g.Cancel(rep, v.ID, v.Version, "客户没空"); key(err) != "visit.not_ahead" {
			g.Errorf("cancelled after its end: %v", err)
		}
	})
}

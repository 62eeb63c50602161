package urgency

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Explain says why a thing stands where it does: its amount, how likely that is
// lost, what that makes, how much time is left, and when that would be another group.
func (c Config) Explain(t Thing, s Setting, today kernel.Date) why.Explanation {
	group := c.Group(t, s, today)
	e := why.Explanation{Model: "R02", Result: "urgency.group_" + group, Rule: "urgency.rule_" + group, Cuts: []why.Figure{}, Changes: []why.Change{}}
	loss := t.Loss()
	e.Inputs = append(e.Inputs, figure("urgency.amount", why.Amount, float64(t.Amount), t.Amount.Known()),
		figure("urgency.chance", why.Share, float64(t.Chance), t.Chance.Known()), figure("urgency.loss", why.Amount, float64(loss), loss.Known()))
	if t.Due.IsZero() {
		e.Inputs, e.Rule = append(e.Inputs, why.Unknown("urgency.left", why.Days)), "urgency.rule_no_day"
		return e
	}
	left := t.Due.Days(today)
	e.Inputs = append(e.Inputs, why.Known("urgency.left", why.Days, left))
	if s.Now == Never {
		e.Rule = "urgency.rule_never"
		return e
	}
	e.Cuts = append(e.Cuts, why.Known("urgency.left", why.Days, max(c.Week, s.Now)), why.Known("urgency.left", why.Days, s.Now))
	if group == Wait {
		e.Changes = append(e.Changes, why.Instead("urgency.left", why.Days, left, max(c.Week, s.Now), "urgency.group_"+next(c, s)))
	}
	if group == Week {
		e.Changes = append(e.Changes, why.Instead("urgency.left", why.Days, left, s.Now, "urgency.group_"+Now))
	}
	return e
}

// next is the group above that which can wait.
func next(c Config, s Setting) string {
	if s.Now >= c.Week {
		return Now
	}
	return Week
}

func figure(key string, unit why.Unit, value float64, known bool) why.Figure {
	if !known {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, value)
}

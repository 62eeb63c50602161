package development

import (
	"strconv"

	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/analysis/why"
)

// Key is the text key of a stage.
func Key(stage int) string { return "development.stage_" + strconv.Itoa(stage) }

// Explain says why a relationship stands on its stage, what the gates ask for, and
// which single step would lead on.
func (c *Config) Explain(s *State) why.Explanation {
	stage := c.Stage(s)
	e := why.Explanation{Model: "M07", Result: Key(stage), Rule: c.rule(stage, s), Inputs: []why.Figure{}, Cuts: []why.Figure{}, Changes: []why.Change{}}
	seen := map[string]bool{}
	gates := c.Gates(s)
	for _, g := range gates[1:] {
		for _, one := range g.Conditions {
			if !seen[one.Key] {
				seen[one.Key] = true
				e.Inputs = append(e.Inputs, why.Figure{Key: one.Key, Unit: one.Unit, Value: one.known(), Known: one.Have.Known()})
			}
		}
	}
	for i := len(gates) - 1; i > 0; i-- {
		for _, one := range gates[i].Conditions {
			e.Cuts = append(e.Cuts, why.Known(one.Key, one.Unit, one.Need))
		}
	}
	if missing := c.Missing(s); len(missing) == 1 && missing[0].Met == checklist.No {
		one := missing[0]
		e.Changes = append(e.Changes, why.Instead(one.Key, one.Unit, one.known(), one.Need, c.after(*s, one)))
	}
	e.Sort()
	return e
}

// rule is what decided: all gates, or the first that is not passed.
func (c *Config) rule(stage int, s *State) string {
	switch {
	case stage == Integrated:
		return "development.rule_all"
	case stage == Basic && !s.Share.Known():
		return "development.rule_no_wallet"
	}
	return "development.rule_gate_" + strconv.Itoa(stage+1)
}

// after is the text key of the stage on which a condition would put a state, if it held.
func (c *Config) after(s State, one Condition) string {
	switch one.Key {
	case "development.orders":
		s.Orders = int(one.Need)
	case "development.managed":
		s.Managed = true
	case "development.share":
		s.Share = null.Number(one.Need)
	case "development.levels":
		s.Levels = int(one.Need)
	case "development.departments":
		s.Departments = int(one.Need)
	case "development.teams":
		s.Teams = int(one.Need)
	case "development.transparent":
		s.Transparent = true
	}
	return Key(c.Stage(&s))
}

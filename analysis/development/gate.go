package development

import (
	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/analysis/why"
)

// Condition is one of those that a gate asks for.
type Condition struct {
	Key  string           `json:"key"  doc:"Text key"`
	Unit why.Unit         `json:"unit"`
	Have null.Number      `json:"have" doc:"null: unknown"`
	Need float64          `json:"need"`
	Met  checklist.Answer `json:"met"  enum:"no,open,yes"`
}

// Gate is what a stage asks for.
type Gate struct {
	Stage      int         `json:"stage"`
	Conditions []Condition `json:"conditions"`
	Met        bool        `json:"met"    doc:"All of its conditions"`
	Passed     bool        `json:"passed" doc:"… and all gates below it"`
}

// Gates are all five, from the bottom.
func (c *Config) Gates(s *State) []Gate {
	gates := []Gate{
		{Stage: Exploratory, Conditions: []Condition{condition("development.listed", why.Answer, 1, 1)}},
		{Stage: Basic, Conditions: []Condition{
			condition("development.orders", why.Orders, null.Of(s.Orders), float64(c.Orders)),
			condition("development.managed", why.Answer, said(s.Managed), 1)}},
		{Stage: Cooperative, Conditions: []Condition{
			condition("development.share", why.Share, s.Share, c.Part),
			condition("development.levels", why.Count, null.Of(s.Levels), float64(c.Levels))}},
		{Stage: Interdependent, Conditions: []Condition{
			condition("development.share", why.Share, s.Share, c.Most),
			condition("development.departments", why.Count, null.Of(s.Departments), float64(c.Departments))}},
		{Stage: Integrated, Conditions: []Condition{
			condition("development.teams", why.Count, null.Of(s.Teams), float64(c.Teams)),
			condition("development.transparent", why.Answer, said(s.Transparent), 1)}},
	}
	below := true
	for i := range gates {
		g := &gates[i]
		g.Met = len(g.Missing()) == 0
		g.Passed = below && g.Met
		below = g.Passed
	}
	return gates
}

// Missing are the conditions that do not hold, or of which nobody knows.
func (g *Gate) Missing() (all []Condition) {
	for _, c := range g.Conditions {
		if c.Met != checklist.Yes {
			all = append(all, c)
		}
	}
	return all
}

// Missing are the conditions that the next stage lacks; none on the highest.
func (c *Config) Missing(s *State) []Condition {
	for _, g := range c.Gates(s) {
		if !g.Passed {
			return g.Missing()
		}
	}
	return nil
}

func condition(key string, unit why.Unit, have null.Number, need float64) Condition {
	return Condition{key, unit, have, need, checklist.Reaches(have, need)}
}

func said(yes bool) null.Number {
	if yes {
		return 1
	}
	return 0
}

// known is what there is, nothing where nobody knows.
func (c Condition) known() float64 {
	if !c.Have.Known() {
		return 0
	}
	return float64(c.Have)
}

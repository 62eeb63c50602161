package loss

import (
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
)

// What becomes of a prospect.
const (
	Incomplete = "incomplete"
	Later      = "later"
	Nurtured   = "nurtured"
	Active     = "active"
)

// Prospect is what a prospect is scored by, each from 0 to 100.
type Prospect struct {
	Fit    null.Number `json:"fit"`
	Need   null.Number `json:"need"`
	Access null.Number `json:"access"`
	Timing null.Number `json:"timing"`
}

func (p Prospect) answers() []null.Number {
	return []null.Number{p.Fit, p.Need, p.Access, p.Timing}
}

// Scored is a prospect with its score.
type Scored struct {
	Score null.Number `json:"score" doc:"0–100; null: too little is known"`
	Class string      `json:"class" enum:"incomplete,later,nurtured,active"`
}

// Score says what becomes of a prospect.
func (c *Config) Score(p Prospect) Scored { return c.scored(c.Card.Rate(p.answers())) }

func (c *Config) scored(r scorecard.Rating) Scored {
	switch {
	case !r.Enough:
		return Scored{null.None, Incomplete}
	case float64(r.Total) >= c.Active:
		return Scored{r.Total, Active}
	case float64(r.Total) >= c.Nurture:
		return Scored{r.Total, Nurtured}
	}
	return Scored{r.Total, Later}
}

// ExplainProspect says what the score of a prospect consists of.
func (c *Config) ExplainProspect(p Prospect) why.Explanation {
	e := c.Card.Explain("M93", "prospect", p.answers(), []float64{c.Active, c.Nurture}, func(r scorecard.Rating) string { return "prospect." + c.scored(r).Class })
	if e.Rule = "prospect.rule_score"; e.Result == "prospect."+Incomplete {
		e.Rule, e.Changes = "prospect.rule_incomplete", []why.Change{}
	}
	return e
}

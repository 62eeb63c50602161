// Package invest decides where to invest (method M12): a matrix of what an
// account could bring, 潜力, and of how strong we ourselves are there, 能力. Not
// how large the customer is: the two are rated by people, five questions each.
//
//	invest    投资        high potential, strong: grow
//	selective 选择性投入  high potential, weak: choose where
//	maintain  维持        low potential, strong: hold
//	harvest   收割        low potential, weak: take what there is, then withdraw
//
// The cut is 50 on both axes, below the middle of a scale from 1 to 5 (60) on
// purpose. Below 30 on both an exit is to be considered.
package invest

import (
	"erba/analysis/cross"
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// Quadrant is a field of the matrix.
type Quadrant cross.Field

// The quadrants. None is an account that is not rated completely enough.
const (
	None      = Quadrant(cross.None)
	Harvest   = Quadrant(cross.LowLow)
	Selective = Quadrant(cross.HighLow)
	Maintain  = Quadrant(cross.LowHigh)
	Invest    = Quadrant(cross.HighHigh)
)

var names = [...]string{"", "harvest", "selective", "maintain", "invest"}

// String is the name of the quadrant in figures and files.
func (q Quadrant) String() string { return names[q] }

// Key is the text key of the quadrant.
func (q Quadrant) Key() string {
	if q == None {
		return "invest.incomplete"
	}
	return "invest." + names[q]
}

// MarshalText puts the quadrant into JSON and CSV.
func (q Quadrant) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// Policy is what a quadrant means for those who work there.
type Policy struct {
	Visits float64 `json:"visits" minimum:"0" maximum:"100" doc:"Times the usual visits"`
	Budget float64 `json:"budget" minimum:"0" maximum:"100" doc:"Times the usual budget"`
}

// Config holds what a company may decide differently.
type Config struct {
	Potential scorecard.Card `json:"potential"`
	Strength  scorecard.Card `json:"strength"`
	Cuts      cross.Cuts     `json:"cuts"      doc:"x: potential, y: strength; 50 each"`
	Exit      float64        `json:"exit"      unit:"score" minimum:"0" maximum:"100" doc:"Below this on both an exit is to be considered: 30"`
	Invest    Policy         `json:"invest"`
	Selective Policy         `json:"selective"`
	Maintain  Policy         `json:"maintain"`
	Harvest   Policy         `json:"harvest"`
}

// Default is our own weights.
func Default() Config {
	return Config{
		Potential: scorecard.Plain("potential", scorecard.Rated("budget", 25), scorecard.Rated("growth", 25),
			scorecard.Rated("reputation", 15), scorecard.Rated("profitability", 20), scorecard.Rated("exclusivity", 15)),
		Strength: scorecard.Plain("strength", scorecard.Rated("range", 20), scorecard.Rated("support", 20),
			scorecard.Rated("price", 20), scorecard.Rated("reliability", 20), scorecard.Rated("people", 20)),
		Cuts: cross.Cuts{X: 50, Y: 50}, Exit: 30,
		Invest: Policy{1.5, 1.5}, Selective: Policy{1.2, 1.0}, Maintain: Policy{1.0, 0.8}, Harvest: Policy{0.5, 0.3},
	}
}

// Check refuses cards that do not sum up or ask for what nobody rates.
func (c Config) Check() error {
	like := Default()
	for _, part := range []struct {
		name string
		err  error
	}{{"potential", c.Potential.Check()}, {"potential", c.Potential.Like(like.Potential)},
		{"strength", c.Strength.Check()}, {"strength", c.Strength.Like(like.Strength)}, {"cuts", c.Cuts.Check()}} {
		if part.err != nil {
			return kernel.Within(part.name, part.err)
		}
	}
	if !(c.Exit >= 0 && c.Exit <= 100) {
		return kernel.Invalid("invest.bad_exit", "exit", c.Exit).In("exit")
	}
	for i, p := range []Policy{c.Invest, c.Selective, c.Maintain, c.Harvest} {
		if !(p.Visits >= 0 && p.Visits <= 100 && p.Budget >= 0 && p.Budget <= 100) {
			return kernel.Invalid("invest.bad_policy").In([...]string{"invest", "selective", "maintain", "harvest"}[i])
		}
	}
	return nil
}

// Policy is that of a quadrant; without one everything stays as usual.
func (c *Config) Policy(q Quadrant) Policy {
	return [...]Policy{{1, 1}, c.Harvest, c.Selective, c.Maintain, c.Invest}[q]
}

// Place is where an account stands in the matrix.
type Place struct {
	Potential null.Number `json:"potential" doc:"0–100; null: too little is rated"`
	Strength  null.Number `json:"strength"  doc:"0–100; null: too little is rated"`
	Quadrant  Quadrant    `json:"quadrant"`
	Exit      bool        `json:"exit"      doc:"Consider to withdraw"`
}

// Scores are the two scores of many accounts; placing them again reuses their memory.
type Scores struct{ Potential, Strength scorecard.Scores }

// PlaceAll finds the places of n accounts by the columns of their ratings, those
// of the potential first, in the order of the cards.
func (c *Config) PlaceAll(ratings [][]null.Number, n int, scores *Scores, into []Place) {
	split := len(c.Potential.Aspects[0].Items)
	c.Potential.Score(ratings[:split], n, &scores.Potential)
	c.Strength.Score(ratings[split:], n, &scores.Strength)
	for row := range into {
		into[row] = c.at(scores.Potential.Judged(row), scores.Strength.Judged(row))
	}
}

// Place finds the place of one account.
func (c *Config) Place(ratings []null.Number) Place {
	split := len(c.Potential.Aspects[0].Items)
	return c.at(judged(c.Potential.Rate(ratings[:split])), judged(c.Strength.Rate(ratings[split:])))
}

func judged(r scorecard.Rating) null.Number {
	if !r.Enough {
		return null.None
	}
	return r.Total
}

func (c *Config) at(potential, strength null.Number) Place {
	return Place{potential, strength, Quadrant(c.Cuts.Of(potential, strength)),
		float64(potential) < c.Exit && float64(strength) < c.Exit}
}

// Explain says which ratings led to the quadrant, and which other rating would
// lead to another one.
func (c *Config) Explain(ratings []null.Number) why.Explanation {
	place, split := c.Place(ratings), len(c.Potential.Aspects[0].Items)
	e := c.Potential.Explain("M12", "invest.potential", ratings[:split], []float64{c.Cuts.X}, func(r scorecard.Rating) string {
		return c.at(judged(r), place.Strength).Quadrant.Key()
	})
	strength := c.Strength.Explain("M12", "invest.strength", ratings[split:], []float64{c.Cuts.Y}, func(r scorecard.Rating) string {
		return c.at(place.Potential, judged(r)).Quadrant.Key()
	})
	e.Inputs, e.Changes = append(e.Inputs, strength.Inputs...), append(e.Changes, strength.Changes...)
	e.Cuts = c.Cuts.Figures("invest.potential.total", "invest.strength.total")
	switch {
	case place.Quadrant == None:
		e.Rule, e.Changes = "invest.rule_incomplete", nil
	case place.Exit:
		e.Rule = "invest.rule_exit"
	default:
		e.Rule = "invest.rule_score"
	}
	e.Sort()
	return e
}

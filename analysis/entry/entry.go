// Package entry decides with whom to begin (method M28): with those who are
// likely to be won, cheap to win and worth it, which are the middling ones
// rather than the largest. Large companies only with a strong network there.
//
//	score = 0.4 · chance to win + 0.3 · (100 − cost) + 0.3 · yield
//	large: 15 points more with a network of 4 or 5, 15 less without
//
// Source: the idea is in the sources, the formula is our own.
package entry

import (
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Card    scorecard.Card `json:"card"`
	Network float64        `json:"network" unit:"score" minimum:"1" maximum:"5" doc:"From this network (of 5) on it is strong: 4"`
	Bonus   float64        `json:"bonus"   unit:"score" minimum:"0" maximum:"100" doc:"Points more or less for a large company: 15"`
}

// Default is 40, 30 and 30, and 15 points.
func Default() Config {
	index := func(name string, weight, floor, target float64) scorecard.Item {
		return scorecard.Item{Name: name, Unit: why.Score, Weight: weight, Floor: floor, Target: target}
	}
	return Config{Card: scorecard.Plain("entry", index("chance", 40, 0, 100), index("cost", 30, 100, 0), index("yield", 30, 0, 100)),
		Network: 4, Bonus: 15}
}

// Check refuses a card that does not sum up.
func (c Config) Check() error {
	if !(c.Network >= 1 && c.Network <= 5 && c.Bonus >= 0 && c.Bonus <= 100) {
		return kernel.Invalid("entry.bad_config")
	}
	if err := c.Card.Check(); err != nil {
		return err
	}
	return c.Card.Like(Default().Card)
}

// Prospect is what an entry is judged by. Indices are from 0 to 100.
type Prospect struct {
	Chance  null.Number `json:"chance"  doc:"Per cent, to be won"`
	Cost    null.Number `json:"cost"    doc:"Index; 100 is the most expensive"`
	Yield   null.Number `json:"yield"   doc:"Index; 100 is the best"`
	Large   bool        `json:"large"   doc:"Large or huge (M21)"`
	Network null.Number `json:"network" doc:"Our network there, 0–5; only asked of large ones"`
}

func (p Prospect) answers() []null.Number { return []null.Number{p.Chance, p.Cost, p.Yield} }

// Score is by what prospects are ranked; None if too little is known, such as
// the network in a large company.
func (c *Config) Score(p Prospect) null.Number {
	r := c.Card.Rate(p.answers())
	if !r.Enough {
		return null.None
	}
	return r.Total + c.bonus(p)
}

func (c *Config) bonus(p Prospect) null.Number {
	switch {
	case !p.Large:
		return 0
	case !p.Network.Known():
		return null.None
	case float64(p.Network) >= c.Network:
		return null.Number(c.Bonus)
	}
	return -null.Number(c.Bonus)
}

// Explain says what the score consists of. It has no cuts: it ranks.
func (c *Config) Explain(p Prospect) why.Explanation {
	e := c.Card.Explain("M28", "entry", p.answers(), nil, func(scorecard.Rating) string { return "entry.score" })
	e.Rule = "entry.rule_middle"
	if p.Large {
		e.Rule = "entry.rule_large"
		if p.Network.Known() {
			e.Inputs = append(e.Inputs, why.Known("entry.network", why.Score, float64(p.Network)))
		} else {
			e.Inputs = append(e.Inputs, why.Unknown("entry.network", why.Score))
		}
		e.Cuts = []why.Figure{why.Known("entry.network", why.Score, c.Network)}
	}
	if score := c.Score(p); score.Known() {
		e.Inputs = append(e.Inputs, why.Known("entry.score", why.Score, float64(score)))
	} else {
		e.Result, e.Rule = "entry.incomplete", "entry.rule_incomplete"
	}
	return e
}

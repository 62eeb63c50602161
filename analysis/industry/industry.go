// Package industry decides which industries to go for (method M22): seven
// criteria, each rated 1 to 5 by people, give a value from 1 to 5.
//
//	key       重点行业  value ≥ 3.75
//	promising 潜力行业  value ≥ 2.75
//	watched   观察行业  below
//
// Competition and difficulty are rated the other way round: 5 is little
// competition and easy to do, so that more is better everywhere.
package industry

import (
	"erba/analysis/band"
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// Grade is what an industry is to us; a better one is a larger number.
type Grade uint8

// The grades. None is an industry that is not rated completely enough.
const (
	None Grade = iota
	Watched
	Promising
	Key
)

var names = [...]string{"incomplete", "watched", "promising", "key"}

// Name is the word for the grade in data, such as key.
func (g Grade) Name() string { return names[g] }

// Key is the text key of the grade.
func (g Grade) Key() string { return "industry." + names[g] }

// MarshalText puts the grade into JSON and CSV.
func (g Grade) MarshalText() ([]byte, error) { return []byte(names[g]), nil }

// Config holds what a company may decide differently.
type Config struct {
	Card      scorecard.Card `json:"card"`
	Cuts      band.Set       `json:"cuts"      unit:"score" minimum:"0" maximum:"5" doc:"Values from which on an industry is promising, key: 2.75, 3.75"`
	Key       float64        `json:"key"       unit:"share" minimum:"0" maximum:"1" doc:"Share of resources for key industries: 0.60"`
	Promising float64        `json:"promising" unit:"share" minimum:"0" maximum:"1" doc:"… for promising ones: 0.30"`
	Watched   float64        `json:"watched"   unit:"share" minimum:"0" maximum:"1" doc:"… for those watched: 0.10"`
}

// highest is the end of the scale of ratings, and of values.
const highest = 5

// Default is our own weights.
func Default() Config {
	return Config{Card: scorecard.Plain("industry", scorecard.Rated("volume", 20), scorecard.Rated("growth", 20),
		scorecard.Rated("awareness", 10), scorecard.Rated("competition", 15), scorecard.Rated("ease", 10),
		scorecard.Rated("funds", 15), scorecard.Rated("government", 10)),
		Cuts: band.Set{2.75, 3.75}, Key: 0.60, Promising: 0.30, Watched: 0.10}
}

// Check refuses a card that does not sum up and resources that are not all of them.
func (c Config) Check() error {
	for _, err := range []error{c.Card.Check(), c.Card.Like(Default().Card), c.Cuts.Check()} {
		if err != nil {
			return err
		}
	}
	if len(c.Cuts) != 2 || !(c.Cuts[0] > 0 && c.Cuts[1] <= highest) {
		return kernel.Invalid("industry.bad_cuts")
	}
	shares := [...]float64{c.Key, c.Promising, c.Watched}
	if null.Of(shares[0]+shares[1]+shares[2]).Steady() != 1 || min(shares[0], shares[1], shares[2]) < 0 {
		return kernel.Invalid("industry.bad_shares")
	}
	return nil
}

// Rating is what the criteria amount to.
type Rating struct {
	Value null.Number `json:"value" doc:"1–5; null: too little is rated"`
	Grade Grade       `json:"grade"`
}

// Rate rates an industry by its criteria, in the order of the card.
func (c *Config) Rate(criteria []null.Number) Rating { return c.rated(c.Card.Rate(criteria)) }

func (c *Config) rated(r scorecard.Rating) Rating {
	if !r.Enough {
		return Rating{null.None, None}
	}
	value := (r.Total * highest / 100).Steady()
	return Rating{value, Grade(c.Cuts.Of(value))}
}

// Explain says which criteria led to the grade, and which would lead to another.
func (c *Config) Explain(criteria []null.Number) why.Explanation {
	var points []float64
	for _, cut := range c.Cuts {
		points = append(points, cut*100/highest)
	}
	e := c.Card.Explain("M22", "industry", criteria, points, func(r scorecard.Rating) string { return c.rated(r).Grade.Key() })
	if value := c.Rate(criteria).Value; value.Known() {
		e.Inputs = append(e.Inputs, why.Known("industry.value", why.Score, float64(value)))
	}
	e.Cuts = c.Cuts.Cuts("industry.value", why.Score)
	return e
}

// Package membership decides which card a key account holds (method M19), a
// platinum, a gold or a silver one: the highest of which two of three criteria
// hold, yearly sales, points of the value scorecard (M14) and years of
// cooperation. Nobody but key accounts holds one, it is valid for a year, and it
// takes nothing away from the basic service of others.
//
// Source: our own; only the names of the cards are in the sources.
package membership

import (
	"erba/analysis/ladder"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Card is the card of a customer; a higher one is a larger number.
type Card uint8

// The cards.
const (
	None Card = iota
	Silver
	Gold
	Platinum
)

var names = [...]string{"none", "silver", "gold", "platinum"}

// Key is the text key of the card.
func (c Card) Key() string { return "membership." + names[c] }

// String is the bare name of the card.
func (c Card) String() string { return names[c] }

// MarshalText puts the card into JSON and CSV.
func (c Card) MarshalText() ([]byte, error) { return []byte(names[c]), nil }

// Level is what a card asks for and what it gives.
type Level struct {
	Sales     float64 `json:"sales"     unit:"amount" minimum:"0" doc:"Yearly, in minor units"`
	Score     float64 `json:"score"     unit:"score" minimum:"0" maximum:"100" doc:"Points of the value scorecard"`
	Years     float64 `json:"years"     unit:"count" minimum:"0" doc:"Of cooperation"`
	Response  int     `json:"response"  unit:"count" minimum:"0" doc:"Hours until an answer"`
	Dedicated bool    `json:"dedicated" doc:"A manager of its own"`
	Credit    float64 `json:"credit"    minimum:"1" doc:"Factor of the credit limit: a card never lowers it"`
	Events    int     `json:"events"    unit:"count" minimum:"0" doc:"Invitations a year"`
	Seats     int     `json:"seats"     unit:"count" minimum:"0" doc:"Seats in trainings a year"`
}

// Config holds what a company may decide differently.
type Config struct {
	Platinum Level `json:"platinum"`
	Gold     Level `json:"gold"`
	Silver   Level `json:"silver"`
	Need     int   `json:"need"     unit:"count" minimum:"1" maximum:"3" doc:"So many of the three criteria must hold: 2"`
	Months   int   `json:"months"   unit:"months" minimum:"1" maximum:"60" doc:"A card is valid for: 12"`
}

// Default is our own criteria and entitlements.
func Default() Config {
	return Config{
		Platinum: Level{5_000_000_00, 85, 5, 2, true, 1.3, 6, 10},
		Gold:     Level{2_000_000_00, 75, 3, 4, true, 1.15, 4, 5},
		Silver:   Level{500_000_00, 65, 1, 8, false, 1, 2, 2},
		Need:     2, Months: 12}
}

// Check refuses cards of which a higher one asks for less.
func (c Config) Check() error {
	if c.Need < 1 || c.Need > 3 || c.Months < 1 || c.Months > 60 {
		return kernel.Invalid("membership.bad_config")
	}
	below := Level{}
	for _, l := range []Level{c.Silver, c.Gold, c.Platinum} {
		if !(l.Sales >= below.Sales && l.Score >= below.Score && l.Years >= below.Years && l.Credit >= 1) || l.Response < 0 || l.Events < 0 || l.Seats < 0 {
			return kernel.Invalid("membership.bad_level")
		}
		below = l
	}
	return nil
}

// Customer is what a card is given by.
type Customer struct {
	Key   bool        `json:"key"   doc:"PYR.A or B, or a tier MAJOR or NAMED"`
	Sales null.Number `json:"sales" doc:"Of twelve months, in minor units"`
	Score null.Number `json:"score" doc:"Points of the value scorecard"`
	Years null.Number `json:"years" doc:"Of cooperation"`
}

func (c Customer) have() []null.Number { return []null.Number{c.Sales, c.Score, c.Years} }

func (c *Config) levels() [][]float64 {
	return [][]float64{c.Platinum.required(), c.Gold.required(), c.Silver.required()}
}

func (l *Level) required() []float64 { return []float64{l.Sales, l.Score, l.Years} }

// Of is the card of a customer. Open says that an answer which nobody has given
// could still lead to a higher one.
func (c *Config) Of(customer Customer) (card Card, open bool) {
	if !customer.Key {
		return None, false
	}
	place, open := ladder.Highest(c.levels(), c.Need, customer.have())
	return Platinum - Card(place), open
}

// Until is the last day of a card that is given on a day.
func (c *Config) Until(given kernel.Date) kernel.Date { return given.AddMonths(c.Months).Add(-1) }

// Explain says which criteria led to the card, and which would lead to another.
func (c *Config) Explain(customer Customer) why.Explanation {
	card, open := c.Of(customer)
	e := why.Explanation{Model: "M19", Result: card.Key(), Rule: "membership.rule_criteria"}
	switch {
	case !customer.Key:
		e.Rule = "membership.rule_no_key_account"
	case open:
		e.Rule = "membership.rule_open"
	}
	for i, unit := range criteria {
		have := customer.have()[i]
		if have.Known() {
			e.Inputs = append(e.Inputs, why.Known(unit.key, unit.unit, float64(have)))
		} else {
			e.Inputs = append(e.Inputs, why.Unknown(unit.key, unit.unit))
		}
		for _, level := range c.levels() {
			e.Cuts = append(e.Cuts, why.Known(unit.key, unit.unit, level[i]))
			c.try(&e, customer, i, level[i])
			c.try(&e, customer, i, level[i]-1)
		}
	}
	e.Sort()
	return e
}

var criteria = [...]struct {
	key  string
	unit why.Unit
}{{"membership.sales", why.Amount}, {"membership.score", why.Score}, {"membership.years", why.Count}}

// try keeps another value of a criterion if it leads to another card.
func (c *Config) try(e *why.Explanation, customer Customer, criterion int, to float64) {
	of := [...]*null.Number{&customer.Sales, &customer.Score, &customer.Years}[criterion]
	from := *of
	if !from.Known() || to < 0 {
		return
	}
	*of = null.Number(to)
	if card, _ := c.Of(customer); card.Key() != e.Result {
		e.Changes = append(e.Changes, why.Instead(criteria[criterion].key, criteria[criterion].unit, float64(from), to, card.Key()))
	}
}

// Package value decides what a customer is worth by the customer value scorecard
// (method M14): actual value, which is finance and sales, and potential value,
// which is the customer and the service, weighted 30, 30, 20 and 20. From 85
// points on a customer is PYR.A, from 70 PYR.B, from 50 PYR.C, else PYR.D; with
// less than 60 % of the indicators known there is no class.
package value

import (
	"erba/analysis/band"
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// The indicators, in the order of the card.
const (
	Margin = iota
	Contribution
	Payment
	Sales
	Growth
	Coverage
	Standing
	Room
	Influence
	Satisfaction
	Loyalty
	ServiceCost
	Indicators // how many there are
)

// The aspects, in the order of the card.
const (
	Finance = iota
	Selling
	Customer
	Service
)

// Config holds what a company may decide differently.
type Config struct {
	Card scorecard.Card `json:"card"`
	Cuts band.Set       `json:"cuts" unit:"score" minimum:"0" maximum:"100" doc:"Points from which on a customer is C, B, A: 50, 70, 85"`
}

// Default is the table of our own completion.
func Default() Config {
	return Config{Cuts: band.Set{50, 70, 85}, Card: scorecard.Card{Least: scorecard.Enough, Aspects: []scorecard.Aspect{
		{Name: "finance", Weight: 30, Items: []scorecard.Item{
			{Name: "margin", Unit: why.Share, Weight: 40, Floor: 0, Target: 0.30},
			{Name: "contribution", Unit: why.Amount, Weight: 40, Floor: 0, Target: 1_000_000_00},
			{Name: "payment", Unit: why.Share, Weight: 20, Floor: 0.60, Target: 1}}},
		{Name: "selling", Weight: 30, Items: []scorecard.Item{
			{Name: "sales", Unit: why.Amount, Weight: 50, Floor: 0, Target: 5_000_000_00},
			{Name: "growth", Unit: why.Share, Weight: 25, Floor: -0.10, Target: 0.20},
			{Name: "coverage", Unit: why.Share, Weight: 25, Floor: 0, Target: 1}}},
		{Name: "customer", Weight: 20, Items: []scorecard.Item{
			{Name: "standing", Unit: why.Score, Weight: 40, Floor: 1, Target: 5},
			{Name: "room", Unit: why.Share, Weight: 30, Floor: 0, Target: 0.80},
			{Name: "influence", Unit: why.Score, Weight: 30, Floor: 1, Target: 5}}},
		{Name: "service", Weight: 20, Items: []scorecard.Item{
			{Name: "satisfaction", Unit: why.Share, Weight: 40, Floor: 0.60, Target: 0.95},
			{Name: "loyalty", Unit: why.Score, Weight: 30, Floor: 1, Target: 5},
			{Name: "service_cost", Unit: why.Share, Weight: 30, Floor: 0.15, Target: 0.02}}},
	}}}
}

// Check refuses a card that does not sum up or asks for what nobody knows, and
// cuts that do not rise.
func (c Config) Check() error {
	if err := c.Card.Check(); err != nil {
		return kernel.Within("card", err)
	}
	if err := c.Card.Like(Default().Card); err != nil {
		return kernel.Within("card", err)
	}
	if len(c.Cuts) != 3 || !(c.Cuts[0] > 0 && c.Cuts[2] <= 100) {
		return kernel.Invalid("value.bad_cuts").In("cuts")
	}
	return kernel.Within("cuts", c.Cuts.Check())
}

// Columns are the answers of all customers, one column for each indicator; nil
// where the company knows nothing of the kind.
type Columns [Indicators][]null.Number

// Possible reports whether the indicators that anybody answers at all weigh
// enough for a class.
func (c *Config) Possible(answered [Indicators]bool) bool {
	weight, i := 0.0, 0
	for _, aspect := range c.Card.Aspects {
		for _, item := range aspect.Items {
			if answered[i] {
				weight += aspect.Weight * item.Weight
			}
			i++
		}
	}
	return null.Of(weight/(100*100)).Steady() >= null.Of(c.Card.Least)
}

// Row are the answers of one customer.
func (c *Columns) Row(row int) (answers []null.Number) {
	for _, column := range c {
		if column == nil {
			answers = append(answers, null.None)
		} else {
			answers = append(answers, column[row])
		}
	}
	return answers
}

// Score fills the card in for n customers.
func (c *Config) Score(columns *Columns, n int, into *scorecard.Scores) {
	c.Card.Score(columns[:], n, into)
}

// Classes puts the classes of scores into a column as long as they are.
func (c *Config) Classes(scores *scorecard.Scores, into []grade.Class) {
	for row := range into {
		into[row] = grade.Of(c.Cuts, scores.Judged(row))
	}
}

// Class is the class of a card that is filled in.
func (c *Config) Class(r scorecard.Rating) grade.Class {
	if !r.Enough {
		return grade.None
	}
	return grade.Of(c.Cuts, r.Total)
}

// Explain says which indicators led to the class, and which of them would lead to another.
func (c *Config) Explain(answers []null.Number) why.Explanation {
	e := c.Card.Explain("M14", "value", answers, c.Cuts, func(r scorecard.Rating) string { return c.Class(r).Key() })
	e.Cuts = c.Cuts.Cuts("value.total", why.Score)
	return e
}

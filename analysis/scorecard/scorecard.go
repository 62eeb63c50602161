// Package scorecard decides what many answers of different weight amount to: a
// score from 0 to 100, how much of it is answered, and whether that is enough to
// judge by. It knows no method; each method brings its card.
//
//	item   = clamp((answer − floor) / (target − floor), 0, 1) · 100
//	aspect = Σ weight·item / Σ weight, over the answered items
//	total  = Σ weight·aspect / Σ weight, over the aspects that have an answer
//	completeness = Σ weight of the answered items / Σ weight of all
//
// A target below its floor turns the scale: less is better. A rating from 1 to 5
// has the floor 0 and the target 5, so the least rating scores 20. What is not
// answered stands in neither sum; below 60 % completeness there is a score but
// no class: 资料不足.
package scorecard

import (
	"strconv"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Item is one question of a card.
type Item struct {
	Name   string   `json:"name"`
	Unit   why.Unit `json:"unit"   doc:"amount, share, days, orders, rank, score or count"`
	Weight float64  `json:"weight" unit:"weight" minimum:"0" maximum:"100" doc:"Per cent of its aspect"`
	Floor  float64  `json:"floor"  doc:"This answer, or a worse one, scores 0"`
	Target float64  `json:"target" doc:"This answer, or a better one, scores 100; below the floor: less is better"`
}

// Rated is an item that people rate from 1 to 5.
func Rated(name string, weight float64) Item {
	return Item{Name: name, Unit: why.Score, Weight: weight, Target: 5}
}

// Aspect is a group of items that has a weight together.
type Aspect struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight" unit:"weight" minimum:"0" maximum:"100" doc:"Per cent of the card"`
	Items  []Item  `json:"items"`
}

// Card is the questions, their weights, and how many must be answered.
type Card struct {
	Aspects []Aspect `json:"aspects"`
	Least   float64  `json:"least" unit:"share" minimum:"0" maximum:"1" doc:"Completeness from which on there is a class: 0.60"`
}

// Enough is the completeness from which on there is a class, unless told otherwise.
const Enough = 0.60

// Plain is a card of a single aspect.
func Plain(name string, items ...Item) Card {
	return Card{Aspects: []Aspect{{Name: name, Weight: 100, Items: items}}, Least: Enough}
}

// Check refuses weights that do not sum to 100, scales without a span and names
// that occur twice.
func (c Card) Check() error {
	if !(c.Least >= 0 && c.Least <= 1) {
		return kernel.Invalid("scorecard.bad_least", "least", c.Least).In("least")
	}
	total, names := sum{of: "card"}, map[string]bool{}
	for i, a := range c.Aspects {
		here := "aspects." + strconv.Itoa(i)
		if err := total.add(a.Name, a.Weight); err != nil {
			return kernel.Within(here, err)
		}
		if err := a.check(names); err != nil {
			return kernel.Within(here, err)
		}
	}
	return kernel.Within("aspects", total.whole())
}

func (a Aspect) check(names map[string]bool) error {
	total := sum{of: a.Name}
	for i, item := range a.Items {
		here := "items." + strconv.Itoa(i)
		if err := total.add(item.Name, item.Weight); err != nil {
			return kernel.Within(here, err)
		}
		if !finite(item.Floor) || !finite(item.Target) || item.Floor == item.Target {
			return kernel.Invalid("scorecard.no_span", "item", item.Name).In(here + ".target")
		}
		if names[item.Name] {
			return kernel.Invalid("scorecard.twice", "item", item.Name).In(here + ".name")
		}
		names[item.Name] = true
	}
	return kernel.Within("items", total.whole())
}

// sum adds up weights.
type sum struct {
	of    string
	total float64
}

func (s *sum) add(name string, weight float64) error {
	if !(weight >= 0 && weight <= 100) {
		return kernel.Invalid("scorecard.bad_weight", "item", name, "weight", weight).In("weight")
	}
	s.total += weight
	return nil
}

func (s *sum) whole() error {
	if null.Of(s.total).Steady() != 100 {
		return kernel.Invalid("scorecard.bad_sum", "of", s.of, "sum", s.total)
	}
	return nil
}

func finite(v float64) bool { return null.Number(v).Known() }

// Like refuses a card that asks other questions than another one: a company may
// weigh them differently, but each has to be answered from somewhere.
func (c Card) Like(other Card) error {
	mine, theirs := c.items(), other.items()
	for i, item := range theirs {
		if i >= len(mine) || mine[i].Name != item.Name || mine[i].Unit != item.Unit || len(mine) != len(theirs) {
			return kernel.Invalid("scorecard.other_items", "item", item.Name).In("aspects")
		}
	}
	return nil
}

func (c *Card) items() (all []Item) {
	for i := range c.Aspects {
		all = append(all, c.Aspects[i].Items...)
	}
	return all
}

// score is what an answer is worth, 0–100; None where there is none.
func (i *Item) score(answer null.Number) null.Number {
	if !answer.Known() {
		return null.None
	}
	return worth(answer, null.Number(i.Floor), 1/null.Number(i.Target-i.Floor))
}

// worth is that of an answer on a scale, given what a step of it is of the whole.
func worth(answer, floor, step null.Number) null.Number {
	switch part := (answer - floor) * step; {
	case part <= 0:
		return 0
	case part >= 1:
		return 100
	default:
		return 100 * part
	}
}

// Rating is a card filled in for one customer.
type Rating struct {
	Total        null.Number   `json:"total"        doc:"0–100; null: nothing is answered"`
	Completeness float64       `json:"completeness" doc:"0–1"`
	Enough       bool          `json:"enough"       doc:"Complete enough for a class"`
	Aspects      []null.Number `json:"aspects"      doc:"0–100, in the order of the card"`
	Items        []null.Number `json:"items"        doc:"0–100, in the order of the card"`
	Missing      []string      `json:"missing"      doc:"Names of the items that are not answered"`
}

// Rate fills the card in: one answer for each item, in their order.
func (c *Card) Rate(answers []null.Number) Rating {
	r := Rating{Missing: []string{}}
	for i, item := range c.items() {
		r.Items = append(r.Items, item.score(answers[i]).Steady())
		if !answers[i].Known() {
			r.Missing = append(r.Missing, item.Name)
		}
	}
	f := c.fill(answers)
	r.Total, r.Completeness, r.Enough = f.total(), float64(f.scores.Completeness[0]), f.scores.Enough(0)
	for _, aspect := range f.scores.Aspects {
		r.Aspects = append(r.Aspects, aspect[0])
	}
	return r
}

// filled is a card with the answers of one customer, which may be tried out.
type filled struct {
	card    *Card
	answers [][]null.Number // one row
	scores  Scores
}

func (c *Card) fill(answers []null.Number) *filled {
	f := &filled{card: c}
	for _, a := range answers {
		f.answers = append(f.answers, []null.Number{a})
	}
	f.total()
	return f
}

func (f *filled) total() null.Number {
	f.card.Score(f.answers, 1, &f.scores)
	return f.scores.Total[0]
}

// with is the total that another answer to an item would give.
func (f *filled) with(i int, answer float64) null.Number {
	was := f.answers[i][0]
	f.answers[i][0] = null.Number(answer)
	total := f.total()
	f.answers[i][0] = was
	return total
}

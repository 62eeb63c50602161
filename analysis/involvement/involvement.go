// Package involvement decides how much of us an account needs (method M09): how
// complex its product is, how complex the work with it, and which stage of the
// relationship (method M07) pays for that.
//
//	product      novelty, customisation, training need
//	involvement  departments that take part, coupled steps of the process, duration
//	each the mean of three ratings from 1 to 5, high from 3 on
//
//	cell 1  both complex               much involvement   stage 4–5
//	cell 2  complex product, simple work    little        stage 3–4
//	cell 3  simple product, complex work    much          stage 4–5
//	cell 4  both simple                     little        stage 2–3
//
// Source: the cells are in S0; the scoring and the stages are our own.
package involvement

import (
	"strconv"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Items are the names of the ratings, those of the product first.
var Items = [...]string{"novelty", "custom", "training", "departments", "steps", "duration"}

// each is how many items make one score.
const each = 3

// Range is the stages that a cell asks for.
type Range struct {
	Low  int `json:"low"  unit:"count" minimum:"1" maximum:"5"`
	High int `json:"high" unit:"count" minimum:"1" maximum:"5"`
}

// Config holds what a company may decide differently.
type Config struct {
	Cut   float64  `json:"cut"   unit:"score" minimum:"1" maximum:"5" doc:"From this mean on a score is high: 3"`
	Cells [4]Range `json:"cells" doc:"Stages that each cell asks for"`
}

// Default is 3, and the stages of the table above.
func Default() Config { return Config{Cut: 3, Cells: [4]Range{{4, 5}, {3, 4}, {4, 5}, {2, 3}}} }

// Check refuses ranges that are none.
func (c Config) Check() error {
	if !(c.Cut >= 1 && c.Cut <= 5) {
		return kernel.Invalid("involvement.bad_cut").In("cut")
	}
	for i, r := range c.Cells {
		if r.Low < 1 || r.High > 5 || r.Low > r.High {
			return kernel.Invalid("involvement.bad_range").In("cells." + strconv.Itoa(i))
		}
	}
	return nil
}

// Result is where an account stands.
type Result struct {
	Product     null.Number `json:"product"     doc:"1–5; null: not rated"`
	Involvement null.Number `json:"involvement" doc:"1–5; null: not rated"`
	Cell        int         `json:"cell"        doc:"1 to 4; 0: too little is rated"`
	Much        bool        `json:"much"        doc:"It takes much involvement"`
	Low         int         `json:"low"         doc:"From this stage …"`
	High        int         `json:"high"        doc:"… to this one it pays"`
}

// Judge places six ratings, those of the product first; a gap leaves no cell.
func (c *Config) Judge(answers []null.Number) Result {
	r := Result{Product: null.None, Involvement: null.None}
	if len(answers) == len(Items) {
		r.Product, r.Involvement = mean(answers[:each]), mean(answers[each:])
	}
	if !r.Product.Known() || !r.Involvement.Known() {
		return r
	}
	r.Much = float64(r.Involvement) >= c.Cut
	if r.Cell = 1; float64(r.Product) < c.Cut {
		r.Cell = 3
	}
	if !r.Much {
		r.Cell++
	}
	r.Low, r.High = c.Cells[r.Cell-1].Low, c.Cells[r.Cell-1].High
	return r
}

func mean(answers []null.Number) (sum null.Number) {
	for _, a := range answers {
		sum += a
	}
	return (sum / null.Number(len(answers))).Steady()
}

// OfDepartments is the rating of how many departments take part.
func OfDepartments(n int) int { return min(max(n, 1), 5) }

// Key is the text key of a cell.
func Key(cell int) string { return "involvement.cell_" + strconv.Itoa(cell) }

// Explain says what the cell consists of, and which single rating, all others
// unchanged, would lead to another one.
func (c *Config) Explain(answers []null.Number) why.Explanation {
	r := c.Judge(answers)
	e := why.Explanation{Model: "M09", Result: Key(r.Cell), Rule: "involvement.rule_means", Inputs: []why.Figure{}, Changes: []why.Change{}, Cuts: []why.Figure{
		why.Known("involvement.product", why.Score, c.Cut), why.Known("involvement.involvement", why.Score, c.Cut)}}
	for i, name := range Items {
		a := null.None
		if i < len(answers) {
			a = answers[i]
		}
		e.Inputs = append(e.Inputs, figure("involvement.at_"+name, a))
	}
	e.Inputs = append(e.Inputs, figure("involvement.product", r.Product), figure("involvement.involvement", r.Involvement))
	if r.Cell == 0 {
		e.Rule = "involvement.rule_incomplete"
		return e
	}
	c.turn(&e, answers, r.Cell)
	e.Sort()
	return e
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}

// turn tries every item at every rating.
func (c *Config) turn(e *why.Explanation, answers []null.Number, cell int) {
	other := append([]null.Number{}, answers...)
	for i, name := range Items {
		for to := null.Number(1); to <= 5; to++ {
			other[i] = to
			if after := c.Judge(other).Cell; after != cell {
				e.Changes = append(e.Changes, why.Instead("involvement.at_"+name, why.Score, float64(answers[i]), float64(to), Key(after)))
			}
		}
		other[i] = answers[i]
	}
}

// Package effort decides whether what is put into a customer is worth what comes
// out of him (method M31). Both are indices from 0 to 100, the value by the 95th
// percentile of the portfolio, capped; the cuts are the medians of the portfolio.
//
//	1 focus    高产出低投入  much for little: extend
//	2 improve  高产出高投入  much for much: keep, and work better
//	3 standard 低产出低投入  little for little: standard service
//	4 reduce   低产出高投入  little for much: reduce or leave
//
// Output is half sales, 30 % profit and 20 % influence; input is hours at a rate,
// expenses and material. What nobody has recorded is not nothing: no field.
package effort

import (
	"erba/analysis/cross"
	"erba/analysis/null"
	"erba/analysis/pareto"
	"erba/analysis/ranking"
	"erba/analysis/scorecard"
	"erba/analysis/why"
	"erba/kernel"
)

// Quadrant is one of the four fields, in the numbering of the method; 0 is none.
type Quadrant uint8

// The fields.
const (
	None Quadrant = iota
	Focus
	Improve
	Standard
	Reduce
)

var names = [...]string{"incomplete", "focus", "improve", "standard", "reduce"}

// Key is the text key of the field.
func (q Quadrant) Key() string { return "effort." + names[q] }

// MarshalText puts the field into JSON and CSV.
func (q Quadrant) MarshalText() ([]byte, error) { return []byte(names[q]), nil }

// numbering is from the fields of two axes, input and output, to ours.
var numbering = [...]Quadrant{cross.None: None, cross.LowLow: Standard, cross.HighLow: Reduce, cross.LowHigh: Focus, cross.HighHigh: Improve}

// Config holds what a company may decide differently.
type Config struct {
	Sales     float64 `json:"sales"     unit:"weight" minimum:"0" maximum:"100" doc:"Weight of the sales index: 50"`
	Profit    float64 `json:"profit"    unit:"weight" minimum:"0" maximum:"100" doc:"Weight of the profit index: 30"`
	Influence float64 `json:"influence" unit:"weight" minimum:"0" maximum:"100" doc:"Weight of the influence index: 20"`
	Top       float64 `json:"top"       unit:"share" minimum:"0" maximum:"1" doc:"This quantile of the portfolio is an index of 100: 0.95"`
	Rate      int64   `json:"rate"           unit:"amount" minimum:"0" doc:"What an hour of sales costs, in minor units: 200 yuan"`
	Service   int64   `json:"rate_service"   unit:"amount" minimum:"0" doc:"… of service: 120 yuan"`
	Technical int64   `json:"rate_technical" unit:"amount" minimum:"0" doc:"… of a technician: 200 yuan"`
	Manager   int64   `json:"rate_manager"   unit:"amount" minimum:"0" doc:"… of a manager: 400 yuan"`
}

// Default is 50, 30 and 20, and the 95th percentile.
func Default() Config {
	return Config{Sales: 50, Profit: 30, Influence: 20, Top: 0.95, Rate: 200_00, Service: 120_00, Technical: 200_00, Manager: 400_00}
}

// Check refuses weights that do not sum to 100.
func (c Config) Check() error {
	if !(c.Top > 0 && c.Top <= 1) || min(c.Rate, c.Service, c.Technical, c.Manager) < 0 {
		return kernel.Invalid("effort.bad_config")
	}
	return c.card(tops{1, 1, 1, 1}).Check()
}

// tops are the values that count as 100.
type tops struct{ sales, profit, influence, cost float64 }

// card is the output of a customer as a scorecard. Where nobody is above zero
// there is no index, so nobody has answered.
func (c *Config) card(t tops) scorecard.Card {
	return scorecard.Plain("output",
		scorecard.Item{Name: "sales", Unit: why.Amount, Weight: c.Sales, Target: t.sales},
		scorecard.Item{Name: "profit", Unit: why.Amount, Weight: c.Profit, Target: t.profit},
		scorecard.Item{Name: "influence", Unit: why.Score, Weight: c.Influence, Target: t.influence})
}

// Columns are the customers: amounts in minor units, influence 1–5, and what
// was put in.
type Columns struct {
	Sales, Profit, Influence, Cost []null.Number
}

// Cost is what was put into a customer: hours at the rate, expenses and material.
func (c *Config) Cost(hours null.Number, expenses, material int64) null.Number {
	return hours*null.Of(c.Rate) + null.Of(expenses+material)
}

// Place is where a customer stands.
type Place struct {
	Output   null.Number `json:"output" doc:"0–100"`
	Input    null.Number `json:"input"  doc:"0–100"`
	ROI      null.Number `json:"roi"    doc:"Gross profit by what was put in; null: nothing was"`
	Quadrant Quadrant    `json:"quadrant"`
}

// Portfolio is what the customers together decide: what counts as 100, and the medians.
type Portfolio struct {
	card scorecard.Card
	top  tops
	Cuts cross.Cuts // x: input, y: output
}

// PlaceAll finds the place of every row.
func (c *Config) PlaceAll(columns Columns, into []Place) Portfolio {
	var s sorter
	p := Portfolio{top: tops{s.quantile(columns.Sales, c.Top), s.quantile(columns.Profit, c.Top), s.quantile(columns.Influence, c.Top), s.quantile(columns.Cost, c.Top)}}
	p.card = c.card(p.top)
	var scores scorecard.Scores
	p.card.Score([][]null.Number{above(p.top.sales, columns.Sales), above(p.top.profit, columns.Profit), above(p.top.influence, columns.Influence)}, len(into), &scores)
	inputs, outputs := make([]null.Number, len(into)), make([]null.Number, len(into))
	for row := range into {
		outputs[row], inputs[row] = scores.Judged(row), index(columns.Cost[row], p.top.cost)
	}
	p.Cuts = cross.Cuts{X: s.quantile(inputs, 0.5), Y: s.quantile(outputs, 0.5)}
	for row := range into {
		into[row] = Place{outputs[row], inputs[row], null.Ratio(columns.Profit[row], columns.Cost[row]),
			numbering[p.Cuts.Of(inputs[row], outputs[row])]}
	}
	return p
}

// above is a column, or nothing where there is no value that counts as 100.
func above(top float64, column []null.Number) []null.Number {
	if top <= 0 {
		return nil
	}
	return column
}

// index is a value by the one that counts as 100, None where there is none.
func index(value null.Number, top float64) null.Number {
	if !value.Known() || top <= 0 {
		return null.None
	}
	return (100 * max(0, min(1, value/null.Number(top)))).Steady()
}

// sorter keeps memory between quantiles.
type sorter struct {
	order  ranking.Sorter
	values []int64
}

// quantile is that of type 7 of the known values, to a thousandth; 0 without any.
func (s *sorter) quantile(column []null.Number, share float64) float64 {
	s.values = s.values[:0]
	for _, v := range column {
		if v.Known() {
			s.values = append(s.values, int64(v*finest))
		}
	}
	if len(s.values) == 0 {
		return 0
	}
	s.order.Ascending(s.values)
	at, rest := pareto.Position(len(s.values), share)
	low := float64(s.values[at])
	if rest > 0 {
		low += rest * float64(s.values[at+1]-s.values[at])
	}
	return float64(null.Number(low / finest).Steady())
}

// finest is how finely values are told apart, so that amounts still fit.
const finest = 1 << 10

// Explain says where a customer lies between the medians of the portfolio.
func (p *Portfolio) Explain(place Place) why.Explanation {
	e := why.Explanation{Model: "M31", Result: place.Quadrant.Key(), Rule: "effort.rule_medians",
		Inputs: []why.Figure{figure("effort.output", why.Score, place.Output), figure("effort.input", why.Score, place.Input), figure("effort.roi", why.Count, place.ROI)},
		Cuts:   p.Cuts.Figures("effort.input", "effort.output")}
	if place.Quadrant == None {
		e.Rule = "effort.rule_incomplete"
		return e
	}
	try := func(key string, from, to, input, output null.Number) {
		if after := numbering[p.Cuts.Of(input, output)]; after != place.Quadrant && to >= 0 {
			e.Changes = append(e.Changes, why.Instead(key, why.Score, float64(from), float64(to), after.Key()))
		}
	}
	for _, step := range []null.Number{0, -0.1} {
		input, output := (null.Number(p.Cuts.X) + step).Steady(), (null.Number(p.Cuts.Y) + step).Steady()
		try("effort.input", place.Input, input, input, place.Output)
		try("effort.output", place.Output, output, place.Input, output)
	}
	e.Sort()
	return e
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

// Worthwhile chooses the customers to concentrate on: of those with the highest
// output a part, and of these who bring at least what is put in.
func Worthwhile(places []Place, part float64) (rows []int32) {
	keys := make([]int64, len(places))
	for row, p := range places {
		if p.Output.Known() {
			keys[row] = int64(p.Output * finest)
		}
	}
	var order ranking.Sorter
	best, _ := order.Positive(keys)
	for _, row := range best[:pareto.Part(int64(len(best)), part)] {
		if places[row].ROI >= 1 {
			rows = append(rows, row)
		}
	}
	return rows
}

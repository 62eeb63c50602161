// Package contribution decides how much a customer contributes to the profit
// (method M26), and by that its value grade:
//
//	contribution = gross profit − direct service − fees, rebates and promotions − credit cost
//	credit cost  = average gross receivable × rate, split into within terms and overdue;
//	               where nobody knows the receivables, what was recorded as credit cost
//
// VAL.A are the largest that hold 70 % of all positive contribution, VAL.B up to
// 90 %, VAL.C the rest and whoever contributes nothing. Known costs are taken
// off; where the gross profit is not known there is no contribution and no grade.
package contribution

import (
	"math"
	"slices"

	"erba/analysis/null"
	"erba/analysis/pareto"
	"erba/analysis/why"
	"erba/kernel"
)

// Grade is VAL.A, VAL.B or VAL.C.
type Grade uint8

// The grades. None is a customer whose gross profit nobody knows.
const (
	None Grade = iota
	A
	B
	C
)

var letters = [...]string{"", "A", "B", "C"}

// String is the bare letter, "" for None.
func (g Grade) String() string { return letters[g] }

// Key is the text key of the grade.
func (g Grade) Key() string {
	if g == None {
		return "contribution.unknown"
	}
	return "contribution." + letters[g]
}

// MarshalText puts the letter into JSON and CSV.
func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Config holds what a company may decide differently.
type Config struct {
	A    float64 `json:"A"    unit:"share" minimum:"0" maximum:"1" doc:"Share of the contribution before a customer up to which he is VAL.A: 0.70"`
	B    float64 `json:"B"    unit:"share" minimum:"0" maximum:"1" doc:"… and VAL.B: 0.90"`
	Rate float64 `json:"rate" unit:"share" minimum:"0" maximum:"1" doc:"Of credit, a year: 0.06"`
}

// Default is 70 %, 90 % and 6 % a year.
func Default() Config { return Config{A: 0.70, B: 0.90, Rate: 0.06} }

// Check refuses shares that do not rise.
func (c Config) Check() error {
	if !(0 < c.A && c.A < c.B && c.B <= 1 && c.Rate >= 0 && c.Rate <= 1) {
		return kernel.Invalid("contribution.bad_config")
	}
	return nil
}

// Costs are what a customer brings and costs in a year, in minor units.
type Costs struct {
	Gross   null.Number `json:"gross"   doc:"Gross profit after invoice discounts"`
	Service null.Number `json:"service" doc:"Direct service"`
	Fees    null.Number `json:"fees"    doc:"Fees, rebates and promotions settled outside the invoice"`
	Within  null.Number `json:"within"  doc:"Average gross receivable within terms"`
	Overdue null.Number `json:"overdue" doc:"… and overdue"`
	Lent    null.Number `json:"lent"    doc:"Credit cost within terms as recorded; it counts where receivables are not known"`
	Late    null.Number `json:"late"    doc:"… and overdue"`
}

// Credit is what receivables cost, within terms and overdue, in whole minor
// units like all other parts, so that the parts sum to the whole exactly. What
// was recorded as such never comes on top.
func (c *Config) Credit(costs Costs) (within, overdue null.Number) {
	if !costs.Within.Known() && !costs.Overdue.Known() {
		return costs.Lent, costs.Late
	}
	whole := func(n null.Number) null.Number {
		return null.Number(math.Round(float64((n * null.Number(c.Rate)).Steady())))
	}
	return whole(costs.Within), whole(costs.Overdue)
}

// Of is the contribution of a customer, None without a gross profit.
func (c *Config) Of(costs Costs) null.Number {
	sum := costs.Gross
	within, overdue := c.Credit(costs)
	for _, cost := range []null.Number{costs.Service, costs.Fees, within, overdue} {
		if cost.Known() {
			sum -= cost
		}
	}
	return sum
}

// Graded are the grades of contributions, and the ranking that they come from.
type Graded struct {
	Grades        []Grade
	contributions []null.Number
	ranking       *pareto.Ranking
}

// Grade gives each contribution its grade.
func (c *Config) Grade(contributions []null.Number) *Graded {
	g := &Graded{make([]Grade, len(contributions)), contributions, rank(contributions)}
	classes := make([]pareto.Class, len(contributions))
	g.ranking.Classify(classes, c.shares())
	for row, class := range classes {
		switch {
		case !contributions[row].Known():
			g.Grades[row] = None
		case class == pareto.None:
			g.Grades[row] = C
		default:
			g.Grades[row] = Grade(class)
		}
	}
	return g
}

func (c *Config) shares() pareto.Config {
	shares := pareto.Default()
	shares.A, shares.B = c.A, c.B
	return shares
}

func rank(contributions []null.Number) *pareto.Ranking {
	amounts := make([]int64, len(contributions))
	for row, v := range contributions {
		if v.Known() {
			amounts[row] = int64(v)
		}
	}
	return new(pareto.Ranking).Rank(amounts)
}

// Explain says what the contribution of a row consists of, and at which other
// one it would have another grade.
func (c *Config) Explain(g *Graded, row int, costs Costs) why.Explanation {
	e := why.Explanation{Model: "M26", Result: g.Grades[row].Key(), Rule: "contribution.rule_unknown"}
	own := g.contributions[row]
	if own.Known() {
		e = c.ranked(g.ranking.Explain(int32(row), c.shares()), g.Grades[row])
		if own <= 0 {
			e.Rule = "contribution.rule_nothing"
		}
	}
	within, overdue := c.Credit(costs)
	for i, n := range []null.Number{costs.Gross, costs.Service, costs.Fees, within, overdue, own} {
		if n.Known() {
			e.Inputs = append(e.Inputs, why.Known(parts[i], why.Amount, float64(n)))
		} else {
			e.Inputs = append(e.Inputs, why.Unknown(parts[i], why.Amount))
		}
	}
	for i, n := range []null.Number{costs.Within, costs.Overdue} {
		if n.Known() {
			e.Inputs = append(e.Inputs, why.Known(owed[i], why.Amount, float64(n)))
		}
	}
	return e
}

var owed = [...]string{"contribution.owed_within", "contribution.owed_overdue"}

var parts = [...]string{"contribution.gross", "contribution.service", "contribution.fees",
	"contribution.credit_within", "contribution.credit_overdue", "contribution.amount"}

// ranked says what the ranking of contributions says in the words of grades.
func (c *Config) ranked(e why.Explanation, grade Grade) why.Explanation {
	e.Model, e.Result, e.Rule = "M26", grade.Key(), "contribution.rule_share"
	e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return f.Key != "abc.share_before" })
	for i := range e.Changes {
		e.Changes[i].Key, e.Changes[i].Result = "contribution.amount", graded[e.Changes[i].Result].Key()
	}
	e.Changes = slices.DeleteFunc(e.Changes, func(change why.Change) bool { return change.Result == e.Result })
	return e
}

// graded is what a class by share is as a grade.
var graded = map[string]Grade{pareto.A.Key(): A, pareto.B.Key(): B, pareto.C.Key(): C}

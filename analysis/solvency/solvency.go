// Package solvency decides how far a customer can be trusted to pay (method M79):
// four scores of 0–100, weighted; five grades; what puts him into the last grade
// whatever he scores; when he is looked at again; and who is watched.
package solvency

import (
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Grade is how far a customer is trusted; empty: nobody has rated him.
type Grade string

// The grades, the best first. C pays cash.
const (
	AAA Grade = "AAA"
	AA  Grade = "AA"
	A   Grade = "A"
	B   Grade = "B"
	C   Grade = "C"
)

// Grades are all of them, the best first.
var Grades = []Grade{AAA, AA, A, B, C}

// Rank is 0 for the best grade; who has none stands below all.
func (g Grade) Rank() int {
	for i, one := range Grades {
		if one == g {
			return i
		}
	}
	return len(Grades)
}

// Weights are what the four scores count, together 1.
type Weights struct {
	Finance    float64 `json:"finance"    unit:"share" minimum:"0" maximum:"1"`
	Reputation float64 `json:"reputation" unit:"share" minimum:"0" maximum:"1"`
	Payment    float64 `json:"payment"    unit:"share" minimum:"0" maximum:"1" doc:"How he has paid us"`
	Other      float64 `json:"other"      unit:"share" minimum:"0" maximum:"1" doc:"Years in business, kind of company"`
}

// Cuts are the scores from which a grade is held.
type Cuts struct {
	AAA float64 `json:"AAA" unit:"score" minimum:"0" maximum:"100"`
	AA  float64 `json:"AA"  unit:"score" minimum:"0" maximum:"100"`
	A   float64 `json:"A"   unit:"score" minimum:"0" maximum:"100"`
	B   float64 `json:"B"   unit:"score" minimum:"0" maximum:"100"`
}

// Reviews are the months after which a grade is looked at again.
type Reviews struct {
	Good int `json:"good" unit:"months" minimum:"1" maximum:"36" doc:"AAA to A: 12"`
	Fair int `json:"fair" unit:"months" minimum:"1" maximum:"36" doc:"B: 6"`
	Poor int `json:"poor" unit:"months" minimum:"1" maximum:"36" doc:"C: 3"`
}

// Config holds what a company may decide differently.
type Config struct {
	Weights Weights `json:"weights"`
	PerDay  float64 `json:"per_day" unit:"score" minimum:"0" maximum:"100" doc:"What a day late costs of the payment record: 2"`
	Most    int     `json:"most"    unit:"days"  minimum:"1" maximum:"365" doc:"More days late count as so many: 50"`
	Cuts    Cuts    `json:"cuts"`
	Hard    int     `json:"hard"    unit:"days"  minimum:"1" maximum:"730" doc:"Overdue for longer than this is C whatever the score: 90"`
	Reviews Reviews `json:"reviews"`
	Fresh   int     `json:"fresh"   unit:"days"  minimum:"30" maximum:"1095" doc:"A judgement is stale after so many days: 365"`
}

// Default is that of the specification.
func Default() Config {
	return Config{Weights{0.30, 0.20, 0.40, 0.10}, 2, 50, Cuts{90, 80, 70, 60}, 90, Reviews{12, 6, 3}, 365}
}

// Check refuses weights that are no whole, and grades that cross.
func (c Config) Check() error {
	w, k := c.Weights, c.Cuts
	sum := null.Of(w.Finance + w.Reputation + w.Payment + w.Other).Steady()
	switch {
	case sum != 1 || min(w.Finance, w.Reputation, w.Payment, w.Other) < 0 || !(w.Payment < 1):
		return kernel.Invalid("solvency.bad_weights").In("weights")
	case !(100 >= k.AAA && k.AAA > k.AA && k.AA > k.A && k.A > k.B && k.B >= 0):
		return kernel.Invalid("solvency.bad_cuts").In("cuts")
	case !(c.PerDay >= 0) || c.Most < 1 || c.Hard < 1 || c.Fresh < 1:
		return kernel.Invalid("solvency.bad_days").In("most")
	case c.Reviews.Good < 1 || c.Reviews.Fair < 1 || c.Reviews.Poor < 1:
		return kernel.Invalid("solvency.bad_reviews").In("reviews")
	}
	return nil
}

// Record is the payment record index, from the days that invoices were paid late on
// average; unknown of one who never had to pay.
func (c Config) Record(late null.Number) null.Number {
	if !late.Known() {
		return null.None
	}
	return max(0, 100-null.Of(c.PerDay)*max(0, min(late, null.Of(c.Most))))
}

// Scores are the four parts, 0–100 each, and what no score makes good.
type Scores struct {
	Finance    null.Number `json:"finance"`
	Reputation null.Number `json:"reputation"`
	Payment    null.Number `json:"payment"`
	Other      null.Number `json:"other"`
	Insolvent  bool        `json:"insolvent"`
	Dishonest  bool        `json:"dishonest" doc:"On the court's list of dishonest debtors"`
	Worst      int         `json:"worst"     doc:"Days that the oldest open invoice is overdue"`
}

// Score is the weighted sum. Of a customer who has never had to pay us the other
// three count, in proportion; without one of those there is no score.
func (c Config) Score(s Scores) null.Number {
	w := c.Weights
	rest := null.Of(w.Finance)*s.Finance + null.Of(w.Reputation)*s.Reputation + null.Of(w.Other)*s.Other
	if !s.Payment.Known() {
		return null.Ratio(rest, null.Of(w.Finance+w.Reputation+w.Other)).Steady()
	}
	return (rest + null.Of(w.Payment)*s.Payment).Steady()
}

// Rated is a score with its grade, and why.
type Rated struct {
	Score null.Number `json:"score"`
	Grade Grade       `json:"grade" enum:",AAA,AA,A,B,C" doc:"Empty: not rated"`
	Rule  string      `json:"rule"  doc:"Text key of the rule that gave it"`
}

// Rate gives a customer his grade.
func (c Config) Rate(s Scores) Rated {
	score := c.Score(s)
	switch {
	case s.Insolvent:
		return Rated{score, C, "solvency.rule_insolvent"}
	case s.Dishonest:
		return Rated{score, C, "solvency.rule_dishonest"}
	case s.Worst > c.Hard:
		return Rated{score, C, "solvency.rule_overdue"}
	case !score.Known():
		return Rated{score, "", "solvency.rule_none"}
	}
	return Rated{score, c.grade(score), "solvency.rule_score"}
}

func (c Config) grade(score null.Number) Grade {
	for _, one := range c.cuts() {
		if score >= null.Of(one.from) {
			return one.grade
		}
	}
	return C
}

type cut struct {
	grade Grade
	from  float64
}

func (c Config) cuts() []cut {
	return []cut{{AAA, c.Cuts.AAA}, {AA, c.Cuts.AA}, {A, c.Cuts.A}, {B, c.Cuts.B}}
}

// Review is when a grade given on a day is looked at again.
func (c Config) Review(g Grade, on kernel.Date) kernel.Date {
	switch g {
	case AAA, AA, A:
		return on.AddMonths(c.Reviews.Good)
	case B:
		return on.AddMonths(c.Reviews.Fair)
	}
	return on.AddMonths(c.Reviews.Poor)
}

// HighRisk reports whether a customer is watched: a poor grade, or a worse one than
// before.
func HighRisk(now, before Grade) bool {
	return now == B || now == C || now != "" && before != "" && now.Rank() > before.Rank()
}

// Explain says how a grade came about, and which score would give another.
func (c Config) Explain(s Scores) why.Explanation {
	r := c.Rate(s)
	e := why.Explanation{Model: "M79", Result: "solvency.grade_" + string(r.Grade), Rule: r.Rule, Changes: []why.Change{}}
	if r.Grade == "" {
		e.Result = "solvency.grade_none"
	}
	for _, one := range []struct {
		key   string
		value null.Number
	}{{"finance", s.Finance}, {"reputation", s.Reputation}, {"payment", s.Payment}, {"other", s.Other}, {"score", r.Score}} {
		e.Inputs = append(e.Inputs, figure("solvency."+one.key, one.value))
	}
	e.Inputs = append(e.Inputs, why.Known("solvency.worst", why.Days, s.Worst))
	for _, one := range c.cuts() {
		e.Cuts = append(e.Cuts, why.Known("solvency.score", why.Score, one.from))
		if r.Score.Known() && r.Rule == "solvency.rule_score" && one.grade != r.Grade {
			e.Changes = append(e.Changes, why.Instead("solvency.score", why.Score, float64(r.Score), one.from, "solvency.grade_"+string(one.grade)))
		}
	}
	e.Cuts = append(e.Cuts, why.Known("solvency.worst", why.Days, c.Hard))
	e.Sort()
	return e
}

func figure(key string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, why.Score)
	}
	return why.Known(key, why.Score, float64(n))
}

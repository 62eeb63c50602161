package credit

import (
	"erba/analysis/credit"
	"erba/analysis/null"
	"erba/analysis/solvency"
	"erba/kernel"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: Limits, Name: "credit", Group: "money", Kind: model.Other, Confidence: model.Medium, Config: credit.Default(),
		Used: []string{"credit.used_sheet", "credit.used_check"},
		Examples: []model.Example{
			model.Worked("credit.example_lowered", january, lowered, adjusted),
			model.Worked("credit.example_raised", steady, raised, adjusted),
			model.Worked("credit.example_check", checks, verdicts, checked),
		}},
	{ID: Ratings, Name: "solvency", Group: "money", Kind: model.Scorecard, Confidence: model.Medium, Config: solvency.Default(),
		Used: []string{"credit.used_sheet", "credit.used_reviews"},
		Examples: []model.Example{
			model.Worked("solvency.example_grade", solvency.Scores{Finance: 80, Reputation: 75, Payment: 90, Other: 70}, solvency.Rated{Score: 82, Grade: solvency.AA, Rule: "solvency.rule_score"}, gradeOf),
			model.Worked("solvency.example_record", late{6}, record{88}, recordOf),
		}},
}

// june is a customer with a limit of 45,000 who asks on 1 June whether it can be
// adjusted: sales of the last three months, and what is overdue.
type june struct {
	Months [3]int64 `json:"months"`
	Late   int64    `json:"late"`
}

// outcome is what is decided.
type outcome struct {
	Formula  int64           `json:"formula"`
	Decision credit.Decision `json:"decision"`
	To       int64           `json:"to"`
}

var (
	january = june{[3]int64{16_000_00, 18_000_00, 20_000_00}, 22_000_00}
	lowered = outcome{36_000_00, credit.Lower, 36_000_00}
	steady  = june{[3]int64{22_000_00, 26_000_00, 28_000_00}, 0}
	raised  = outcome{51_000_00, credit.Raise, 51_000_00}
)

func adjusted(in june) (outcome, error) {
	cfg := credit.Default()
	formula := cfg.Formula(credit.Basis{Months: in.Months[:], Days: 30, Season: credit.Usual, Grade: solvency.A})
	o := cfg.Decide(formula, credit.Facts{On: kernel.On(2026, 6, 1), Current: 45_000_00, Changed: kernel.On(2025, 12, 1), History: 5, Late: in.Late, Grade: solvency.A})
	return outcome{o.Formula, o.Decision, o.To}, nil
}

// order is one that a customer with a limit of 45,000 sends.
type order struct {
	Owed   int64 `json:"owed"`
	Worst  int   `json:"worst"`
	Amount int64 `json:"amount"`
}

type verdict struct {
	Pass   bool  `json:"pass"`
	Excess int64 `json:"excess"`
}

var (
	checks   = []order{{22_000_00, 16, 18_000_00}, {22_000_00, 20, 20_000_00}, {22_000_00, 0, 26_000_00}, {26_000_00, 0, 28_000_00}}
	verdicts = []verdict{{true, 0}, {true, 0}, {false, 3_000_00}, {false, 9_000_00}}
)

func checked(all []order) (out []verdict, _ error) {
	cfg := credit.Default()
	for _, o := range all {
		v := cfg.Judge(credit.Asked{Own: credit.Room{Limited: true, Limit: 45_000_00, Exposure: credit.Exposure{Receivable: o.Owed}}, Worst: o.Worst, Order: o.Amount})
		out = append(out, verdict{v.Pass, v.Excess})
	}
	return out, nil
}

func gradeOf(in solvency.Scores) (solvency.Rated, error) { return solvency.Default().Rate(in), nil }

// late is how many days late invoices were paid on average.
type late struct {
	Days null.Number `json:"days"`
}

// record is the index that it gives.
type record struct {
	Index null.Number `json:"index"`
}

func recordOf(in late) (record, error) { return record{solvency.Default().Record(in.Days)}, nil }

package portfolio

import (
	"erba/analysis/grade"
	"erba/analysis/indicator"
	"erba/analysis/invest"
	"erba/analysis/membership"
	"erba/analysis/null"
	"erba/analysis/value"
)

var indicatorWant = classesOf("AABCCCDDDD")

func indicatorExample(in ledgerInput) (map[string]string, error) {
	cfg, all := indicator.Default(), map[string]string{}
	for _, c := range in.Customers {
		all[c.ID] = cfg.Class(null.Of(c.Sales * inWan)).String()
	}
	return all, nil
}

// ratedInput are ratings from 1 to 5, in the order of the two cards.
type ratedInput struct {
	Potential []null.Number `json:"potential"`
	Strength  []null.Number `json:"strength"`
}

var (
	investInput = ratedInput{[]null.Number{4, 5, 3, 3, 4}, []null.Number{2, 3, 2, 3, 1}}
	investWant  = invest.Place{Potential: 78, Strength: 44, Quadrant: invest.Selective}
)

func investExample(in ratedInput) (invest.Place, error) {
	cfg := invest.Default()
	return cfg.Place(append(append([]null.Number{}, in.Potential...), in.Strength...)), nil
}

// cardAnswers are the answers to the indicators of the value scorecard: amounts in
// minor units, shares from 0 to 1, ratings from 1 to 5.
type cardAnswers struct {
	Margin       null.Number `json:"margin"`
	Contribution null.Number `json:"contribution"`
	Payment      null.Number `json:"payment"`
	Sales        null.Number `json:"sales"`
	Growth       null.Number `json:"growth"`
	Coverage     null.Number `json:"coverage"`
	Standing     null.Number `json:"standing"`
	Room         null.Number `json:"room"`
	Influence    null.Number `json:"influence"`
	Satisfaction null.Number `json:"satisfaction"`
	Loyalty      null.Number `json:"loyalty"`
	ServiceCost  null.Number `json:"service_cost"`
}

type valueResult struct {
	Aspects []null.Number `json:"aspects"`
	Total   null.Number   `json:"total"`
	Class   grade.Class   `json:"class"`
}

// valueAnswers are answers with which the aspects are those of the example.
var (
	valueAnswers = cardAnswers{0.24, 800_000_00, 0.92, 3_500_000_00, 0.11, 0.70, 4, 0.80, 1, 0.8625, 5, 0.02}
	valueWant    = valueResult{[]null.Number{80, 70, 60, 90}, 75, grade.B}
)

func valueExample(in cardAnswers) (valueResult, error) {
	cfg := value.Default()
	r := cfg.Card.Rate([]null.Number{in.Margin, in.Contribution, in.Payment, in.Sales, in.Growth, in.Coverage,
		in.Standing, in.Room, in.Influence, in.Satisfaction, in.Loyalty, in.ServiceCost})
	return valueResult{r.Aspects, r.Total, cfg.Class(r)}, nil
}

// climbInput are the scores of quarters, the oldest first; before Bought so many
// quarters had passed the customer had bought nothing.
type climbInput struct {
	Scores []null.Number `json:"scores"`
	Bought int           `json:"bought_from_quarter"`
}

var (
	gradeInput = []climbInput{{[]null.Number{71, 68, 66, 66}, 0}, {[]null.Number{90, 90}, 1}}
	gradeWant  = [][]grade.Class{{grade.B, grade.B, grade.B, grade.C}, {grade.P, grade.D}}
)

func gradeExample(in []climbInput) (all [][]grade.Class, _ error) {
	cfg := grade.Default()
	for _, c := range in {
		all = append(all, cfg.Climb(value.Default().Cuts, c.Scores, c.Bought))
	}
	return all, nil
}

// cardInput is what a card is given by, sales in yuan.
type cardInput struct {
	Sales int64       `json:"sales"`
	Score null.Number `json:"score"`
	Years null.Number `json:"years"`
}

var (
	memberInput = cardInput{2_600_000, 86, 2}
	memberWant  = membership.Gold
)

func memberExample(in cardInput) (membership.Card, error) {
	cfg := membership.Default()
	card, _ := cfg.Of(membership.Customer{Key: true, Sales: null.Of(in.Sales * yuan), Score: in.Score, Years: in.Years})
	return card, nil
}

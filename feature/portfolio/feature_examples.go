package portfolio

import (
	"fmt"
	"math"

	"erba/analysis/pareto"
	"erba/analysis/rfm"
	"erba/kernel"
)

// inWan is 万元 in minor units, as the specification gives its figures.
const inWan = 10_000_00

// ledgerInput is a small ledger: what each customer bought in the twelve months
// up to a day.
type ledgerInput struct {
	AsOf      kernel.Date     `json:"as_of"`
	Unit      string          `json:"unit"`
	Customers []customerInput `json:"customers"`
}

type customerInput struct {
	ID      string `json:"id"`
	Sales   int64  `json:"sales"`
	Recency int    `json:"recency_days"`
	Orders  int32  `json:"orders"`
}

// td10Input is the test set that the specification shares between methods.
var td10Input = ledgerInput{kernel.On(2026, 6, 30), "万元", []customerInput{
	{"C01", 820, 5, 24}, {"C02", 410, 12, 12}, {"C03", 130, 40, 6}, {"C04", 90, 3, 9}, {"C05", 60, 75, 3},
	{"C06", 40, 200, 2}, {"C07", 25, 20, 4}, {"C08", 15, 120, 1}, {"C09", 6, 300, 1}, {"C10", 4, 364, 1}}}

// evaluated judges the customers as the portfolio judges accounts.
func (in ledgerInput) evaluated() *Evaluated {
	var accounts []Account
	var months []Month
	for _, c := range in.Customers {
		on := in.AsOf.Add(-c.Recency)
		_, _, day := on.Parts()
		a := Account{ID: kernel.NewID(), Code: c.ID, Name: c.ID}
		accounts = append(accounts, a)
		months = append(months, Month{Account: a.ID, Number: numberOf(on), Sales: c.Sales * inWan,
			Orders: c.Orders, Lines: c.Orders, First: uint8(day), Last: uint8(day)})
	}
	columns := (&Columns{}).With(accounts, months)
	columns.Until = in.AsOf
	nobody := (&Judgements{}).beside(columns)
	return evaluate(Ask{}.settled(in.AsOf), Setting{initial, Default()}, columns, nobody, nil, nil)
}

func (in ledgerInput) values() []int64 {
	all := make([]int64, len(in.Customers))
	for i, c := range in.Customers {
		all[i] = c.Sales
	}
	return all
}

// registerWant is M01's example: who is a key account, by which rules.
var registerWant = map[string][]string{"C01": {"REV", "CORE"}, "C02": {"REV", "CORE"}, "C03": {"REV", "CORE"}, "C04": {"REV"}}

func registerExample(in ledgerInput) (map[string][]string, error) {
	e, keys := in.evaluated(), map[string][]string{}
	for row := range int32(e.Len()) {
		if e.key(row) {
			keys[e.Account(row).Code] = e.fired[row].Names()
		}
	}
	return keys, nil
}

// concentratedResult is what M02's example looks at.
type concentratedResult struct {
	N20        int     `json:"n20"`
	Top20Share float64 `json:"top20_share"`
	K80        int     `json:"k80"`
	K80Share   float64 `json:"k80_share"`
	Top1Share  float64 `json:"top1_share"`
	HHI        float64 `json:"hhi"`
	Gini       float64 `json:"gini"`
	Dependent  bool    `json:"dependent"`
}

var paretoWant = concentratedResult{2, 0.76875, 3, 0.85, 0.5125, 0.340470, 0.685125, true}

func paretoExample(in ledgerInput) (concentratedResult, error) {
	r := pareto.Analyse(in.values(), pareto.Default())
	return concentratedResult{r.N20, r.Top20Share, r.K80, r.K80Share, r.Top1Share, six(r.HHI), six(r.Gini), r.Dependent}, nil
}

// six rounds to the six places that the specification gives.
func six(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// rfmResult is the score of a customer and the type it makes.
type rfmResult struct {
	Score int    `json:"score"`
	Type  string `json:"type"`
}

var rfmWant = map[string]rfmResult{
	"C01": {555, "rfm.important_value"}, "C02": {455, "rfm.important_value"}, "C03": {344, "rfm.important_keep"},
	"C04": {544, "rfm.important_value"}, "C05": {333, "rfm.ordinary_win_back"}, "C06": {223, "rfm.ordinary_win_back"},
	"C07": {432, "rfm.ordinary_develop"}, "C08": {212, "rfm.ordinary_win_back"}, "C09": {111, "rfm.ordinary_win_back"},
	"C10": {111, "rfm.ordinary_win_back"}}

func rfmExample(in ledgerInput) (map[string]rfmResult, error) {
	columns, scores := rfm.Columns{Amount: in.values()}, make([]rfm.Score, len(in.Customers))
	for _, c := range in.Customers {
		columns.Recency, columns.Orders = append(columns.Recency, int32(c.Recency)), append(columns.Orders, c.Orders)
	}
	new(rfm.Scorer).Score(columns, rfm.Default(), scores)
	all := map[string]rfmResult{}
	for i, s := range scores {
		all[in.Customers[i].ID] = rfmResult{s.Number(), rfm.Default().TypeOf(s).Key()}
	}
	return all, nil
}

// abcInput is a ledger and the cuts of the classes.
type abcInput struct {
	ledgerInput
	Cuts Cuts `json:"cuts"`
}

var (
	abcWant  = classesOf("AAABBBCCCC")
	abcTight = classesOf("AABCCCCCCC")
)

// classesOf names the customers C01, C02 … after a word of letters.
func classesOf(letters string) map[string]string {
	all := map[string]string{}
	for i, letter := range letters {
		all[fmt.Sprintf("C%02d", i+1)] = string(letter)
	}
	return all
}

func abcExample(in abcInput) (map[string]string, error) {
	all := map[string]string{}
	for i, class := range pareto.ABC(in.values(), in.Cuts.within(pareto.Default())) {
		all[in.Customers[i].ID] = class.String()
	}
	return all, nil
}

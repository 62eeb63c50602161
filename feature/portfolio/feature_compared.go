package portfolio

import (
	"erba/analysis/checklist"
	"erba/analysis/consensus"
	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/fallacy"
	"erba/analysis/null"
)

// agreeIn is what three methods say, and the aspects of the value scorecard.
type agreeIn struct {
	Single    bool        `json:"single"`
	Pyramid   bool        `json:"pyramid"`
	Scorecard bool        `json:"scorecard"`
	Finance   null.Number `json:"finance"`
	Selling   null.Number `json:"selling"`
	Customer  null.Number `json:"customer"`
	Service   null.Number `json:"service"`
}

type agreeOut struct {
	Verdict consensus.Verdict `json:"verdict"`
	Profit  null.Number       `json:"profit"`
	Service null.Number       `json:"service"`
	Health  consensus.Health  `json:"health"`
}

var (
	agreeInput = agreeIn{true, false, true, 80, 70, 60, 90}
	agreeWant  = agreeOut{consensus.Propose, 75, 75, consensus.Model}
)

func agreeExample(in agreeIn) (agreeOut, error) {
	cfg := consensus.Default()
	says := func(yes bool) checklist.Answer {
		if yes {
			return checklist.Yes
		}
		return checklist.No
	}
	keys := cfg.Keys(in.Finance, in.Selling, in.Customer, in.Service)
	verdict := cfg.Verdict(consensus.Methods{Single: says(in.Single), Pyramid: says(in.Pyramid), Scorecard: says(in.Scorecard)})
	return agreeOut{verdict, keys.Profit, keys.Service, keys.Health}, nil
}

// mistakeIn are the sales and margins of key accounts and of all others, and the
// orders of one key account.
type mistakeIn struct {
	KeySales    int64   `json:"key_sales"`
	KeyMargin   int64   `json:"key_margin"`
	OtherSales  int64   `json:"other_sales"`
	OtherMargin int64   `json:"other_margin"`
	Orders      []int64 `json:"orders"`
}

var (
	mistakeInput = mistakeIn{1360, 204, 240, 60, []int64{500, 20}}
	mistakeWant  = map[string]string{fallacy.NoProfit: "fallacy.no_profit_warns", fallacy.BigTicket: "fallacy.big_ticket_warns"}
)

// mistakeExample looks at one key account and one other customer.
func mistakeExample(in mistakeIn) (map[string]string, error) {
	cfg, largest, sum := fallacy.Default(), int64(0), int64(0)
	for _, order := range in.Orders {
		largest, sum = max(largest, order), sum+order
	}
	columns := fallacy.Columns{Key: []bool{true, false}, Proven: []bool{true, true}, Sales: []int64{in.KeySales, in.OtherSales},
		Margin:  []null.Number{null.Of(in.KeyMargin), null.Of(in.OtherMargin)},
		Largest: []null.Number{null.Of(largest), null.None}, Sales24: []int64{sum, in.OtherSales}, Orders: []int32{int32(len(in.Orders)), 0}}
	all := map[string]string{}
	for _, f := range cfg.Examine(&columns) {
		if mistakeWant[f.Detector] != "" {
			all[f.Detector] = f.Key()
		}
	}
	return all, nil
}

// costIn is what a customer brings and costs in a year, in yuan.
type costIn struct {
	Gross      int64 `json:"gross"`
	Service    int64 `json:"service"`
	Fees       int64 `json:"fees"`
	Receivable int64 `json:"receivable"`
}

var (
	costInput = costIn{300_000, 40_000, 50_000, 200_000}
	costWant  = null.Number(198_000)
)

func costExample(in costIn) (null.Number, error) {
	cfg := contribution.Default()
	return cfg.Of(contribution.Costs{Gross: null.Of(in.Gross), Service: null.Of(in.Service), Fees: null.Of(in.Fees),
		Within: null.Of(in.Receivable), Overdue: null.None}), nil
}

// effortIn are the indices of one customer in a portfolio whose best have 100,
// and what another one brought and took.
type effortIn struct {
	Sales     null.Number `json:"sales_index"`
	Profit    null.Number `json:"profit_index"`
	Influence null.Number `json:"influence_index"`
	Gross     null.Number `json:"gross_profit"`
	Cost      null.Number `json:"cost"`
}

type effortOut struct {
	Output null.Number `json:"output"`
	ROI    null.Number `json:"roi"`
}

var (
	effortInput = effortIn{90, 70, 60, 180_000, 60_000}
	effortWant  = effortOut{78, 3}
)

// effortExample sets the customer among twenty of the best, so that what counts
// as 100 is theirs.
func effortExample(in effortIn) (effortOut, error) {
	cfg := effort.Default()
	beside := func(own, others null.Number) []null.Number {
		column := []null.Number{own}
		for range 20 {
			column = append(column, others)
		}
		return column
	}
	places := make([]effort.Place, 21)
	cfg.PlaceAll(effort.Columns{Sales: beside(in.Sales, 100), Profit: beside(in.Profit, 100), Influence: beside(in.Influence, 100),
		Cost: beside(100, 100)}, places)
	alone := make([]effort.Place, 1)
	cfg.PlaceAll(effort.Columns{Sales: []null.Number{1}, Profit: []null.Number{in.Gross}, Influence: []null.Number{1}, Cost: []null.Number{in.Cost}}, alone)
	return effortOut{places[0].Output, alone[0].ROI}, nil
}

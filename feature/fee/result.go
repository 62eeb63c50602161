package fee

import (
	"erba/analysis/fee"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Result is whether what was spent on a customer in some days was covered. It tells
// the margin: it is for those alone who see it.
type Result struct {
	Account  kernel.ID       `json:"account"  row:"account"`
	Code     string          `json:"code"`
	Name     string          `json:"name"`
	Currency string          `json:"currency"`
	From     kernel.Date     `json:"from"`
	Until    kernel.Date     `json:"until"`
	Sales    int64           `json:"sales"`
	Known    bool            `json:"known"    doc:"The margin is known: from the customer's own costs, or the company's setting"`
	Own      bool            `json:"own"      doc:"From his own costs"`
	Share    null.Number     `json:"share"    doc:"Gross margin"`
	Judged   fee.Judgement   `json:"judged"`
	Light    string          `json:"light"    enum:"covered,tight,short,unknown"`
	Why      why.Explanation `json:"why"`
	Types    []Spent         `json:"types"    doc:"Fees by type"`
}

// Spent is what was paid of a type.
type Spent struct {
	Type   string `json:"type"   db:"type"`
	Amount int64  `json:"amount" db:"amount"`
}

// Unknown is the light of whom nobody knows the margin of.
const Unknown = "unknown"

// Rule is how a request stands to what its customer is to earn in the year of fees.
type Rule struct {
	From     kernel.Date     `json:"from"`
	Until    kernel.Date     `json:"until"`
	Sold     int64           `json:"sold"     doc:"So far"`
	Ahead    int64           `json:"ahead"    doc:"Sold in the rest of the year a year before"`
	Added    int64           `json:"added"    doc:"What activities are to add that have not ended"`
	Others   int64           `json:"others"   doc:"What else was granted, is waiting, or was paid"`
	Known    bool            `json:"known"    doc:"The margin is known"`
	Share    null.Number     `json:"share"`
	Planned  fee.Judgement   `json:"planned"  doc:"With this request"`
	Light    string          `json:"light"    enum:"covered,tight,short,unknown"`
	Activity *fee.Gain       `json:"activity" doc:"What the activity adds; null: nobody has said what it is to bring"`
	Passes   bool            `json:"passes"`
	Why      why.Explanation `json:"why"`
}

// passes is the rule: the customer's year and the activity must both be covered. Of
// whom no margin is known nothing is refused: a director decides.
func (r *Rule) judge(c fee.Config, g fee.Ground, q Request) {
	r.Share = null.None
	r.Planned, r.Light, r.Passes = fee.Judge(g, r.Others+q.Amount), Unknown, true
	if !r.Known {
		r.Planned.Most, r.Planned.Even = null.None, nil
		return
	}
	r.Share, r.Light, r.Passes = null.Number(g.Margin.Float()), c.Light(r.Planned), r.Planned.OK
	r.Why = c.Explain(g, r.Others+q.Amount)
	if a, said := q.Activity(g.Margin); said {
		r.Activity = new(a.Gain())
		r.Passes = r.Passes && r.Activity.OK
	}
}

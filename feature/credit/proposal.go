package credit

import (
	"erba/analysis/credit"
	"erba/analysis/why"
	"erba/kernel"
)

// Sold is what a customer bought in a month.
type Sold struct {
	Month kernel.Date `json:"month" doc:"Its first day"`
	Sales int64       `json:"sales"`
}

// Proposal is what the method says of a limit on a day, with the sums it comes from.
type Proposal struct {
	On       kernel.Date     `json:"on"`
	Currency string          `json:"currency"`
	Months   []Sold          `json:"months"   doc:"The last three full months, the earliest first; a young customer has fewer"`
	Mean     int64           `json:"mean"     doc:"Of them, rounded; or the forecast"`
	Forecast bool            `json:"forecast" doc:"There are no three full months yet: a forecast stands for them"`
	Basis    credit.Basis    `json:"basis"`
	Times    float64         `json:"times"    doc:"Term in months and the current one: N/30 + 1"`
	Factor   float64         `json:"factor"   doc:"Of the grade"`
	Strict   bool            `json:"strict"`
	Worst    int             `json:"worst"    doc:"Days that the oldest open invoice is overdue"`
	Late     int64           `json:"late"     doc:"Overdue"`
	Changed  kernel.Date     `json:"changed,omitzero" doc:"When the limit last changed"`
	History  int             `json:"history"  doc:"Full months of sales"`
	Exposure int64           `json:"exposure" doc:"Today"`
	Gap      Gap             `json:"gap"      doc:"What the proposed limit would leave of today's exposure"`
	Outcome  credit.Outcome  `json:"outcome"`
	Why      why.Explanation `json:"why"`
}

// Gap is how a limit would stand to what is owed today.
type Gap struct {
	With    int64       `json:"with"    doc:"Limit as proposed and what is on top, less today's exposure; below zero: it lacks"`
	Without int64       `json:"without" doc:"… once what is on top has ended"`
	Until   kernel.Date `json:"until,omitzero" doc:"The last day on which anything is on top"`
}

// Asking is what a limit is worked out for.
type Asking struct {
	Account  kernel.ID
	On       kernel.Date // zero: today
	Season   float64     // 0: as usual
	Forecast int64       // monthly sales of a new customer; 0: nobody says
}

// full are the full months of sales up to a day, from that of the first sale on.
func full(first, on kernel.Date) int {
	if first.IsZero() || first.Compare(on) > 0 {
		return 0
	}
	fy, fm, _ := first.Parts()
	y, m, _ := on.Parts()
	return max(0, (y-fy)*12+m-fm)
}

// reckon takes up the last full months of sales, three if there are as many; of a
// customer who has fewer a forecast stands for them, if there is one.
func (p *Proposal) reckon(sales map[kernel.Date]int64, forecast int64) {
	n := min(wholeMonths, p.History)
	if n < wholeMonths && forecast > 0 {
		p.Forecast, p.Basis.Months, p.Mean, n = true, []int64{forecast}, forecast, 0
	}
	p.Months = []Sold{}
	for back := n; back >= 1; back-- {
		month := p.On.Month().AddMonths(-back)
		p.Months = append(p.Months, Sold{month, sales[month]})
		p.Basis.Months = append(p.Basis.Months, sales[month])
		p.Mean += sales[month]
	}
	if n > 0 {
		p.Mean /= int64(n)
	}
	y, _, _ := p.On.Parts()
	for m := range 12 {
		p.Basis.Year += sales[kernel.On(y-1, m+1, 1)]
	}
}

// wholeMonths are as many as the mean is taken of.
const wholeMonths = 3

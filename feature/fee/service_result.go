package fee

import (
	"erba/analysis/fee"
	"erba/analysis/null"
	"erba/feature/ledger"
	"erba/kernel"
)

// margin is the gross margin of some days; own: of his own costs.
func margin(days []ledger.Day, c fee.Config) (share kernel.Decimal, own, known bool) {
	var sales, cost int64
	for _, d := range days {
		sales, cost = sales+d.Sales-d.Uncosted, cost+d.Cost
	}
	if sales > 0 && cost != 0 {
		return fee.Of(sales-cost, sales), true, true
	}
	return kernel.Micro(int64(c.Margin * 1e6)), false, c.Margin > 0
}

func sold(days []ledger.Day) (sum int64) {
	for _, d := range days {
		sum += d.Sales
	}
	return sum
}

// tell fills in the figures.
func (r *Result) tell(c fee.Config, days []ledger.Day, fees int64) {
	share, own, known := margin(days, c)
	g := fee.Ground{Sales: sold(days), Margin: share}
	r.Sales, r.Own, r.Known, r.Share, r.Light, r.Types = g.Sales, own, known, null.None, Unknown, []Spent{}
	if r.Judged = fee.Judge(g, fees); !known {
		r.Judged.Most, r.Judged.Even = null.None, nil
		return
	}
	r.Share, r.Light, r.Why = null.Number(share.Float()), c.Light(r.Judged), c.Explain(g, fees)
}

// Package fee decides whether what is spent on an account is covered by what it
// earns (method M74): sales times gross margin, less the fees, must not fall below
// zero, for a customer in a period and for one activity.
package fee

import (
	"math"
	"math/big"

	"erba/analysis/null"
	"erba/kernel"
)

// Ground is what was sold, and which part of it is left after the goods are paid.
type Ground struct {
	Sales  int64          `json:"sales"`
	Margin kernel.Decimal `json:"margin" doc:"Gross margin, as a share of the sales"`
}

// Weighted is the ground of several goods: the margin weighs with their sales.
func Weighted(goods ...Ground) Ground {
	var all Ground
	var gross int64
	for _, g := range goods {
		all.Sales, gross = all.Sales+g.Sales, gross+g.Gross()
	}
	all.Margin = Of(gross, all.Sales)
	return all
}

// Of is the margin of a gross profit on sales; of no sales it is none.
func Of(gross, sales int64) kernel.Decimal {
	if sales <= 0 {
		return kernel.Decimal{}
	}
	return kernel.Micro(int64(math.Round(float64(gross) / float64(sales) * 1e6)))
}

// Gross is what is left of the sales, rounded down: the rule gives no cent away.
func (g Ground) Gross() int64 {
	left := times(g.Sales, g.Margin.Micro())
	return left.Div(left, million).Int64()
}

var million = big.NewInt(1e6)

func times(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }

// Judgement is whether fees are covered, and from where on they would be.
type Judgement struct {
	Gross int64       `json:"gross"`
	Fees  int64       `json:"fees"`
	Net   int64       `json:"net"`
	OK    bool        `json:"ok"`
	Even  *int64      `json:"break_even" doc:"Sales from which the fees are covered; null: at this margin never"`
	Rate  null.Number `json:"rate"       doc:"Fees as a share of the sales"`
	Most  null.Number `json:"most"       doc:"The highest rate that is covered: the margin"`
}

// Judge is the rule for a customer in a period.
func Judge(g Ground, fees int64) Judgement {
	r := Judgement{Gross: g.Gross(), Fees: fees, Rate: null.Ratio(null.Of(fees), null.Of(g.Sales)), Most: null.Number(g.Margin.Float())}
	r.Net = r.Gross - fees
	r.OK = r.Net >= 0 && g.Margin.Sign() > 0
	if g.Margin.Sign() > 0 {
		r.Even = new(g.even(fees))
	}
	return r
}

// even are the lowest sales that cover fees.
func (g Ground) even(fees int64) int64 {
	share := big.NewInt(g.Margin.Micro())
	sales, rest := new(big.Int).DivMod(times(fees, 1e6), share, new(big.Int))
	if rest.Sign() > 0 {
		sales.Add(sales, big.NewInt(1))
	}
	return sales.Int64()
}

// Activity is one thing that money is spent on, and the sales that it is to bring.
type Activity struct {
	Baseline int64          `json:"baseline" doc:"Sales without it"`
	With     int64          `json:"with"     doc:"Sales with it"`
	Margin   kernel.Decimal `json:"margin"`
	Fee      int64          `json:"fee"`
}

// Gain is what an activity brings, and how that stands to its fee.
type Gain struct {
	Net  int64       `json:"net"`
	OK   bool        `json:"ok"`
	Back null.Number `json:"back" doc:"Result over fee"`
}

// Gain is the rule for what an activity adds.
func (a Activity) Gain() Gain {
	net := Ground{a.With - a.Baseline, a.Margin}.Gross() - a.Fee
	return Gain{net, net >= 0 && a.Margin.Sign() > 0, null.Ratio(null.Of(net), null.Of(a.Fee))}
}

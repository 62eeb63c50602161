package fallacy

import (
	"math"

	"erba/analysis/checklist"
	"erba/analysis/null"
	"erba/analysis/pareto"
	"erba/analysis/why"
)

// single warns if key accounts were found by their sales alone.
func (c *Config) single(columns *Columns) Finding {
	f, keys := Finding{Detector: Single}, 0
	for row, key := range columns.Key {
		if key {
			if keys++; !columns.Proven[row] {
				f.Rows = append(f.Rows, int32(row))
			}
		}
	}
	share := null.Ratio(null.Of(len(f.Rows)), null.Of(keys))
	f.Warns = above(share, null.Number(c.Unproven))
	f.Inputs = []why.Figure{why.Known("fallacy.keys", why.Count, keys), figure("fallacy.unproven", why.Share, share)}
	f.Cuts = []why.Figure{why.Known("fallacy.unproven", why.Share, c.Unproven)}
	return f
}

// above answers whether a number is above a cut; open if either is unknown.
func above(n, cut null.Number) checklist.Answer {
	if !n.Known() || !cut.Known() {
		return checklist.Open
	}
	return checklist.Of(n > cut)
}

// neglect warns if the lower customers get next to nothing, or leave.
func (c *Config) neglect(columns *Columns) Finding {
	f := Finding{Detector: Neglect}
	part := c.spentOn(lower(columns.Sales, c.Upper), columns.Spent)
	before := lower(columns.Before, c.Upper)
	churned, stayed := churn(columns, func(row int) bool { return before[row] })
	keys, keyed := churn(columns, func(row int) bool { return columns.Key[row] })
	low, high := null.Ratio(null.Of(len(churned)), null.Of(len(churned)+stayed)), null.Ratio(null.Of(len(keys)), null.Of(len(keys)+keyed))
	leaving := above(low, high*null.Number(c.Churn))
	f.Warns = worst(above(null.Number(c.Resource), part), leaving)
	if leaving == checklist.Yes {
		f.Rows = churned
	}
	f.Inputs = []why.Figure{figure("fallacy.resource", why.Share, part), figure("fallacy.lower_churn", why.Share, low), figure("fallacy.key_churn", why.Share, high)}
	f.Cuts = []why.Figure{why.Known("fallacy.resource", why.Share, c.Resource), figure("fallacy.lower_churn", why.Share, high*null.Number(c.Churn))}
	return f
}

// lower are the customers that do not belong to the largest part of them.
func lower(sales []int64, upper float64) []bool {
	ranked := new(pareto.Ranking).Rank(sales)
	rows, is := ranked.Rows, make([]bool, len(sales))
	for _, row := range rows[min(int64(len(rows)), pareto.Part(int64(len(rows)), upper)):] {
		is[row] = true
	}
	return is
}

// spentOn is the share of all resources that some customers get, None if nobody
// records any.
func (c *Config) spentOn(who []bool, spent []null.Number) null.Number {
	part, all := null.Number(0), null.Number(0)
	for row, n := range spent {
		if n.Known() {
			if all += n; who[row] {
				part += n
			}
		}
	}
	return null.Ratio(part, all)
}

// churn divides the customers of a year before into who has not ordered since,
// and how many have.
func churn(columns *Columns, of func(row int) bool) (left []int32, stayed int) {
	for row, before := range columns.Before {
		switch {
		case before <= 0 || !of(row):
		case columns.Ordered[row]:
			stayed++
		default:
			left = append(left, int32(row))
		}
	}
	return left, stayed
}

// bigTicket warns of key accounts that are ones by a single order.
func (c *Config) bigTicket(columns *Columns) Finding {
	f, known := Finding{Detector: BigTicket, Warns: checklist.No}, 0
	for row, key := range columns.Key {
		if !key || columns.Largest == nil || !columns.Largest[row].Known() {
			continue
		}
		known++
		share := null.Ratio(columns.Largest[row], null.Of(columns.Sales24[row]))
		if columns.Sales24[row] > 0 && checklist.Reaches(share, c.Largest) == checklist.Yes && int(columns.Orders[row]) <= c.Orders {
			f.Rows = append(f.Rows, int32(row))
		}
	}
	switch {
	case len(f.Rows) > 0:
		f.Warns = checklist.Yes
	case known == 0:
		f.Warns = checklist.Open
	}
	f.Inputs = []why.Figure{why.Known("fallacy.looked_at", why.Count, known), why.Known("fallacy.big_tickets", why.Count, len(f.Rows))}
	f.Cuts = []why.Figure{why.Known("fallacy.largest", why.Share, c.Largest), why.Known("fallacy.orders", why.Orders, c.Orders)}
	return f
}

// noProfit warns if key accounts together bring a lower margin than the others.
func (c *Config) noProfit(columns *Columns) Finding {
	f := Finding{Detector: NoProfit}
	keys, others := marginOf(columns, true), marginOf(columns, false)
	cut := others - null.Number((1-c.Margin)*math.Abs(float64(others))) // below a loss is a larger loss
	f.Warns = above(cut.Steady(), keys.Steady())
	for row, key := range columns.Key {
		if key && f.Warns == checklist.Yes && above(cut, rate(columns.Margin, columns.Sales, row)) == checklist.Yes {
			f.Rows = append(f.Rows, int32(row))
		}
	}
	f.Inputs = []why.Figure{figure("fallacy.key_margin", why.Share, keys), figure("fallacy.other_margin", why.Share, others)}
	f.Cuts = []why.Figure{figure("fallacy.key_margin", why.Share, cut)}
	return f
}

// marginOf is the margin rate of the key accounts, or of the others, whose
// margin is known.
func marginOf(columns *Columns, key bool) null.Number {
	margin, sales := null.Number(0), int64(0)
	for row, m := range columns.Margin {
		if columns.Key[row] == key && m.Known() {
			margin, sales = margin+m, sales+columns.Sales[row]
		}
	}
	if sales <= 0 {
		return null.None
	}
	return null.Ratio(margin, null.Of(sales))
}

// rate is a part of the sales of a row, None without sales.
func rate(column []null.Number, sales []int64, row int) null.Number {
	if column == nil || sales[row] <= 0 {
		return null.None
	}
	return null.Ratio(column[row], null.Of(sales[row]))
}

// favours warns of key accounts that are given more than is usual and earn less.
func (c *Config) favours(columns *Columns) Finding {
	f := Finding{Detector: Favours, Warns: checklist.Open}
	mean, deviation := spread(columns.Given, columns.Sales)
	net, _ := spread(columns.Net, columns.Sales)
	cut := mean + null.Number(c.Spread)*deviation
	if cut.Known() && net.Known() {
		f.Warns = checklist.No
		for row, key := range columns.Key {
			given, earned := rate(columns.Given, columns.Sales, row), rate(columns.Net, columns.Sales, row)
			if key && above(given.Steady(), cut.Steady()) == checklist.Yes && above(net.Steady(), earned.Steady()) == checklist.Yes {
				f.Rows, f.Warns = append(f.Rows, int32(row)), checklist.Yes
			}
		}
	}
	f.Inputs = []why.Figure{figure("fallacy.given", why.Share, mean), figure("fallacy.net_margin", why.Share, net), why.Known("fallacy.favoured", why.Count, len(f.Rows))}
	f.Cuts = []why.Figure{figure("fallacy.given", why.Share, cut), figure("fallacy.net_margin", why.Share, net)}
	return f
}

// spread is the mean and the standard deviation of a rate over all customers of
// whom it is known, None without any.
func spread(column []null.Number, sales []int64) (mean, deviation null.Number) {
	n, sum, squares := null.Number(0), null.Number(0), null.Number(0)
	for row := range column {
		if r := rate(column, sales, row); r.Known() {
			n, sum, squares = n+1, sum+r, squares+r*r
		}
	}
	mean = null.Ratio(sum, n)
	variance := null.Ratio(squares, n) - mean*mean
	return mean, null.Number(math.Sqrt(math.Max(0, float64(variance))))
}

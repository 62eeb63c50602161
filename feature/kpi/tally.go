package kpi

import (
	"erba/analysis/kpi"
	"erba/analysis/lifetime"
	"erba/analysis/null"
	"erba/analysis/why"
)

const (
	year   = 12       // months that a figure counts
	points = year + 1 // of a trend: this year's and that of a year ago among them
	span   = points - 1 + 2*year
)

// course is what an account did in the months that a trend needs, as sums from the
// first of them on.
type course struct {
	orders      [span + 1]int32
	sales, cost [span + 1]int64
	first       int // of its months with an order ever; −1: before all of them, span: none
}

// clear forgets an account.
func (c *course) clear() { *c = course{first: span} }

// add takes a month in, by its place among them; before all of them it only counts
// as a month with an order.
func (c *course) add(at int, sales, cost int64, orders int32) {
	if orders > 0 && at < c.first {
		c.first = max(at, -1)
	}
	if at >= 0 && at < span {
		c.orders[at+1] += orders
		c.sales[at+1] += sales
		c.cost[at+1] += cost
	}
}

// sum makes sums of the months.
func (c *course) sum() {
	for i := 1; i <= span; i++ {
		c.orders[i] += c.orders[i-1]
		c.sales[i] += c.sales[i-1]
		c.cost[i] += c.cost[i-1]
	}
}

// twelve is what an account did in the year of a point, 0 the earliest, and whether
// it had bought in the year before.
type twelve struct {
	orders      int32
	sales, cost int64
	before      int32 // orders
	bought      int64 // sales of the year before
	fresh       bool  // its first order ever
}

func (c *course) at(point int) twelve {
	end := point + 2*year
	now := end - year
	return twelve{c.orders[end] - c.orders[now], c.sales[end] - c.sales[now], c.cost[end] - c.cost[now],
		c.orders[now] - c.orders[now-year], c.sales[now] - c.sales[now-year], c.first >= now && c.first < end}
}

// tally is what some accounts did together in a year.
type tally struct {
	start, end, back int // active before, now, and now but not before
	fresh            int
	buyers, again    int
	sales, orders    int64
	gross            int64
	margins          int // accounts whose gross profit is known
	contribution     int64
	contributors     int
	marketing        null.Number
	wallet           float64
	wallets, loyal   int
	winning, keeping spent
}

func fresh() tally { return tally{marketing: null.None} }

// spent is what was entered of a year, and of which of its months.
type spent struct {
	money  int64
	months [year]bool
}

// add takes in what was entered of a month, by its place among any months.
func (s *spent) add(month int, money int64) {
	s.money += money
	s.months[month%year] = true
}

// covered is of how many months of the year something was entered.
func (s *spent) covered() (n int) {
	for _, is := range s.months {
		if is {
			n++
		}
	}
	return n
}

// whole is what the year took. A year of which a month is missing is not known: the
// months that there are would count for all of it.
func (s *spent) whole() null.Number {
	if s.covered() < year {
		return null.None
	}
	return null.Of(s.money)
}

// add takes an account in.
func (t *tally) add(y twelve, earned bool) {
	t.sales, t.orders = t.sales+y.sales, t.orders+int64(y.orders)
	if y.before > 0 {
		t.start++
	}
	if y.orders == 0 {
		return
	}
	t.end++
	t.buyers++
	if y.before == 0 {
		t.back++
	}
	if y.fresh {
		t.fresh++
	}
	if y.orders > 1 {
		t.again++
	}
	if earned && y.cost != 0 {
		t.gross, t.margins = t.gross+y.sales-y.cost, t.margins+1
	}
}

// value is an indicator of these accounts.
func (t *tally) value(name string, s *Setting) null.Number {
	switch name {
	case Retention:
		return kpi.Retention(t.start, t.end, t.back)
	case Churn:
		return kpi.Churn(t.start, t.end, t.back)
	case Repeat:
		return kpi.Repeat(t.buyers, t.again)
	case OrderValue:
		return kpi.Average(t.sales, t.orders)
	case Marketing:
		return null.Ratio(t.marketing, null.Of(t.sales))
	case Lifetime:
		return t.lifetime(s)
	case Loyalty:
		return s.Loyalty(t.value(Repeat, s), t.share(), t.rungs())
	case Contribution:
		if t.contributors == 0 {
			return null.None
		}
		return null.Of(t.contribution)
	}
	_, _, ratio := t.spend().Each()
	return ratio
}

func (t *tally) spend() kpi.Spend {
	return kpi.Spend{Winning: t.winning.whole(), Won: t.fresh, Keeping: t.keeping.whole(), Retained: t.end - t.back}
}

// share is the mean wallet share, rungs which part of the customers stand on R7
// or above, of those of whom it is known.
func (t *tally) share() null.Number {
	return null.Ratio(null.Of(t.wallet), null.Of(t.wallets))
}
func (t *tally) rungs() null.Number { return null.Ratio(null.Of(t.loyal), null.Of(t.wallets)) }

// margin is what is left in a year of the average customer.
func (t *tally) margin() null.Number { return null.Ratio(null.Of(t.gross), null.Of(t.margins)) }

func (t *tally) lifetime(s *Setting) null.Number {
	m, r := t.margin(), t.value(Retention, s)
	if !m.Known() || !r.Known() {
		return null.None
	}
	value, _, ok := lifetime.Formula(float64(m), float64(r), s.Discount)
	if !ok {
		return null.None
	}
	return null.Of(value)
}

// inputs are what an indicator was computed from.
func (t *tally) inputs(name string, s *Setting) []why.Figure {
	switch name {
	case Retention, Churn:
		return []why.Figure{why.Known("kpi.in_start", why.Count, t.start), why.Known("kpi.in_end", why.Count, t.end), why.Known("kpi.in_back", why.Count, t.back)}
	case Repeat:
		return []why.Figure{why.Known("kpi.in_buyers", why.Count, t.buyers), why.Known("kpi.in_again", why.Count, t.again)}
	case OrderValue:
		return []why.Figure{why.Known("kpi.in_sales", why.Amount, t.sales), why.Known("kpi.in_orders", why.Orders, t.orders)}
	case Marketing:
		return []why.Figure{told("kpi.in_marketing", why.Amount, t.marketing), why.Known("kpi.in_sales", why.Amount, t.sales)}
	case Lifetime:
		return []why.Figure{told("kpi.in_margin", why.Amount, t.margin()), told("kpi.in_retention", why.Share, t.value(Retention, s)), why.Known("kpi.in_discount", why.Share, s.Discount), why.Known("kpi.in_margins", why.Count, t.margins)}
	case Loyalty:
		return []why.Figure{told("kpi.in_repeat", why.Share, t.value(Repeat, s)), told("kpi.in_share", why.Share, t.share()), told("kpi.in_rungs", why.Share, t.rungs()), why.Known("kpi.in_wallets", why.Count, t.wallets)}
	case Contribution:
		return []why.Figure{why.Known("kpi.in_contributors", why.Count, t.contributors)}
	}
	win, keep, _ := t.spend().Each()
	return []why.Figure{told("kpi.in_winning", why.Amount, t.winning.whole()), why.Known("kpi.in_winning_months", why.Count, t.winning.covered()),
		why.Known("kpi.in_won", why.Count, t.fresh), told("kpi.in_win", why.Amount, win),
		told("kpi.in_keeping", why.Amount, t.keeping.whole()), why.Known("kpi.in_keeping_months", why.Count, t.keeping.covered()), why.Known("kpi.in_retained", why.Count, t.end-t.back), told("kpi.in_keep", why.Amount, keep)}
}

func told(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

// contribute adds what an account contributed, if that is known.
func (t *tally) contribute(n null.Number) {
	if n.Known() {
		t.contribution, t.contributors = t.contribution+int64(n), t.contributors+1
	}
}

// market adds what marketing took, if that is known.
func (t *tally) market(n null.Number) {
	if !n.Known() {
		return
	}
	if !t.marketing.Known() {
		t.marketing = 0
	}
	t.marketing += n
}

// hold adds the wallet share of a customer, if that is known.
func (t *tally) hold(r *behind, loyal float64) {
	if !r.wallet.Known() || r.year.orders == 0 {
		return
	}
	t.wallet, t.wallets = t.wallet+float64(r.wallet), t.wallets+1
	if float64(r.wallet) >= loyal {
		t.loyal++
	}
}

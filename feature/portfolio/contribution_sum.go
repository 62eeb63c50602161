package portfolio

import "erba/analysis/null"

// Counted says of how many accounts a sum is, and what it does not know.
type Counted struct {
	Count   int   `json:"count"   doc:"Accounts with a contribution"`
	Unknown int   `json:"unknown" doc:"Accounts with sales whose gross profit is not known: they are in no sum"`
	Open    int64 `json:"outside" doc:"… and their sales"`
	Partly  int   `json:"partly"  doc:"Accounts with a contribution of which the cost of some goods is not known, so that less was left than is said"`
	Blank   int   `json:"blank"   doc:"Accounts with a contribution into which nobody has recorded what was put"`
	Losses  int   `json:"losses"  doc:"Accounts that cost more than they bring"`
}

// balance is what one account contributes.
type balance struct {
	steps
	amount null.Number // None: not known
	blank  bool
}

// eachBalance calls f for every account under the mask.
func (v *View) eachBalance(f func(row int32, own *balance)) {
	m, p, s, at := v.merits(), v.period(), v.money.spent, 0
	b := v.balances(p)
	var own balance
	v.each(func(row int32) {
		id := v.accounts[row].ID
		for at < len(s.ids) && s.ids[at].Compare(id) < 0 {
			at++
		}
		place := -1
		if at < len(s.ids) && s.ids[at] == id {
			place = at
		}
		own = balance{v.stepsOf(row, place, p, b), m.contributions[row],
			!cost(b.service, row).Known() && !cost(b.fees, row).Known()}
		f(row, &own)
	})
}

// total is what some accounts contribute together.
type total struct {
	Counted
	steps
	amount null.Number
}

func nothing() total {
	return total{steps: steps{sales: null.None, goods: null.None, gross: null.None, within: null.None, overdue: null.None}, amount: null.None}
}

// take adds an account. Of whom no gross profit is known, nothing is added, or
// sales without a cost would look like profit.
func (t *total) take(own *balance) {
	if !own.amount.Known() {
		if own.sales != 0 {
			t.Unknown, t.Open = t.Unknown+1, t.Open+int64(own.sales)
		}
		return
	}
	t.plus(&own.steps)
	t.amount = own.amount + zero(t.amount)
	t.Count++
	for _, one := range []struct {
		is    bool
		count *int
	}{{own.partly, &t.Partly}, {own.blank, &t.Blank}, {own.amount < 0, &t.Losses}} {
		if one.is {
			*one.count++
		}
	}
}

// join adds other accounts.
func (t *total) join(o *total) {
	t.Count, t.Unknown, t.Open = t.Count+o.Count, t.Unknown+o.Unknown, t.Open+o.Open
	t.Partly, t.Blank, t.Losses = t.Partly+o.Partly, t.Blank+o.Blank, t.Losses+o.Losses
	t.plus(&o.steps)
	if o.amount.Known() {
		t.amount = o.amount + zero(t.amount)
	}
}

func zero(n null.Number) null.Number {
	if !n.Known() {
		return 0
	}
	return n
}

// service, given and credit are the steps between gross profit and contribution,
// None where nobody has recorded any of them.
func (s *steps) service() null.Number { return s.bill.service() }
func (s *steps) given() null.Number   { return s.bill.fees() }
func (s *steps) credit() null.Number {
	switch {
	case !s.within.Known():
		return s.overdue
	case !s.overdue.Known():
		return s.within
	}
	return s.within + s.overdue
}

// aside is the credit cost that was recorded of an account whose invoices tell it.
func (s *steps) aside(owed Outstanding) *int64 {
	if !owed.Within.Known() {
		return nil
	}
	return minor(s.bill.between(lent, kindsOfCost))
}

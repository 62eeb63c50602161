package risk

import (
	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/kernel"
)

// gathered is what is known of the accounts that signals look at.
type gathered struct {
	cfg   risk.Config
	asOf  kernel.Date // of the ledger
	facts map[kernel.ID]*risk.Facts
}

// watched are the tiers that signals look at; key accounts they look at anyway,
// and whom somebody has judged.
var watched = []string{"MAJOR", "NAMED"}

// enter has signals look at an account. People and managers have been what they
// are until somebody has seen them go.
func (g *gathered) enter(account kernel.ID) {
	if g.facts[account] == nil {
		f := risk.Unknown()
		f.KeyLeft, f.Handed = risk.Never, risk.Never
		g.facts[account] = &f
	}
}

// each calls f for an account that signals look at.
func (g *gathered) each(account kernel.ID, f func(*risk.Facts)) {
	if facts := g.facts[account]; facts != nil {
		f(facts)
	}
}

// quarters are the ends of the last quarter that is over on a day, and of the one
// before it.
func quarters(day kernel.Date) (before, last kernel.Date) {
	y, m, _ := day.Parts()
	next := kernel.On(y, (m-1)/3*3+1, 1)
	if day.Add(1) == next.AddMonths(3) {
		next = next.AddMonths(3)
	}
	return next.AddMonths(-3).Add(-1), next.Add(-1)
}

// debts are the invoices that are not known to be paid, account by account.
type debts struct {
	asOf    int32
	settled bool // somebody records when they are
	days    map[kernel.ID]int32
}

// add takes in an invoice.
func (d *debts) add(account kernel.ID, due, settled int32, amount int64) {
	d.settled = d.settled || settled != 0
	late := int32(0)
	if due != 0 && amount > 0 && (settled == 0 || settled > d.asOf) {
		late = max(0, d.asOf-due)
	}
	d.days[account] = max(d.days[account], late)
}

// of is for how long an account has owed money; of one without invoices, and where
// nobody records payments, that is not known.
func (d *debts) of(account kernel.ID) null.Number {
	days, invoiced := d.days[account]
	if !d.settled || !invoiced {
		return null.None
	}
	return null.Of(days)
}

// since is how many days ago something was; Never if it never was.
func since(day, today kernel.Date) null.Number {
	if day.IsZero() {
		return risk.Never
	}
	return null.Of(today.Days(day))
}

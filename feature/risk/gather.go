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

// since is how many days ago something was; Never if it never was.
func since(day, today kernel.Date) null.Number {
	if day.IsZero() {
		return risk.Never
	}
	return null.Of(today.Days(day))
}

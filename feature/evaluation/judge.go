package evaluation

import (
	"erba/analysis/grid"
	"erba/kernel"
)

// Computed is what a model says of an account today.
type Computed struct {
	Class       string
	Provisional bool  // nothing may follow from it
	Near        bool  // below the cut of its class by less than the method's tolerance
	Current     int64 // what it rests on
	Expected    int64
}

// Streak is for how long evaluations have said something else than what is in force.
type Streak struct {
	Account kernel.ID   `db:"account_id"`
	Model   string      `db:"model"`
	Becomes string      `db:"becomes"`
	Up      bool        `db:"up"`
	First   kernel.Date `db:"first_on"`
	Last    kernel.Date `db:"last_on"`
	Runs    int         `db:"runs"`
	Rest    kernel.Date `db:"rest_until"` // it was refused
	Fate    Fate        `db:"fate"`
}

// Fate is what becomes of a difference between what is computed and what is in force.
type Fate string

// The fates.
const (
	Keeps   Fate = ""        // there is none, or nothing may follow from it
	Enters  Fate = "enters"  // the first class of an account, and the lowest
	Waits   Fate = "waits"   // it has not shown itself long enough
	Holds   Fate = "holds"   // the last change is too recent
	Rests   Fate = "rests"   // it was refused not long ago
	Spent   Fate = "spent"   // the tier falls only because the reserve was used: nobody is punished for selling
	Due     Fate = "due"     // somebody has to decide
	Changes Fate = "changes" // it takes effect by itself, as the rules say
)

// judge says what becomes of an account's class by one model, and how long the
// difference has lasted. c is what is in force; without an account there never
// was anything. It depends on nothing else, so that asking twice is asking once.
func (g Governed) judge(r *Rule, c Class, now Computed, s Streak, asOf kernel.Date) (Fate, Streak) {
	if now.Provisional || now.Class == c.Class {
		return Keeps, Streak{}
	}
	if c.Account.IsZero() && g.rank(now.Class) == 1 && len(g.Classes) > 1 && !g.Given {
		return Enters, Streak{}
	}
	up := g.rank(now.Class) > g.rank(c.Class)
	if !up && now.Near {
		return Keeps, Streak{}
	}
	s = s.grown(c, now.Class, up, asOf)
	switch pace := r.pace(up); {
	case !up && g.Model == Tier && c.reserveUsed(now):
		s.Fate = Spent
	case s.Runs < pace.Runs || asOf.Compare(s.First.AddMonths(pace.Months)) < 0:
		s.Fate = Waits
	case r.Hold > 0 && c.decided() && asOf.Compare(c.Since.AddMonths(r.Hold)) < 0:
		s.Fate = Holds
	case asOf.Compare(s.Rest) < 0:
		s.Fate = Rests
	case g.need(r, c.Class, now.Class) == Nobody:
		s.Fate = Changes
	default:
		s.Fate = Due
	}
	return s.Fate, s
}

// grown is a streak one evaluation later. Another one of the same day says
// nothing new, and a change in the other direction begins anew.
func (s Streak) grown(c Class, becomes string, up bool, asOf kernel.Date) Streak {
	switch {
	case s.Runs == 0 || s.Up != up:
		s = Streak{First: asOf, Runs: 1}
	case s.Last.Compare(asOf) < 0:
		s.Runs++
	}
	if s.Becomes != becomes {
		s.Rest = kernel.Date{} // what was refused was something else
	}
	s.Becomes, s.Up, s.Last = becomes, up, asOf
	return s
}

// decided reports whether somebody decided about the class, so that the next
// change has to keep its distance.
func (c Class) decided() bool { return c.Way == Approved || c.Way == ByRule }

// reserveUsed reports whether the potential is smaller only because we have sold
// more of it: he is expected to buy no less than when his class was decided, and
// buys more of it from us (method M16).
func (c Class) reserveUsed(now Computed) bool {
	return c.Expected != grid.Unknown && now.Expected != grid.Unknown && now.Expected >= c.Expected && now.Current > c.Current
}

package evaluation

import (
	"erba/kernel"
)

// Standing is what is known of an account's class by one model before an evaluation.
type Standing struct {
	Class  Class
	Set    bool // by hand: the machine keeps out of it
	Streak Streak
	Open   Pending
}

// Pending is an open proposal, as far as an evaluation looks at it.
type Pending struct {
	ID      kernel.ID `db:"id"`
	Account kernel.ID `db:"account_id"`
	Model   string    `db:"model"`
	Was     string    `db:"was"`
	Becomes string    `db:"becomes"`
}

// Step is what an evaluation does about one class of one account.
type Step struct {
	Row     int32
	Account kernel.ID
	At      int // place of the model
	Fate    Fate
	Was     Class
	Now     Computed
	Streak  Streak
	Before  Streak
	Open    Pending
	Keep    bool // the open proposal still says the same
}

// step decides what an evaluation does about an account's class by one model;
// nothing at all where neither what is in force nor what is computed has changed.
func (r *Rules) step(at int, s Standing, now Computed, asOf kernel.Date) (Step, bool) {
	g := Models[at]
	fate, streak := g.judge(r.of(at), s.Class, now, s.Streak, asOf)
	if s.Set {
		fate, streak = Keeps, Streak{}
	}
	step := Step{At: at, Fate: fate, Was: s.Class, Now: now, Streak: streak, Before: s.Streak, Open: s.Open}
	step.Keep = !s.Open.ID.IsZero() && fate == Due && s.Open.Was == s.Class.Class && s.Open.Becomes == now.Class
	idle := fate == Keeps && s.Streak.Runs == 0 && s.Open.ID.IsZero()
	return step, !idle
}

// proposes reports whether a step makes a new proposal.
func (s Step) proposes() bool { return s.Fate == Due && !s.Keep }

// retracts reports whether a step takes an open proposal back.
func (s Step) retracts() bool { return !s.Open.ID.IsZero() && !s.Keep }

// lasts reports whether the difference goes on, and has to be remembered anew.
func (s Step) lasts() bool { return s.Streak.Runs > 0 && s.Fate != Changes }

// stirs reports whether what is remembered of the difference changes.
func (s Step) stirs() bool { return s.Before != s.Streak || s.Fate == Changes }

// count adds a step to what an evaluation has found.
func (f *Found) count(s Step) {
	switch s.Fate {
	case Enters:
		f.Entered++
	case Changes:
		f.Changed++
	case Waits:
		f.Waiting++
	case Holds, Rests, Spent:
		f.Held++
	}
	if s.proposes() {
		f.Proposed++
	}
	if s.retracts() {
		f.Retracted++
	}
	if s.Keep {
		f.Standing++
	}
}

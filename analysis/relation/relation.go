// Package relation decides what the people of a customer add up to (method M60):
// whether those who have a say are for us, how close they are, how much of their
// influence we reach, and whether the account hangs by one thread. What nobody
// has judged counts for nothing: it is neither neutral nor distant.
package relation

import (
	"erba/analysis/layer"
	"erba/analysis/null"
)

// Person is somebody at a customer as far as he has been judged.
type Person struct {
	Influence   int      `json:"influence"`          // 1–5, 0: nobody has said
	Closeness   int      `json:"closeness"`          // 1–5, 0: nobody has said
	Attitude    *int     `json:"attitude,omitempty"` // −2 to 2, nil: nobody has said
	Layer       string   `json:"layer,omitempty"`    // of package layer
	Roles       []string `json:"roles,omitempty"`    // in buying
	Counterpart int      `json:"counterpart"`        // who of us, by a number; 0: nobody
	Now, Wanted int      `json:"-"`                  // level 1–4 of us in his eyes, 0: nobody has said
	Unmet       bool     `json:"-"`                  // we have not been in touch at all
	Silent      int      `json:"-"`                  // days since we were last in touch; −1: never
	Stale       bool     `json:"-"`                  // some judgement about him has expired

}

// against is the attitude from which somebody is an opponent, for that of a supporter.
const (
	against  = -1
	inFavour = 1
	inside   = 2
)

func (p Person) stands(from int) bool  { return p.Attitude != nil && *p.Attitude >= from }
func (p Person) opposes() bool         { return p.Attitude != nil && *p.Attitude <= against }
func (c Config) strong(p Person) bool  { return p.Influence >= c.Strong }
func (c Config) near(p Person) bool    { return p.Closeness >= c.Near }
func (c Config) reached(p Person) bool { return c.strong(p) && c.near(p) }

// Metrics are the figures of a customer's people.
type Metrics struct {
	Support   null.Number `json:"support"   doc:"−1 all against us … 1 all for us, weighted with influence; null: unknown"`
	Closeness null.Number `json:"closeness" doc:"0–100, weighted with influence; null: unknown"`
	Coverage  null.Number `json:"coverage"  doc:"Share of the influence that we are close to; null: unknown"`
	Layers    null.Number `json:"layers"    doc:"Share of the four layers on which we are close to somebody (method M61); null: unknown"`
	Roles     null.Number `json:"roles"     doc:"Share of the buying roles that matter with somebody close to us; null: none matters, or nobody has one"`
	Blockers  int         `json:"blockers"  doc:"Against us, with much influence"`
	Strong    int         `json:"strong"    doc:"With much influence and close to us"`
	Single    bool        `json:"single"    doc:"It hangs by one thread: fewer such people than it takes"`
	People    int         `json:"people"`
	Judged    int         `json:"judged"    doc:"Whose influence somebody has judged"`
}

// Metrics computes the figures; the order of the people makes no difference.
func (c Config) Metrics(layers layer.Config, people []Person) Metrics {
	m := Metrics{People: len(people)}
	var all, stood, leaning, close, closed, reached int
	for _, p := range people {
		if p.Influence == 0 {
			continue
		}
		m.Judged++
		all += p.Influence
		if p.Attitude != nil {
			stood, leaning = stood+p.Influence, leaning+p.Influence**p.Attitude
		}
		if p.Closeness > 0 {
			closed, close = closed+p.Influence, close+p.Influence*p.Closeness
		}
		if c.near(p) {
			reached += p.Influence
		}
		if c.reached(p) {
			m.Strong++
		}
		if c.strong(p) && p.opposes() {
			m.Blockers++
		}
	}
	m.Support = null.Ratio(null.Of(leaning), null.Of(2*stood))
	m.Closeness = 100 * null.Ratio(null.Of(close), null.Of(5*closed))
	m.Coverage = null.Ratio(null.Of(reached), null.Of(all))
	m.Layers = layers.Coverage(ranked(people))
	m.Roles = c.filled(people)
	m.Single = m.Judged > 0 && m.Strong < c.Threads
	return m
}

// filled is the share of the roles that matter which somebody close to us has.
func (c Config) filled(people []Person) null.Number {
	taken, needed, have := false, 0, 0
	for _, s := range c.States(people) {
		taken = taken || s.People > 0
		if s.Needed {
			needed++
		}
		if s.Needed && !s.Missing {
			have++
		}
	}
	if !taken {
		return null.None
	}
	return null.Ratio(null.Of(have), null.Of(needed))
}

// RoleState is how we stand with those who have a role in buying.
type RoleState struct {
	Role        string `json:"role"`
	Needed      bool   `json:"needed"      doc:"It is among those that are scored"`
	People      int    `json:"people"`
	Closeness   int    `json:"closeness"   doc:"The best; 0: nobody has said"`
	Counterpart bool   `json:"counterpart" doc:"One of us looks after one of them"`
	Missing     bool   `json:"missing"     doc:"Nobody who has it is close to us"`
}

// States are the roles that are asked for, in their order.
func (c Config) States(people []Person) (all []RoleState) {
	for _, role := range c.Roles {
		s := RoleState{Role: role.Key, Needed: role.Needed}
		for _, p := range people {
			if p.has(role.Key) {
				s.People++
				s.Closeness = max(s.Closeness, p.Closeness)
				s.Counterpart = s.Counterpart || p.Counterpart != 0
			}
		}
		s.Missing = s.Closeness < c.Near
		all = append(all, s)
	}
	return all
}

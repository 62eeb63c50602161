package portfolio

import (
	"erba/analysis/grid"
	"erba/analysis/pareto"
	"erba/analysis/pyramid"
)

// Fired are the rules that make an account a key account, one bit each.
type Fired uint8

// The rules of the register (method M01), in their order.
const (
	firesREV Fired = 1 << iota
	firesTIER
	firesGRID
	firesINFL
	firesSTRAT
	firesCORE
)

var ruleNames = [...]string{"REV", "TIER", "GRID", "INFL", "STRAT", "CORE"}

// Names are the rules that fired.
func (f Fired) Names() []string {
	names := []string{}
	for i, name := range ruleNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// named is the rule of a name; 0 if there is none.
func named(rule string) Fired {
	for i, name := range ruleNames {
		if name == rule {
			return 1 << i
		}
	}
	return 0
}

// cap is how many accounts CORE looks at.
func (r *Rules) cap(customers int) int {
	return max(r.CORE.Least, (customers+r.CORE.Part-1)/r.CORE.Part)
}

// fire asks every rule about every account. A provisional tier fires nothing.
func (e *Evaluated) fire() {
	e.fired = make([]Fired, e.Len())
	rules := &e.Setting.Config.Rules
	e.fireByRank(rules)
	for row := range e.fired {
		e.fired[row] |= e.judgedRules(int32(row))
	}
	enabled := Fired(0)
	for i, r := range rules.list() {
		if r.Enabled {
			enabled |= 1 << i
		}
	}
	for row := range e.fired {
		e.fired[row] &= enabled
	}
}

func (e *Evaluated) fireByRank(rules *Rules) {
	core := rules.cap(len(e.ranking.Rows))
	share := pareto.Part(e.ranking.Total, rules.REV.Share)
	for i, row := range e.ranking.Rows {
		value := e.value[row]
		if i >= core && value < share {
			break // nobody further down is large enough
		}
		if value >= share {
			e.fired[row] |= firesREV
		}
		if i < core && e.abc[row] == pareto.A {
			e.fired[row] |= firesCORE
		}
	}
}

func (e *Evaluated) judgedRules(row int32) (f Fired) {
	if e.tiers[row] >= pyramid.Named {
		f |= firesTIER
	}
	if e.places[row].Class == grid.A || e.isVIP(row) {
		f |= firesGRID
	}
	if int(e.influence[row]) >= e.Setting.Config.Rules.INFL.Score {
		f |= firesINFL
	}
	if len(e.strategic) > 0 && e.strategic[row] {
		f |= firesSTRAT
	}
	return f
}

// key reports whether an account stands in the register: a rule fires, or it
// did before, for nobody leaves the register without a review.
func (e *Evaluated) key(row int32) bool {
	return e.fired[row] != 0 || e.listed[row]
}

package portfolio

import (
	"cmp"
	"math"
	"slices"

	"erba/analysis/grid"
	"erba/analysis/pyramid"
	"erba/kernel"
)

// Gap is an estimate of an account that nobody has given, or that has expired:
// somebody is to be asked. Its stake orders the work of asking: the sales of a
// year that stand behind the account, once for every class that an answer could
// change.
type Gap struct {
	ID      kernel.ID   `json:"id" row:"account"`
	Code    string      `json:"code"`
	Name    string      `json:"name"`
	Owner   kernel.ID   `json:"owner,omitzero"   doc:"Who is to ask"`
	Kind    string      `json:"kind"             enum:"demand,potential,influence"`
	Sales   int64       `json:"sales"            doc:"Of a year, minor units"`
	Turns   []string    `json:"turns"            doc:"Models whose class an answer could change: grid, quadrant, pyramid, register"`
	Stake   int64       `json:"stake"            doc:"Sales times how many classes could change"`
	Value   *int64      `json:"value,omitempty"  doc:"What was said last; absent: nothing yet"`
	On      kernel.Date `json:"on,omitzero"      doc:"When it was said"`
	Expires kernel.Date `json:"expires,omitzero" doc:"Until when it held"`
}

// Gaps is a page of what is to be asked, what could change most first.
type Gaps struct {
	Frame
	Count   int    `json:"count"`
	Missing int    `json:"missing" doc:"Of them, nobody has said anything yet"`
	Expired int    `json:"expired"`
	Rows    []Gap  `json:"rows"`
	Next    string `json:"next,omitempty" doc:"Where the next page starts"`
}

// openKinds are the kinds of estimates that classes depend on.
var openKinds = [...]string{Demand, Potential, Influence}

// standings are what the classes of one account follow from that an estimate can change.
type standings struct {
	grid, quadrant, pyramid string
	key                     bool
}

// replies are the values of an estimate at which anything can turn: between two
// of them nothing does, whoever the account is.
func (e *Evaluated) replies(kind string, row int32) []int64 {
	if kind == Influence {
		return []int64{1, 2, 3, 4, 5}
	}
	high := max(0, e.current[row]) + max(0, e.cuts.Potential)
	if high < 0 { // beyond all numbers: nobody is high
		high = math.MaxInt64
	}
	values := []int64{0, 1, high}
	return append(values, e.Setting.Config.Grid.Breaks[:]...)
}

// standing is where an account would stand if somebody said a value. The cuts
// among all accounts are as they are: one answer hardly moves them.
func (e *Evaluated) standing(row int32, kind string, value int64) standings {
	demand, expected, influence := e.demand[row], e.expected[row], e.influence[row]
	switch kind {
	case Demand:
		if demand = value; e.alone(row, Potential) {
			expected = value
		}
	case Potential:
		if expected = value; e.alone(row, Demand) {
			demand = value
		}
	case Influence:
		influence = uint8(value)
	}
	return e.stands(row, demand, expected, influence)
}

// alone reports whether nobody has given an estimate of a kind, so that the
// other one speaks for it.
func (e *Evaluated) alone(row int32, kind string) bool {
	_, given := e.of(e.accounts[row].ID, kind)
	return !given
}

func (e *Evaluated) stands(row int32, demand, expected int64, influence uint8) standings {
	cfg := &e.Setting.Config
	vip := len(e.vip) > 0 && cfg.Grid.VIP(influence, e.vip[row])
	place, t := cfg.Grid.Place(e.yearly[row], demand), e.cuts.Type(e.current[row], expected)
	lift := e.lift(row)
	lift.VIP = vip
	tier := cfg.Pyramid.Tier(t, lift)
	s := standings{grid: place.Class.String(), quadrant: typeNames[t], pyramid: tier.String()}
	if vip {
		s.grid = VIP
	}
	rules := cfg.Rules
	s.key = rules.TIER.Enabled && tier >= pyramid.Named || rules.GRID.Enabled && (place.Class == grid.A || vip) ||
		rules.INFL.Enabled && int(influence) >= rules.INFL.Score || e.fired[row]&(firesREV|firesSTRAT|firesCORE) != 0
	return s
}

// turns are the models whose class an answer could change.
func (e *Evaluated) turns(row int32, kind string) []string {
	now := e.stands(row, e.demand[row], e.expected[row], e.influence[row])
	found := [4]bool{}
	for _, value := range e.replies(kind, row) {
		then := e.standing(row, kind, value)
		for i, turned := range [4]bool{then.grid != now.grid, then.quadrant != now.quadrant, then.pyramid != now.pyramid, then.key != now.key} {
			found[i] = found[i] || turned
		}
	}
	turns := []string{}
	for i, model := range [4]string{inGrid, inQuadrant, inPyramid, inRegister} {
		if found[i] {
			turns = append(turns, model)
		}
	}
	return turns
}

// gaps are the estimates that are to be asked for on a day, of the accounts under
// the mask, what could change most first.
func (v *View) gaps(on kernel.Date, kinds []string) []Gap {
	all := []Gap{}
	v.each(func(row int32) {
		for _, kind := range kinds {
			if g, open := v.gap(row, kind, on); open {
				all = append(all, g)
			}
		}
	})
	slices.SortStableFunc(all, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.Stake, a.Stake), cmp.Compare(len(b.Turns), len(a.Turns)))
	})
	return all
}

func (v *View) gap(row int32, kind string, on kernel.Date) (g Gap, open bool) {
	a := v.Account(row)
	last, given := v.of(a.ID, kind)
	if given && !last.Stale(on) {
		return g, false
	}
	g = Gap{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Kind: kind, Sales: v.yearly[row], Turns: v.turns(row, kind)}
	g.Stake = max(0, g.Sales) * int64(len(g.Turns))
	if given {
		g.Value, g.On, g.Expires = &last.Value, last.On, last.Expires
	}
	return g, true
}

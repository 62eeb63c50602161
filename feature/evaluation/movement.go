package evaluation

import (
	"slices"

	"erba/kernel"
)

// Cell is how many accounts went from one class to another.
type Cell struct {
	Was   string `json:"was"   doc:"Text key of the class"`
	Is    string `json:"is"    doc:"Text key of the class"`
	Count int    `json:"count"`
	Way   int    `json:"way"   doc:"1: upwards, −1: downwards, 0: the same, or neither"`
}

// Flow is what became of the classes of one model between two days.
type Flow struct {
	Model    string      `json:"model"    enum:"abc,rfm,grid,quadrant,pyramid,register,tier,key,vip,grade,card"`
	From     kernel.Date `json:"from"`
	To       kernel.Date `json:"to"`
	InForce  bool        `json:"in_force" doc:"Classes as decided; else as computed, each day by what was known then"`
	Classes  []string    `json:"classes"  doc:"Text keys, from the highest down"`
	Cells    []Cell      `json:"cells"    doc:"From the highest class down; those that stay included"`
	Accounts int         `json:"accounts"`
	Up       int         `json:"up"`
	Down     int         `json:"down"`
}

// Mover is an account behind a cell.
type Mover struct {
	ID     kernel.ID `json:"id"`
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Owner  kernel.ID `json:"owner,omitzero"`
	Was    string    `json:"was"`
	Is     string    `json:"is"`
	Before int64     `json:"before" doc:"Sales of the twelve months to the first day, minor units"`
	After  int64     `json:"after"  doc:"To the second day"`
}

// Movers is a page of them, by account.
type Movers struct {
	Rows []Mover   `json:"rows"`
	Next kernel.ID `json:"next,omitzero"`
}

// ladders are the classes of the models as text keys, from the highest down.
var ladders = map[string][]string{
	"abc": {"abc.A", "abc.B", "abc.C", "abc.none"},
	"rfm": {"rfm.important_value", "rfm.important_keep", "rfm.important_develop", "rfm.important_win_back",
		"rfm.ordinary_value", "rfm.ordinary_keep", "rfm.ordinary_develop", "rfm.ordinary_win_back", "rfm.no_orders"},
	"grid":     {"grid.VIP", "grid.A", "grid.B", "grid.C", "grid.potential_missing"},
	"quadrant": {"quadrant.large_high", "quadrant.small_high", "quadrant.large_low", "quadrant.small_low", "quadrant.potential_missing"},
	"pyramid":  {"pyramid.major", "pyramid.named", "pyramid.nonnamed", "pyramid.mass", "pyramid.potential_missing"},
	"register": {"register.key_account", "register.none"},
	Tier:       {"evaluation.tier_MAJOR", "evaluation.tier_NAMED", "evaluation.tier_NONNAMED", "evaluation.tier_MASS", "evaluation.none"},
	Key:        {"evaluation.key_KEY", "evaluation.none"},
	VIP:        {"evaluation.vip_VIP", "evaluation.none"},
	Grade:      {"evaluation.grade_A", "evaluation.grade_B", "evaluation.grade_C", "evaluation.grade_D", "evaluation.none"},
	Membership: {"evaluation.card_PLATINUM", "evaluation.card_GOLD", "evaluation.card_SILVER", "evaluation.none"},
	"climb":    {"grade.A", "grade.B", "grade.C", "grade.D", "grade.P", "grade.incomplete"},
	"cards":    {"membership.platinum", "membership.gold", "membership.silver", "membership.none"},
}

// none are classes that are none: whoever enters or leaves them does not rise or fall.
var none = []string{"abc.none", "rfm.no_orders", "grid.potential_missing", "quadrant.potential_missing", "pyramid.potential_missing"}

// way is the direction of a change on a ladder.
func way(ladder []string, was, is string) int {
	from, to := slices.Index(ladder, was), slices.Index(ladder, is)
	switch {
	case from < 0 || to < 0 || from == to || slices.Contains(none, was) || slices.Contains(none, is):
		return 0
	case to < from:
		return 1
	}
	return -1
}

// flow counts what became of classes; each calls f for every account looked at.
func flow(model string, each func(f func(was, is string))) Flow {
	ladder := ladders[model]
	f := Flow{Model: model, Classes: ladder, Cells: []Cell{}}
	counts := map[[2]string]int{}
	each(func(was, is string) {
		f.Accounts++
		counts[[2]string{was, is}]++
	})
	for _, was := range ladder {
		for _, is := range ladder {
			n := counts[[2]string{was, is}]
			if n == 0 {
				continue
			}
			c := Cell{was, is, n, way(ladder, was, is)}
			if f.Cells = append(f.Cells, c); c.Way > 0 {
				f.Up += n
			} else if c.Way < 0 {
				f.Down += n
			}
		}
	}
	return f
}

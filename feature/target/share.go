package target

import (
	"slices"

	"erba/analysis/target"
	"erba/kernel"
)

// How a team's target is divided.
const (
	History = "history" // as the year before
	Evenly  = "evenly"
	Current = "current" // as the targets that are there
)

// Wish says what is to be divided, and how.
type Wish struct {
	Year    int64
	Measure string
	Head    kernel.ID // whose team
	Total   int64     // of the year; 0: the target that the team has
	By      string
	Keep    int64 // per cent that stay open
	Unit    int64 // minor units of which parts are whole multiples
	Deep    bool  // through all managers down to everybody
}

const mostKept = 50 // per cent

// Check reports the first rule that a wish breaks.
func (w Wish) Check() error {
	switch {
	case w.Year < earliest || w.Year > latest:
		return kernel.Invalid("target.bad_year", "first", earliest, "last", latest)
	case w.Total < 0 || w.Total > most:
		return kernel.Invalid("target.bad_amount")
	case w.Keep < 0 || w.Keep > mostKept:
		return kernel.Invalid("target.bad_keep", "max", mostKept)
	case w.Unit < 1 || w.Unit > 1_000_000_00:
		return kernel.Invalid("target.bad_unit")
	}
	return nil
}

// Part is a target as it is suggested.
type Part struct {
	Kind    string    `json:"kind" enum:"person,team"`
	User    kernel.ID `json:"user"`
	Name    string    `json:"name"`
	Depth   int       `json:"depth"`
	Months  Months    `json:"months"`
	Was     Months    `json:"was"     doc:"The target that is there"`
	Before  int64     `json:"before"  doc:"What was done in the year before"`
	Version int64     `json:"version" doc:"Of the target that it would replace; 0: none"`
}

// Suggestion is how a team's target could be divided; nothing of it is kept.
type Suggestion struct {
	Year    int64  `json:"year"`
	Measure string `json:"measure" enum:"sales,collection"`
	Rows    []Part `json:"rows" doc:"The team first"`
	Rest    Months `json:"rest" doc:"What stays open of the first row"`
	History bool   `json:"history" doc:"There is a year before to go by; else all count alike"`
}

// divider divides a team's target down its line.
type divider struct {
	Wish
	*Line
	holding
	done map[kernel.ID]Done
	rows []Part
}

// weight is by what somebody, or his whole team, gets his part.
func (d *divider) weight(m Member, team bool) int64 {
	switch {
	case d.By == Evenly && team:
		return int64(len(d.heirs(m.ID)))
	case d.By == Evenly:
		return 1
	case d.By == Current && team:
		return d.given(d.Line, m.ID).Sum()
	case d.By == Current:
		return d.holding[holder{Person, "", m.ID}].Months.Sum()
	case team:
		return d.did(m.ID).Before.Sum()
	}
	return d.done[m.ID].Before.Sum()
}

// heirs are those below somebody, himself included, who can be given a target.
func (d *divider) heirs(id kernel.ID) (all []kernel.ID) {
	for _, one := range d.Below(id) {
		if m, _ := d.Find(one); m.Active && m.Sells && !d.Leads(one) {
			all = append(all, one)
		}
	}
	return all
}

// did is what somebody's whole team has done.
func (d *divider) did(id kernel.ID) (sum Done) {
	for _, one := range d.Below(id) {
		sum = sum.plus(d.done[one])
	}
	return sum
}

// begin lays down the team's own target, made of the total that is wished for in
// the course of the year before, or as it is.
func (d *divider) begin(head Member) Months {
	old := d.holding[holder{Team, "", head.ID}]
	months := old.Months
	if before := d.did(head.ID).Before; d.Total > 0 {
		weights := before[:]
		if d.By == Evenly {
			weights = make([]int64, len(before))
		}
		months = Months(target.Spread(d.Total, weights, d.Unit))
	}
	d.rows = append(d.rows, Part{Team, head.ID, head.Name, 0, months, old.Months, d.did(head.ID).Before.Sum(), old.Version})
	return months
}

// divide gives every month of a team to those directly below its head, and to him
// if he sells himself; the rest stays open.
func (d *divider) divide(head Member, months Months, depth int) (rest Months) {
	takers := d.takers(head)
	weights := make([]int64, len(takers))
	for i, t := range takers {
		weights[i] = d.weight(t.Member, t.team)
	}
	rest = months
	if len(takers) == 0 {
		return rest
	}
	parts := make([]Months, len(takers))
	for m, amount := range months {
		give := amount - target.Part(amount, int(d.Keep), 100)
		for i, part := range target.Spread(give, weights, d.Unit) {
			parts[i][m] = part
		}
		rest[m] = amount - give
	}
	for i, t := range takers {
		d.give(t, parts[i], depth)
	}
	return rest
}

// give notes somebody's part and, if it goes all the way down, divides it on.
func (d *divider) give(t taker, part Months, depth int) {
	kind, before := Person, d.done[t.ID].Before.Sum()
	if t.team {
		kind, before = Team, d.did(t.ID).Before.Sum()
	}
	old := d.holding[holder{kind, "", t.ID}]
	d.rows = append(d.rows, Part{kind, t.ID, t.Name, depth, part, old.Months, before, old.Version})
	if t.team && d.Deep {
		d.divide(t.Member, part, depth+1)
	}
}

// taker is who gets a part: himself, or his team.
type taker struct {
	Member
	team bool
}

// takers are those directly below a head who are there and can be given a target,
// and the head where he sells himself.
func (d *divider) takers(head Member) (all []taker) {
	if own := d.done[head.ID]; head.Active && (own.Before.Sum() > 0 || d.holding[holder{Person, "", head.ID}].Version > 0) {
		all = append(all, taker{head, false})
	}
	for _, m := range d.Direct(head.ID) {
		switch {
		case d.Leads(m.ID) && len(d.heirs(m.ID)) > 0:
			all = append(all, taker{m, true})
		case m.Active && m.Sells:
			all = append(all, taker{m, false})
		}
	}
	return slices.Clip(all)
}

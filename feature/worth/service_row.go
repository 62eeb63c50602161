package worth

import (
	"iter"
	"math"
	"slices"

	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/export"
)

// rows writes one row for each of a list.
func rows[T any](all iter.Seq[T], row func(T) []any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for one := range all {
			if !yield(row(one)) {
				return
			}
		}
	}
}

// step is a part of a contribution as a row under Steps.
func step(p portfolio.Part, say Say) []any {
	var hours any
	if p.Hours != nil {
		hours = kernel.Micro(*p.Hours)
	}
	key := "worth.part_" + p.Name
	return []any{say(key), hours, sum(p.Amount)}
}

// contributing is an account as a row under Contributions.
func contributing(c portfolio.Contributing) []any {
	return []any{c.Code, c.Name, export.Amount(c.Sales), sum(c.Gross), sum(c.Service), sum(c.Fees), sum(c.Credit), sum(c.Amount), c.Grade}
}

// returning is an account as a row under Efforts.
func returning(e portfolio.EffortSpot, say Say) []any {
	var roi any
	if e.ROI != nil {
		roi = places(*e.ROI)
	}
	target := ""
	if e.Target {
		target = say("worth.yes")
	}
	return []any{e.Code, e.Name, export.Amount(e.Sales), sum(e.Gross), export.Amount(e.Spent), places(e.Output), places(e.Input), roi,
		say("effort." + e.Quadrant), target}
}

// grouped is a group as a row under Groups.
func grouped(g portfolio.Group, say Say) []any {
	return []any{called(g.Name, say), int64(g.Count), int64(g.Unknown), export.Amount(g.Open), int64(g.Partly),
		sum(g.Sales), sum(g.Gross), sum(g.Service), sum(g.Given), sum(g.Credit), sum(g.Amount)}
}

// lined is a product line as a row under ProductLines.
func lined(l Line, say Say) []any {
	return []any{called(l.Name, say), int64(l.Accounts), export.Amount(l.Sales), sum(l.Goods), sum(l.Gross), export.Amount(l.Open), export.Amount(l.Before), sum(l.Left)}
}

// mover is a group as a row under Movers.
func mover(g shifted, say Say) []any {
	m := g.told()
	measure, all := "worth.part_contribution", m.Contribution
	if m.Count == 0 {
		measure, all = "worth.part_sales", m.Sales
	}
	row := []any{called(g.Name, say), int64(m.Count), int64(m.Unknown), say(measure)}
	for _, column := range Movers[len(row):] {
		at := slices.IndexFunc(all, func(s Step) bool { return "worth.move_"+s.Name == column })
		if at < 0 {
			row = append(row, nil)
		} else {
			row = append(row, export.Amount(all[at].Amount))
		}
	}
	return row
}

// called is the name of a group; there is one of what belongs to none.
func called(name string, say Say) string {
	if name == "" {
		return say("worth.none")
	}
	return name
}

// sum is an amount that may not be known: an empty cell, not nought.
func sum(minor *int64) any {
	if minor == nil {
		return nil
	}
	return export.Amount(*minor)
}

// places is a figure with two places.
func places(v float64) kernel.Decimal { return kernel.Micro(int64(math.Round(v*100)) * 10_000) }

package worth

import (
	"iter"
	"math"

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

// sum is an amount that may not be known: an empty cell, not nought.
func sum(minor *int64) any {
	if minor == nil {
		return nil
	}
	return export.Amount(*minor)
}

// places is a figure with two places.
func places(v float64) kernel.Decimal { return kernel.Micro(int64(math.Round(v*100)) * 10_000) }

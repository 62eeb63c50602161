package scorecard

import (
	"math"

	"erba/analysis/null"
	"erba/analysis/why"
)

// Judge turns a filled card into the text key of a result.
type Judge func(Rating) string

// Explain says which answers led to a result, and which other answer to one
// item, all others unchanged, would lead across one of the cuts. Names of items
// become text keys behind a prefix. The caller adds the cuts as it speaks of them.
func (c *Card) Explain(model, prefix string, answers []null.Number, cuts []float64, judge Judge) why.Explanation {
	r := c.Rate(answers)
	e := why.Explanation{Model: model, Result: judge(r), Rule: prefix + ".rule_score"}
	if !r.Enough {
		e.Rule = prefix + ".rule_incomplete"
	}
	for i, item := range c.items() {
		e.Inputs = append(e.Inputs, figure(prefix+"."+item.Name, item.Unit, answers[i]))
	}
	e.Inputs = append(e.Inputs, figure(prefix+".total", why.Score, r.Total),
		why.Known("scorecard.completeness", why.Share, r.Completeness))
	if r.Enough {
		c.turn(&e, prefix, answers, cuts, judge)
	}
	e.Sort()
	return e
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

// turn tries each item at the nearest answer on the other side of each cut.
func (c *Card) turn(e *why.Explanation, prefix string, answers []null.Number, cuts []float64, judge Judge) {
	filled, other := c.fill(answers), append([]null.Number{}, answers...)
	for i, item := range c.items() {
		for _, cut := range cuts {
			to := filled.across(i, item, cut)
			if !to.Known() {
				continue
			}
			other[i] = to
			if after := judge(c.Rate(other)); after != e.Result {
				e.Changes = append(e.Changes, why.Instead(prefix+"."+item.Name, item.Unit, float64(answers[i]), float64(to), after))
			}
			other[i] = answers[i]
		}
	}
}

// across is the nearest answer to an item with which the total stands on the
// other side of a cut, None if no answer would do.
func (f *filled) across(i int, item Item, cut float64) null.Number {
	from := f.answers[i][0]
	if !from.Known() {
		return null.None
	}
	rise, better := f.total() < null.Number(cut), item.Target > item.Floor
	return nearest(item, float64(from), rise == better, func(to float64) bool {
		return (f.with(i, to) >= null.Number(cut)) == rise
	})
}

// nearest is the first answer, in the steps its unit is given in, from one
// towards the end of the scale at which found holds.
func nearest(item Item, from float64, up bool, found func(float64) bool) null.Number {
	step, end := stepOf(item.Unit), math.Min(item.Floor, item.Target)
	if up {
		end = math.Max(item.Floor, item.Target)
	} else {
		step = -step
	}
	first := math.Floor(from/step) + 1 // multiples of a falling step count downwards
	last := math.Ceil(end / step)
	if last < first || !found(float64(null.Number(last*step).Steady())) {
		return null.None
	}
	for first < last {
		if mid := math.Floor((first + last) / 2); found(float64(null.Number(mid * step).Steady())) {
			last = mid
		} else {
			first = mid + 1
		}
	}
	return null.Number(first * step).Steady()
}

// stepOf is the smallest difference that somebody would write down.
func stepOf(unit why.Unit) float64 {
	if unit == why.Share {
		return 0.001
	}
	return 1
}

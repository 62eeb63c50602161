package portfolio

import (
	"cmp"
	"slices"

	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/value"
)

// Climb is what an account lacks of its next class (method M18).
type Climb struct {
	Class   string      `json:"class"   enum:",P,D,C,B,A" doc:"As computed now; empty: too little is known"`
	Next    string      `json:"next"    enum:",D,C,B,A"   doc:"Empty: there is none above, or nothing is known"`
	By      string      `json:"by"      enum:"points,share" doc:"What the points are"`
	Points  *float64    `json:"points"  doc:"null: not known, or not to be told"`
	Cut     *float64    `json:"cut"     doc:"From which on the next class begins; null: it takes a first purchase, or there is none above"`
	Missing *float64    `json:"missing" doc:"Points"`
	Gaps    []Shortfall `json:"gaps"    doc:"Indicators below the next class, those that would bring the most points first"`
}

// Shortfall is an indicator of the scorecard that is below the next class.
type Shortfall struct {
	Name   string   `json:"name"   doc:"Text key behind value."`
	Unit   string   `json:"unit"   enum:"amount,share,score"`
	Value  *float64 `json:"value"  doc:"null: nobody has answered"`
	Target float64  `json:"target" doc:"What would be on the level of the next class"`
	Gain   *float64 `json:"gain"   doc:"Points that it would bring; null: with the answer open it cannot be said"`
}

// climbs says what an account lacks of its next class.
func (e *Evaluated) climbs(row int32) Climb {
	class, cuts, points := e.climbed(row), e.climbCuts(), e.climbScore(row)
	c := Climb{Class: class.String(), By: string(e.Setting.Config.Grade.By), Points: known(points), Gaps: []Shortfall{}}
	if class == grade.None || class == grade.A {
		return c
	}
	c.Next = (class + 1).String()
	if class == grade.P {
		return c
	}
	cut := cuts[class-grade.D]
	c.Cut, c.Missing = &cut, known(grade.Missing(cuts, class, points))
	if e.Setting.Config.Grade.By == grade.Points {
		c.Gaps = e.gaps(row, cut)
	}
	return c
}

// gaps are the indicators whose points are below a cut.
func (e *Evaluated) gaps(row int32, cut float64) (all []Shortfall) {
	cfg := &e.Setting.Config.Value
	own := e.indicators(row, wholeMonth(e.Ask.AsOf))
	now, item := cfg.Card.Rate(own[:]), 0
	for _, aspect := range cfg.Card.Aspects {
		for _, one := range aspect.Items {
			if points := now.Items[item]; !points.Known() || float64(points) < cut {
				g := Shortfall{Name: one.Name, Unit: string(one.Unit), Value: known(own[item]), Target: one.Floor + cut/100*(one.Target-one.Floor)}
				if points.Known() {
					g.Gain = known(e.gain(own, item, g.Target, now.Total))
				}
				all = append(all, g)
			}
			item++
		}
	}
	slices.SortStableFunc(all, func(a, b Shortfall) int { return cmp.Compare(gained(b), gained(a)) })
	return all
}

func gained(g Shortfall) float64 {
	if g.Gain == nil {
		return -1
	}
	return *g.Gain
}

// gain is what another answer to an indicator would bring in points.
func (e *Evaluated) gain(own [value.Indicators]null.Number, item int, to float64, total null.Number) null.Number {
	own[item] = null.Number(to)
	return (e.Setting.Config.Value.Card.Rate(own[:]).Total - total).Steady()
}

// withoutMargin takes out what tells a margin.
func (c *Climb) withoutMargin() {
	c.Points, c.Missing = nil, nil
	c.Gaps = slices.DeleteFunc(c.Gaps, func(g Shortfall) bool { return slices.Contains(telling, "value."+g.Name) })
	for i := range c.Gaps {
		c.Gaps[i].Gain = nil
	}
}

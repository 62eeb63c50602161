// Package loyalty decides on which rung of the ladder of loyalty a customer stands
// with one category of products (method M56), by what we have of what he buys of it
// and by what those who use it think of us.
//
//	R9 advocate            R8 excellent, but split        → keep    维持现状
//	R7 first choice        R6 popular, bought objectively → expand  全面拓展
//	R5 balanced            R4 an occasional supplement
//	R3 not used, interested  R2 not used, indifferent  R1 hostile → turn 转变认识
package loyalty

import (
	"math"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Rung is a step of the ladder; 0 is one that nobody knows.
type Rung int

// The rungs, from below.
const (
	Unknown Rung = iota
	Hostile
	Indifferent
	Interested
	Occasional
	Balanced
	Popular
	First
	Split
	Advocate
)

// The objectives.
const (
	Keep   = "keep"
	Expand = "expand"
	Turn   = "turn"
)

// Config holds what a company may decide differently.
type Config struct {
	Occasional float64 `json:"occasional" unit:"share" minimum:"0.01" maximum:"1" doc:"Below this share a product is an occasional supplement: 0.1"`
	Balanced   float64 `json:"balanced"   unit:"share" minimum:"0.01" maximum:"1" doc:"… one of several: 0.35"`
	Popular    float64 `json:"popular"    unit:"share" minimum:"0.01" maximum:"1" doc:"… popular: 0.5"`
	First      float64 `json:"first"      unit:"share" minimum:"0.01" maximum:"1" doc:"… the first choice, from it on excellent: 0.7"`
	Months     int     `json:"months"     unit:"count" minimum:"1"    maximum:"24" doc:"Movements are counted over so many months: 3"`
}

// Default is 10, 35, 50 and 70 %, and a quarter.
func Default() Config {
	return Config{Occasional: 0.10, Balanced: 0.35, Popular: 0.50, First: 0.70, Months: 3}
}

// Check refuses cuts that cross.
func (c Config) Check() error {
	if !(c.Occasional > 0 && c.Occasional < c.Balanced && c.Balanced < c.Popular && c.Popular < c.First && c.First <= 1) {
		return kernel.Invalid("loyalty.bad_cuts").In("balanced")
	}
	if c.Months < 1 {
		return kernel.Invalid("loyalty.bad_months").In("months")
	}
	return nil
}

// Voice is what somebody thinks of us, and how much he has to say.
type Voice struct {
	Attitude  int `json:"attitude"  minimum:"-2" maximum:"2"`
	Influence int `json:"influence" minimum:"0"  maximum:"5" doc:"0: not known, counts as 1"`
}

// Attitude is what they think together: their mean by influence, rounded half away
// from zero; None without anybody.
func Attitude(all []Voice) null.Number {
	var sum, weights float64
	for _, v := range all {
		w := float64(max(1, v.Influence))
		sum, weights = sum+w*float64(v.Attitude), weights+w
	}
	if weights == 0 {
		return null.None
	}
	return null.Number(math.Round(sum / weights))
}

// Case is what is known of a customer and a category.
type Case struct {
	Share    null.Number `json:"share"    doc:"Ours of what he buys of it, 0–1"`
	Attitude null.Number `json:"attitude" doc:"−2 to 2"`
}

// Rung is where he stands. Who buys nothing of it is judged by what he thinks, who
// buys nearly all of it, too: an advocate says so.
func (c *Config) Rung(one Case) Rung {
	switch w, a := float64(one.Share), one.Attitude; {
	case !one.Share.Known() || w <= 0 && !a.Known():
		return Unknown
	case w <= 0 && a < 0:
		return Hostile
	case w <= 0 && a > 0:
		return Interested
	case w <= 0:
		return Indifferent
	case w < c.Occasional:
		return Occasional
	case w < c.Balanced:
		return Balanced
	case w < c.Popular:
		return Popular
	case w < c.First:
		return First
	case a == best:
		return Advocate
	}
	return Split
}

const best = 2

// Objective is what is wanted of somebody on a rung.
func (r Rung) Objective() string {
	switch {
	case r == Unknown:
		return ""
	case r >= Split:
		return Keep
	case r >= Occasional:
		return Expand
	}
	return Turn
}

// Key is the text key of a rung.
func (r Rung) Key() string {
	return "loyalty.rung_" + [...]string{"unknown", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"}[r]
}

// Moved is how a customer has moved with a category.
type Moved struct {
	Customer int64
	From, To Rung
}

// Movement is how customers have moved between two days. Of a customer whose rung
// was not known on one of them nothing is said.
type Movement struct {
	Customers int         `json:"customers" doc:"Known on both days"`
	Up        int         `json:"up"        doc:"Of them, moved up with a category and down with none"`
	Down      int         `json:"down"      doc:"Moved down with one"`
	Rate      null.Number `json:"rate"      doc:"Moved up, of all; null: nobody is known on both days"`
}

// Movements counts customers, each once, whatever he does with how many categories.
func Movements(all []Moved) (m Movement) {
	way := map[int64]int{}
	for _, one := range all {
		if one.From == Unknown || one.To == Unknown {
			continue
		}
		was := way[one.Customer]
		switch {
		case one.To < one.From:
			was = -1
		case one.To > one.From && was == 0:
			was = 1
		}
		way[one.Customer] = was
	}
	for _, to := range way {
		switch m.Customers++; to {
		case 1:
			m.Up++
		case -1:
			m.Down++
		}
	}
	m.Rate = null.Ratio(null.Of(m.Up), null.Of(m.Customers))
	return m
}

// Explain says on which rung a customer stands, and what would move him.
func (c *Config) Explain(one Case) why.Explanation {
	r := c.Rung(one)
	e := why.Explanation{Model: "M56", Result: r.Key(), Rule: "loyalty.rule_" + c.rule(one), Changes: []why.Change{},
		Inputs: []why.Figure{figure("loyalty.share", why.Share, one.Share), figure("loyalty.attitude", why.Score, one.Attitude)}}
	for _, cut := range []float64{c.First, c.Popular, c.Balanced, c.Occasional} {
		e.Cuts = append(e.Cuts, why.Known("loyalty.share", why.Share, cut))
		if one.Share.Known() && float64(one.Share) < cut {
			next := one
			next.Share = null.Of(cut)
			e.Changes = append(e.Changes, why.Instead("loyalty.share", why.Share, float64(one.Share), cut, c.Rung(next).Key()))
		}
	}
	for a := -2; a <= best; a++ {
		next := one
		next.Attitude = null.Of(a)
		if to := c.Rung(next); one.Attitude.Known() && to != r {
			e.Changes = append(e.Changes, why.Instead("loyalty.attitude", why.Score, float64(one.Attitude), float64(a), to.Key()))
		}
	}
	e.Sort()
	return e
}

// rule says what decided.
func (c *Config) rule(one Case) string {
	switch {
	case !one.Share.Known():
		return "no_share"
	case one.Share <= 0 && !one.Attitude.Known():
		return "no_attitude"
	case one.Share <= 0:
		return "attitude"
	case float64(one.Share) >= c.First && !one.Attitude.Known():
		return "nobody_asked"
	case float64(one.Share) >= c.First:
		return "both"
	}
	return "share"
}

func figure(key string, unit why.Unit, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, float64(n))
}

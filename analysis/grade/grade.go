// Package grade decides the class PYR.A to PYR.D of a customer over time (method
// M18): VIP, large, medium and small, and P for who has never bought.
//
// The scores are those of the customer value scorecard (M14), one a quarter, or
// bands of sales: who is among those that bring the first half, and so on. Up
// at the cut; down only below the cut less 3 points in two quarters in a row.
// Who has never bought is P, and his first purchase makes him D, whatever he
// scores; from there he climbs. A score that is not complete changes nothing.
package grade

import (
	"erba/analysis/band"
	"erba/analysis/ladder"
	"erba/analysis/null"
	"erba/kernel"
)

// Class is PYR.A to PYR.D, or P; a letter never stands alone. A better class is
// a larger number.
type Class uint8

// The classes. None is a customer of whom too little is known.
const (
	None Class = iota
	P
	D
	C
	B
	A
)

var letters = [...]string{"", "P", "D", "C", "B", "A"}

// String is the bare letter, "" for None.
func (c Class) String() string { return letters[c] }

// Key is the text key of the class.
func (c Class) Key() string {
	if c == None {
		return "grade.incomplete"
	}
	return "grade." + letters[c]
}

// MarshalText puts the letter into JSON and CSV.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a letter.
func (c *Class) UnmarshalText(text []byte) error {
	for i, letter := range letters {
		if letter == string(text) {
			*c = Class(i)
			return nil
		}
	}
	return kernel.Invalid("grade.bad_class", "class", string(text))
}

// Of is the class of a number by three rising breaks; None if it is not known.
func Of(cuts band.Set, n null.Number) Class { return inBand(cuts.Of(n)) }

func inBand(b int) Class {
	if b == band.Unknown {
		return None
	}
	return Class(b) + P
}

// band is the rung of a class; those below D stand on none.
func (c Class) band() int { return max(0, int(c)-int(P)) }

// Basis is what the points of a class are.
type Basis string

// The bases: points of the scorecard, or 100 less the per cent of all sales that
// larger customers bring.
const (
	Points Basis = "points"
	Share  Basis = "share"
)

// Config holds what a company may decide differently. The cuts of points are
// those of the scorecard.
type Config struct {
	By    Basis        `json:"by"    enum:"points,share"`
	Bands band.Set     `json:"bands" unit:"score" minimum:"0" maximum:"100" doc:"By share: 100 less the per cent of sales that larger ones bring, from which on a customer is C, B, A: 5, 20, 50"`
	Slack ladder.Slack `json:"slack"`
	Near  float64      `json:"near"  unit:"score" minimum:"0" maximum:"100" doc:"So many points below the next class a customer is a candidate for it: 5"`
}

// Default is by points, 3 of them for 2 quarters, and candidates within 5.
func Default() Config {
	return Config{By: Points, Bands: band.Set{5, 20, 50}, Slack: ladder.Slack{Points: 3, Times: 2}, Near: 5}
}

// Check refuses bands that do not rise and a slack that is none.
func (c Config) Check() error {
	switch {
	case c.By != Points && c.By != Share:
		return kernel.Invalid("grade.bad_basis", "by", string(c.By)).In("by")
	case len(c.Bands) != 3 || !(c.Bands[0] > 0 && c.Bands[2] <= 100):
		return kernel.Invalid("grade.bad_bands").In("bands")
	case !(c.Near >= 0 && c.Near <= 100):
		return kernel.Invalid("grade.bad_near", "near", c.Near).In("near")
	}
	if err := c.Bands.Check(); err != nil {
		return kernel.Within("bands", err)
	}
	return kernel.Within("slack", c.Slack.Check())
}

// Holds reports whether points, with the slack, hold a class.
func (c *Config) Holds(cuts band.Set, class Class, points null.Number) bool {
	return points.Known() && cuts.Of((points+null.Number(c.Slack.Points)).Steady()) >= class.band()
}

// History is what leads to the class of one customer: the class of a quarter
// before, whether he has ever bought, and the scores up to now, the oldest first.
type History struct {
	Before Class         `json:"before"`
	Bought bool          `json:"bought"`
	Scores []null.Number `json:"scores"`
}

// Next is the class after the last score.
func (c *Config) Next(cuts band.Set, h History) Class {
	switch {
	case !h.Bought:
		return P
	case h.Before == P:
		return D
	case h.Before == None:
		return Of(cuts, h.last())
	}
	return inBand(c.Slack.Next(cuts, h.Before.band(), h.Scores))
}

func (h History) last() null.Number {
	if len(h.Scores) == 0 {
		return null.None
	}
	return h.Scores[len(h.Scores)-1]
}

// Climb are the classes of a customer quarter by quarter; bought says from which
// quarter on he had bought something.
func (c *Config) Climb(cuts band.Set, scores []null.Number, bought int) (classes []Class) {
	before := None
	for i := range scores {
		before = c.Next(cuts, History{before, i >= bought, scores[:i+1]})
		classes = append(classes, before)
	}
	return classes
}

// NextAll puts the classes of many customers into a column as long as the
// others; of the scores there is one column for each quarter, the oldest first.
func (c *Config) NextAll(cuts band.Set, before []Class, bought []bool, scores [][]null.Number, into []Class) {
	own := make([]null.Number, len(scores))
	for row := range into {
		for i, column := range scores {
			own[i] = column[row]
		}
		into[row] = c.Next(cuts, History{before[row], bought[row], own})
	}
}

// Candidate reports whether a customer is close below the next class, which it
// is, and how many points he lacks.
func (c *Config) Candidate(cuts band.Set, now Class, score null.Number) (next Class, missing null.Number, ok bool) {
	missing = ladder.Missing(cuts, now.band(), score)
	if !missing.Known() || missing <= 0 || float64(missing) > c.Near {
		return None, null.None, false
	}
	return now + 1, missing, true
}

// Package square decides where an account stands on a grid of five by five
// squares (method M11), how far both sides are apart, and which step comes next.
// The grid is an engine: axes, levels, squares, colours and actions are words that
// a company sets. Two templates come with it:
//
//	relationship  x what the relationship is like, y how much of us is involved
//	views         x the stage as we see it, y the stage as the customer sees it
//
//	square = (y − 1) · 5 + x, attained = min(x, y), potential = max(x, y), gap = y − x
//	a gap of two or more is ahead, of minus two or less behind, else balanced
//	next: raise the smaller one; of two equal ones x first
//
// Source: only the title is known ("twenty-five squares", a model of development).
// The axes are those of Millman and Wilson's model, the rest is our own
// implementation of it.
package square

import (
	"slices"
	"strconv"

	"erba/kernel"
)

const (
	side    = 5
	squares = side * side
)

// The templates.
const (
	Relationship = "relationship"
	Views        = "views"
)

// Label is a word in both languages.
type Label struct {
	Chinese string `json:"zh"`
	English string `json:"en"`
}

func (l Label) empty() bool { return l.Chinese == "" || l.English == "" }

// Axis is one of the two, with its levels from the lowest.
type Axis struct {
	Name   Label       `json:"name"`
	Levels [side]Label `json:"levels"`
}

// Colours that a square may have.
var Colours = []string{"green", "blue", "amber", "red", "grey"}

// Cell is what a square means.
type Cell struct {
	Name   Label  `json:"name"`
	Colour string `json:"colour" enum:"green,blue,amber,red,grey"`
	Action Label  `json:"action"`
}

// Template is a grid with its words; the squares from the lower left, row by row.
type Template struct {
	X     Axis   `json:"x"`
	Y     Axis   `json:"y"`
	Cells []Cell `json:"cells"`
}

// Config holds what a company may decide differently.
type Config struct {
	Use          string   `json:"use" enum:"relationship,views" doc:"The grid that is shown first"`
	Gap          int      `json:"gap" unit:"count" minimum:"1" maximum:"4" doc:"From this difference on the sides are apart: 2"`
	Relationship Template `json:"relationship"`
	Views        Template `json:"views"`
}

// Default is both templates, the relationship first.
func Default() Config {
	return Config{Use: Relationship, Gap: 2, Relationship: relationship(), Views: views()}
}

// Check refuses grids with other than 25 squares, and words that are missing.
func (c Config) Check() error {
	if c.Use != Relationship && c.Use != Views {
		return kernel.Invalid("square.bad_template").In("use")
	}
	if c.Gap < 1 || c.Gap >= side {
		return kernel.Invalid("square.bad_gap").In("gap")
	}
	for name, t := range map[string]*Template{Relationship: &c.Relationship, Views: &c.Views} {
		if err := t.check(name); err != nil {
			return err
		}
	}
	return nil
}

func (t *Template) check(name string) error {
	if len(t.Cells) != squares {
		return kernel.Invalid("square.not_25").In(name + ".cells")
	}
	for i, c := range t.Cells {
		if c.Name.empty() || c.Action.empty() || !slices.Contains(Colours, c.Colour) {
			return kernel.Invalid("square.no_words").In(name + ".cells." + strconv.Itoa(i))
		}
	}
	for at, axis := range map[string]*Axis{"x": &t.X, "y": &t.Y} {
		if axis.Name.empty() || slices.ContainsFunc(axis.Levels[:], Label.empty) {
			return kernel.Invalid("square.no_words").In(name + "." + at)
		}
	}
	return nil
}

// Of is a template by its name.
func (c *Config) Of(name string) *Template {
	if name == Views {
		return &c.Views
	}
	return &c.Relationship
}

// State says how both coordinates stand to each other.
type State string

// The states.
const (
	Ahead    State = "ahead"
	Behind   State = "behind"
	Balanced State = "balanced"
)

// Point is a place on the grid, 1 to 5 each.
type Point struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// Cell is the number of the square, 1 to 25.
func (p Point) Cell() int { return (p.Y-1)*side + p.X }

// on reports whether the point is on the grid.
func (p Point) on() bool { return p.X >= 1 && p.X <= side && p.Y >= 1 && p.Y <= side }

// Place is what a point on the grid says.
type Place struct {
	Point
	Cell      int   `json:"cell"`
	Attained  int   `json:"attained"  doc:"Stage that both sides have reached"`
	Potential int   `json:"potential" doc:"Stage that one of them has reached"`
	Gap       int   `json:"gap"`
	State     State `json:"state"     enum:"ahead,behind,balanced"`
	Next      Point `json:"next"      doc:"The square to go to; the same: it is the last"`
}

// Place is that of a point.
func (c *Config) Place(p Point) (Place, error) {
	if !p.on() {
		return Place{}, kernel.Invalid("square.off")
	}
	at := Place{Point: p, Cell: p.Cell(), Attained: min(p.X, p.Y), Potential: max(p.X, p.Y), Gap: p.Y - p.X, State: Balanced, Next: p.next()}
	switch {
	case at.Gap >= c.Gap:
		at.State = Ahead
	case at.Gap <= -c.Gap:
		at.State = Behind
	}
	return at, nil
}

// next raises the smaller coordinate, of two equal ones x.
func (p Point) next() Point {
	switch {
	case p.X <= p.Y && p.X < side:
		p.X++
	case p.Y < side:
		p.Y++
	}
	return p
}

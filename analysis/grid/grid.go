// Package grid decides where a customer stands on the (X,Y) grid (method M15):
// X is what he buys from us now, Y all that he could buy, both from 0 (nothing)
// to 4 (very much), and which class A, B or C that makes him.
//
// Ten of the 25 cells are published; the others are our completion, and cells
// with X > Y contradict themselves, because nobody buys more than he buys in
// all: they are marked for verification and judged by (X,X) for the time being.
// The table is not monotone and must not be made so: A has two roots, a large
// unused potential and an already very large volume; (2,4) lies between.
//
// Both axes use the same break points, so X ≤ Y means our sales ≤ his demand.
// An unknown demand is never read as a small one: such a customer has no class.
package grid

import (
	"strconv"

	"erba/kernel"
)

// Class is GRID.A, GRID.B or GRID.C; a letter never stands alone.
type Class uint8

// The classes. None is a customer whose demand nobody knows.
const (
	None Class = iota
	A
	B
	C
)

var letters = [...]string{"", "A", "B", "C"}

// String is the bare letter, "" for None.
func (c Class) String() string { return letters[c] }

// Key is the text key of the class.
func (c Class) Key() string {
	if c == None {
		return "grid.potential_missing"
	}
	return "grid." + letters[c]
}

// MarshalText puts the letter into JSON and CSV.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a letter, as in an edited table.
func (c *Class) UnmarshalText(text []byte) error {
	for i, letter := range letters {
		if letter == string(text) {
			*c = Class(i)
			return nil
		}
	}
	return kernel.Invalid("grid.bad_class", "class", string(text))
}

// Table is the class of each cell, Table[y][x], for x ≤ y; cells with x > y are not read.
type Table [5][5]Class

// Published are the ten cells of the source; the others are None.
func Published() Table {
	return Table{
		{None, None, None, None, None},
		{C, C, None, None, None},
		{B, C, None, None, None},
		{A, A, None, None, None},
		{None, A, B, A, A},
	}
}

// Completed are the published cells and our own completion: the one that adds
// no new contradiction where unused potential counts, and the fewest where
// volume counts.
func Completed() Table {
	t := Published()
	t[0][0], t[4][0], t[2][2], t[3][2], t[3][3] = C, A, C, B, B
	return t
}

// Origin says where the class of a cell comes from.
type Origin uint8

// The origins of a cell.
const (
	FromSource   Origin = iota // published
	FromUs                     // completed by us, °
	FromConflict               // X > Y: to be verified, provisional class of (X,X)
)

// OriginOf is where a cell of our table comes from.
func OriginOf(x, y uint8) Origin {
	switch {
	case x > y:
		return FromConflict
	case Published()[y][x] == None:
		return FromUs
	}
	return FromSource
}

// Config holds what a company may decide differently.
type Config struct {
	Breaks    [3]int64 `json:"breaks"    unit:"amount" minimum:"1" doc:"Yearly minor units from which a level is 2, 3, 4; above zero it is 1"`
	Table     Table    `json:"table"     enum:"A,B,C" doc:"Class by [y][x]"`
	Influence uint8    `json:"influence" unit:"score" minimum:"1" maximum:"5" doc:"From this influence (of 5) on an approved customer is a VIP: 4"`
}

// Default is 100,000, 500,000 and 2,000,000 yuan a year, and our completed table.
func Default() Config {
	return Config{Breaks: [3]int64{100_000_00, 500_000_00, 2_000_000_00}, Table: Completed(), Influence: 4}
}

// Check refuses break points that do not rise, cells without a class and an
// influence that nobody can have.
func (c Config) Check() error {
	if c.Influence < 1 || c.Influence > 5 {
		return kernel.Invalid("grid.bad_influence", "max", 5).In("influence")
	}
	below := int64(0)
	for i, b := range c.Breaks {
		if b <= below {
			return kernel.Invalid("grid.bad_breaks").In("breaks." + strconv.Itoa(i))
		}
		below = b
	}
	for y := range c.Table {
		for x := 0; x <= y; x++ {
			if c.Table[y][x] == None {
				return kernel.Invalid("grid.empty_cell", "x", x, "y", y).In("table." + strconv.Itoa(y) + "." + strconv.Itoa(x))
			}
		}
	}
	return nil
}

// Level is 0 to 4 for a yearly amount.
func (c *Config) Level(amount int64) uint8 {
	if amount <= 0 {
		return 0
	}
	level := uint8(1)
	for _, b := range c.Breaks {
		if amount >= b {
			level++
		}
	}
	return level
}

// Unknown is the demand of a customer whom nobody has estimated.
const Unknown int64 = -1

// Place is where a customer stands. Without Known there is X only.
type Place struct {
	X, Y     uint8
	Class    Class
	Known    bool // his demand is known
	Conflict bool // X > Y: to be verified, the class is provisional
}

// Cell is the number of the cell, 5·y + x.
func (p Place) Cell() int { return 5*int(p.Y) + int(p.X) }

// Place finds the place of yearly sales and demand in minor units.
func (c *Config) Place(sales, demand int64) Place {
	if demand < 0 {
		return Place{X: c.Level(sales)}
	}
	return c.At(c.Level(sales), c.Level(demand))
}

// At is the place of levels that somebody set by hand, 0 to 4 each.
func (c *Config) At(x, y uint8) Place {
	return Place{X: x, Y: y, Class: c.Table[max(x, y)][x], Known: true, Conflict: x > y}
}

// PlaceAll finds the places of columns; the three are equally long.
func (c *Config) PlaceAll(sales, demand []int64, into []Place) {
	for i, s := range sales {
		into[i] = c.Place(s, demand[i])
	}
}

// VIP reports whether a customer is GRID.VIP: very strong influence in his trade,
// approved by a manager, whatever he buys. The cell class stays beside it.
func (c *Config) VIP(influence uint8, approved bool) bool {
	return approved && influence >= c.Influence
}

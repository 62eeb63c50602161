package portfolio

import (
	"math"
	"sort"

	"erba/analysis/quadrant"
)

const (
	mostPoints = 3000
	tiles      = 64 // on each axis
)

// points are the accounts with an estimate in the plane of the two values, the
// largest first. Where the plane is crowded, the largest of a tile stand for
// their neighbours: every tile keeps as many as fit altogether.
func (v *View) points() (points []Point, left int) {
	points = []Point{}
	crowd := v.crowd()
	room := crowd.room()
	taken := make([]int, tiles*tiles)
	for _, row := range v.order(byValueDown).rows {
		tile := crowd.tiles[row]
		if tile == nowhere {
			continue
		}
		if taken[tile]++; taken[tile] > room || len(points) == mostPoints {
			left++
			continue
		}
		current, potential := v.at(row)
		points = append(points, Point{v.accounts[row].ID, v.accounts[row].Name, current, potential, typeNames[v.types[row]]})
	}
	return points, left
}

// at is where an account stands in the plane.
func (v *View) at(row int32) (current, potential int64) {
	return v.current[row], quadrant.Potential(v.current[row], v.expected[row])
}

// crowd says in which tile of the plane each account stands, and how many stand
// in each. The axes are logarithmic.
type crowd struct {
	tiles  []uint16
	counts [tiles * tiles]int
	all    int
}

// nowhere is the tile of an account that is not in the plane.
const nowhere = tiles * tiles

func (v *View) crowd() *crowd {
	c := &crowd{tiles: make([]uint16, v.Len())}
	x, y := int64(1), int64(1)
	v.each(func(row int32) {
		if v.types[row] != quadrant.None {
			current, potential := v.at(row)
			x, y = max(x, current), max(y, potential)
		}
	})
	across, up := axis(x), axis(y)
	for row := range c.tiles {
		c.tiles[row] = nowhere
	}
	v.each(func(row int32) {
		if v.types[row] != quadrant.None {
			current, potential := v.at(row)
			tile := across(current)*tiles + up(potential)
			c.tiles[row] = uint16(tile)
			c.counts[tile]++
			c.all++
		}
	})
	return c
}

// axis cuts the amounts up to one into tiles that grow with them. The bits of a
// floating-point number, read as a whole one, rise like its logarithm.
func axis(most int64) func(int64) int {
	one := math.Float64bits(1)
	width := float64(math.Float64bits(float64(most)+1) - one)
	return func(v int64) int {
		bits := math.Float64bits(float64(max(0, v)) + 1)
		return min(tiles-1, int(float64(bits-one)/width*tiles))
	}
}

// room is how many accounts each tile may keep.
func (c *crowd) room() int {
	if c.all <= mostPoints {
		return c.all
	}
	return sort.Search(c.all, func(each int) bool { return c.keeps(each+1) > mostPoints })
}

// keeps is how many points there are if every tile keeps so many.
func (c *crowd) keeps(each int) (n int) {
	for _, count := range c.counts {
		n += min(count, each)
	}
	return n
}

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
	room := sort.Search(v.Len(), func(each int) bool { return crowd.keeps(each+1) > mostPoints })
	if crowd.all <= mostPoints {
		room = crowd.all
	}
	taken := make([]int, tiles*tiles)
	take := func(row int32) {
		if !v.mask.Has(row) || v.types[row] == quadrant.None {
			return
		}
		tile := crowd.tile(v.at(row))
		if taken[tile]++; taken[tile] > room || len(points) == mostPoints {
			left++
			return
		}
		current, potential := v.at(row)
		points = append(points, Point{v.accounts[row].ID, v.accounts[row].Name, current, potential, typeNames[v.types[row]]})
	}
	for _, row := range v.ranked.Rows {
		take(row)
	}
	v.each(func(row int32) {
		if v.value[row] <= 0 {
			take(row)
		}
	})
	return points, left
}

// at is where an account stands in the plane.
func (v *View) at(row int32) (current, potential int64) {
	return v.current[row], quadrant.Potential(v.current[row], v.expected[row])
}

// crowd counts the accounts by tile of the plane, whose axes are logarithmic.
type crowd struct {
	counts []int
	all    int
	x, y   float64 // the logarithm of the largest value on each axis
}

func (v *View) crowd() *crowd {
	c := &crowd{counts: make([]int, tiles*tiles), x: 1, y: 1}
	known := func(f func(current, potential int64)) {
		v.each(func(row int32) {
			if v.types[row] != quadrant.None {
				f(v.at(row))
			}
		})
	}
	known(func(current, potential int64) {
		c.x, c.y = max(c.x, logarithm(current)), max(c.y, logarithm(potential))
		c.all++
	})
	known(func(current, potential int64) { c.counts[c.tile(current, potential)]++ })
	return c
}

func (c *crowd) tile(current, potential int64) int {
	return step(current, c.x)*tiles + step(potential, c.y)
}

func step(v int64, most float64) int { return min(tiles-1, int(logarithm(v)/most*tiles)) }

func logarithm(v int64) float64 { return math.Log1p(float64(max(0, v))) }

// keeps is how many points there are if every tile keeps so many.
func (c *crowd) keeps(each int) (n int) {
	for _, count := range c.counts {
		n += min(count, each)
	}
	return n
}

package pareto

import "sort"

// Point is one place of the Pareto curve: this many customers hold this much.
type Point struct {
	Customers int     `json:"customers"`
	Part      float64 `json:"part"  doc:"Of all customers, 0–1"`
	Share     float64 `json:"share" doc:"Of the total, 0–1"`
}

// Curve is the cumulative curve in at most the given number of points, evenly
// spread over the customers, the last one being all of them.
func (k *Ranking) Curve(points int) []Point {
	n := len(k.Rows)
	points = min(points, n)
	curve := make([]Point, points)
	for i := range curve {
		customers := (i + 1) * n / points
		curve[i] = Point{customers, float64(customers) / float64(n), k.share(customers)}
	}
	return curve
}

func search(n int, found func(int) bool) int { return sort.Search(n, found) }

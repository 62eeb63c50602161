// Package rfm decides how a customer bought (method M24): Recency, the days
// since the last order; Frequency, the number of orders; Monetary, their
// amount. Each gets a score from 1 to 5, 5 being the best.
//
// Two rules turn a column into scores, and both end in four steps per measure:
// a score is 1 plus the number of steps that the value has reached.
//
//   - rank: score = 1 + ⌊5·(customers strictly worse)/n⌋, at most 5; equal
//     values get equal scores. Below five customers a fixed table is used.
//   - quantile: the 20, 40, 60 and 80 % quantiles of type 7, each plus one day,
//     order or currency unit, are the lower ends of the bins, recency reversed:
//     the rule of the R package rfm, rfm_table_order.
//
// Steps are kept as whole numbers, computed in integers, so that no customer
// lands on the wrong side of a step by a rounding error.
//
// Sources: A. M. Hughes, Strategic Database Marketing (1994); R. J. Hyndman and
// Y. Fan, "Sample quantiles in statistical packages", American Statistician
// 50 (1996) for type 7; the eight types are common practice in China.
package rfm

import (
	"math"
	"strconv"

	"erba/analysis/ranking"
	"erba/kernel"
)

// Binning is the rule that turns a column into scores.
type Binning string

// The rules.
const (
	ByRank     Binning = "rank"
	ByQuantile Binning = "quantile"
)

// Config holds what a company may decide differently.
type Config struct {
	Binning Binning `json:"binning" enum:"rank,quantile"`
	High    uint8   `json:"high"    unit:"score" minimum:"2" maximum:"5" doc:"From this score on a measure counts as high: 4"`
	Unit    int64   `json:"unit"    unit:"count" minimum:"1" doc:"One currency unit in units of the amounts: 100 for minor units"`
	Few     Steps   `json:"few"     doc:"The fixed steps of fewer than five customers"`
}

// Default is the rank rule on amounts in minor units.
func Default() Config {
	return Config{Binning: ByRank, High: 4, Unit: 100, Few: Steps{
		Recency: [4]int64{360, 180, 90, 30},
		Orders:  [4]int64{2, 4, 8, 16},
		Amount:  [4]int64{10_000_00, 100_000_00, 500_000_00, 2_000_000_00},
	}}
}

// Check refuses a rule nobody knows, a high score nobody can have and fixed steps
// that do not lead upwards.
func (c Config) Check() error {
	if c.Binning != ByRank && c.Binning != ByQuantile {
		return kernel.Invalid("rfm.bad_binning", "binning", string(c.Binning)).In("binning")
	}
	if c.High < 2 || c.High > 5 || c.Unit < 1 {
		return kernel.Invalid("rfm.bad_config")
	}
	return kernel.Within("few", c.Few.check())
}

// check refuses the first step that does not go on as the one before it.
func (s *Steps) check() error {
	for i := range 3 {
		at := ""
		switch {
		case s.Recency[i] <= s.Recency[i+1]:
			at = "recency"
		case s.Orders[i] >= s.Orders[i+1]:
			at = "orders"
		case s.Amount[i] >= s.Amount[i+1]:
			at = "amount"
		default:
			continue
		}
		return kernel.Invalid("rfm.bad_steps").In(strconv.Itoa(i + 1)).In(at)
	}
	return nil
}

// Never is the recency of a customer who never ordered; he is not scored.
const Never int32 = -1

// Columns are the customers, one row each; the three slices are equally long.
type Columns struct {
	Recency []int32 // days since the last order; Never if there was none
	Orders  []int32 // orders in the window
	Amount  []int64 // their amount, in any whole unit
}

// Score is the three scores of a customer; the zero Score is "no order yet".
type Score struct{ R, F, M uint8 }

// Number writes the scores as the usual three digits, 555; 0 is not scored.
func (s Score) Number() int { return 100*int(s.R) + 10*int(s.F) + int(s.M) }

// Sum is 3 to 15; 0 is not scored.
func (s Score) Sum() int { return int(s.R) + int(s.F) + int(s.M) }

// Scored reports whether there was anything to score.
func (s Score) Scored() bool { return s.R != 0 }

// Steps are the four steps of each measure, from score 2 to score 5. A recency
// reaches its step at or below it, orders and amounts at or above it.
type Steps struct {
	Recency [4]int64 `json:"recency" unit:"days"   minimum:"0"`
	Orders  [4]int64 `json:"orders"  unit:"count"  minimum:"0"`
	Amount  [4]int64 `json:"amount"  unit:"amount" minimum:"0"`
}

// Score is the score of one customer by these steps.
func (s *Steps) Score(recency, orders int32, amount int64) Score {
	if recency == Never {
		return Score{}
	}
	return Score{reached(&s.Recency, -1, int64(recency)), reached(&s.Orders, 1, int64(orders)), reached(&s.Amount, 1, amount)}
}

// reached is 1 plus the number of steps that a value reaches, upwards or downwards.
func reached(steps *[4]int64, direction, value int64) uint8 {
	score := uint8(1)
	for _, step := range steps {
		if direction*value >= direction*step {
			score++
		}
	}
	return score
}

// Scorer finds the steps of columns; the zero Scorer is ready, scoring again
// reuses its memory. Not for concurrent use.
type Scorer struct {
	order  ranking.Sorter
	column []int64
}

// Steps finds the steps of the customers who ordered, and counts them.
func (s *Scorer) Steps(c Columns, cfg Config) (Steps, int) {
	n := s.gather(c.Recency, func(i int) int64 { return int64(c.Recency[i]) })
	if n == 0 || n < 5 && cfg.Binning == ByRank {
		return cfg.Few, n
	}
	var steps Steps
	steps.Recency = s.worst(cfg, 1)
	s.gather(c.Recency, func(i int) int64 { return int64(c.Orders[i]) })
	steps.Orders = s.best(cfg, 1)
	s.gather(c.Recency, func(i int) int64 { return c.Amount[i] })
	steps.Amount = s.best(cfg, cfg.Unit)
	return steps, n
}

// Score puts the score of every row into a column as long as the others.
func (s *Scorer) Score(c Columns, cfg Config, into []Score) (Steps, int) {
	steps, n := s.Steps(c, cfg)
	for i := range into {
		into[i] = steps.Score(c.Recency[i], c.Orders[i], c.Amount[i])
	}
	return steps, n
}

// Edges are the lower ends of the bins 2 to 5 of the quantile rule as they are
// printed beside it, fractions included, recency not reversed.
type Edges struct{ Recency, Orders, Amount [4]float64 }

// Edges finds the ends of columns.
func (s *Scorer) Edges(c Columns, cfg Config) (e Edges) {
	if s.gather(c.Recency, func(i int) int64 { return int64(c.Recency[i]) }) == 0 {
		return e
	}
	e.Recency = s.edges(1)
	s.gather(c.Recency, func(i int) int64 { return int64(c.Orders[i]) })
	e.Orders = s.edges(1)
	s.gather(c.Recency, func(i int) int64 { return c.Amount[i] })
	e.Amount = s.edges(cfg.Unit)
	return e
}

func (s *Scorer) edges(unit int64) (edges [4]float64) {
	for i := range edges {
		at := (i + 1) * (len(s.column) - 1)
		edge := float64(s.column[at/5])
		if rest := at % 5; rest != 0 {
			edge += float64(s.column[at/5+1]-s.column[at/5]) * float64(rest) / 5
		}
		edges[i] = (edge + float64(unit)) / float64(unit)
	}
	return edges
}

// gather copies a measure of those who ordered and sorts it.
func (s *Scorer) gather(recency []int32, value func(int) int64) int {
	s.column = s.column[:0]
	for i, r := range recency {
		if r != Never {
			s.column = append(s.column, value(i))
		}
	}
	s.order.Ascending(s.column)
	return len(s.column)
}

// best are the steps of a measure of which more is better, in the sorted column.
func (s *Scorer) best(cfg Config, unit int64) (steps [4]int64) {
	n := len(s.column)
	for i := range steps {
		if cfg.Binning == ByRank {
			steps[i] = above(s.column[atLeast(i+1, n)-1])
		} else {
			steps[i] = quantile(s.column, i+1) + unit
		}
	}
	return steps
}

// worst are the steps of a measure of which less is better, from the lowest
// score on, so from the largest value.
func (s *Scorer) worst(cfg Config, unit int64) (steps [4]int64) {
	n := len(s.column)
	for i := range steps {
		if cfg.Binning == ByRank {
			steps[i] = s.column[n-atLeast(i+1, n)] - 1
		} else {
			steps[i] = quantile(s.column, 4-i) + unit - 1
		}
	}
	return steps
}

// atLeast is how many must be strictly worse for a score of step+1: ⌈step·n/5⌉.
func atLeast(step, n int) int { return (step*n + 4) / 5 }

// quantile is the smallest whole number at or above the quantile step/5 of type
// 7 of a sorted column.
func quantile(sorted []int64, step int) int64 {
	at := step * (len(sorted) - 1)
	low, rest := sorted[at/5], int64(at%5)
	if rest == 0 {
		return low
	}
	gap := sorted[at/5+1] - low
	return low + gap/5*rest + (gap%5*rest+4)/5
}

func above(v int64) int64 {
	if v == math.MaxInt64 {
		return v
	}
	return v + 1
}

package clv

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/optimize"
)

// Parameters are searched between these bounds; one at a bound is not identified.
const (
	lowest  = 1e-5
	highest = 1e4
)

// likelihood is the logarithm of a likelihood, and its slope by each parameter.
type likelihood func(parameters, slope []float64) float64

// maximize climbs from a start to the parameters of the highest likelihood. It
// walks in the logarithms of the parameters, so they stay positive, and is
// pulled back where they leave the bounds.
func maximize(of likelihood, start ...float64) (best []float64, height float64) {
	problem := optimize.Problem{
		Func: func(at []float64) float64 { return climb(of, at, nil) },
		Grad: func(slope, at []float64) { climb(of, at, slope) },
	}
	logs := make([]float64, len(start))
	for i, p := range start {
		logs[i] = math.Log(p)
	}
	for _, method := range []optimize.Method{&optimize.BFGS{}, &optimize.NelderMead{}, &optimize.BFGS{}} {
		// a search that stops early has still found its best place
		if found, _ := optimize.Minimize(problem, logs, &settings, method); found != nil && found.F <= climb(of, logs, nil) {
			logs = found.X
		}
		if flat(of, logs) {
			break
		}
	}
	best, _ = inside(logs)
	return best, of(best, make([]float64, len(best)))
}

// flat reports whether there is nothing left to climb. Along a bound or a ridge
// there seems to be, which the simplex then decides.
func flat(of likelihood, logs []float64) bool {
	slope := make([]float64, len(logs))
	climb(of, logs, slope)
	return floats.Norm(slope, math.Inf(1)) < level
}

const level = 1e-4 // of the log-likelihood, for a parameter e times as large

var settings = optimize.Settings{
	GradientThreshold: 1e-6,
	MajorIterations:   2000,
	Converger:         &optimize.FunctionConverge{Relative: 1e-13, Iterations: 60},
}

// climb is the height to be minimised, and its slope by the logarithms.
func climb(of likelihood, logs, slope []float64) float64 {
	parameters, outside := inside(logs)
	if slope == nil {
		slope = make([]float64, len(logs))
	}
	height := -of(parameters, slope)
	for i, p := range parameters {
		slope[i] *= -p
		if outside[i] != 0 {
			slope[i] = 2 * pull * outside[i]
		}
		height += pull * outside[i] * outside[i]
	}
	return height
}

const pull = 100 // by how much leaving the bounds costs

// inside are the parameters of logarithms, cut off at the bounds, and how far
// each logarithm lies outside.
func inside(logs []float64) (parameters, outside []float64) {
	parameters, outside = make([]float64, len(logs)), make([]float64, len(logs))
	for i, l := range logs {
		cut := min(max(l, math.Log(lowest)), math.Log(highest))
		parameters[i], outside[i] = math.Exp(cut), l-cut
	}
	return parameters, outside
}

func atBound(parameters ...float64) bool {
	for _, p := range parameters {
		if p < lowest*1.01 || p > highest/1.01 {
			return true
		}
	}
	return false
}

func lgamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}

func digamma(x float64) float64 { return mathext.Digamma(x) }

// logAdd is ln(e^a + e^b) without leaving the range of numbers.
func logAdd(a, b float64) float64 {
	high, low := max(a, b), min(a, b)
	if math.IsInf(low, -1) {
		return high
	}
	return high + math.Log1p(math.Exp(low-high))
}

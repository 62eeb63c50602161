// Package cross decides in which of four fields of two axes something lies. At a
// cut or above it is high; without either number it lies in none.
package cross

import (
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Field is one of the four.
type Field uint8

// The fields, the first word speaking of the first axis.
const (
	None Field = iota
	LowLow
	HighLow
	LowHigh
	HighHigh
)

// Cuts are from where on each axis is high.
type Cuts struct {
	X float64 `json:"x" unit:"score" minimum:"0" maximum:"100"`
	Y float64 `json:"y" unit:"score" minimum:"0" maximum:"100"`
}

// Check refuses cuts outside a scale from 0 to 100.
func (c Cuts) Check() error {
	for i, at := range [...]float64{c.X, c.Y} {
		if !(at >= 0 && at <= 100) {
			return kernel.Invalid("cross.bad_cut", "x", c.X, "y", c.Y).In([...]string{"x", "y"}[i])
		}
	}
	return nil
}

// Of is the field of two numbers.
func (c Cuts) Of(x, y null.Number) Field {
	if !x.Known() || !y.Known() {
		return None
	}
	f := LowLow
	if float64(x) >= c.X {
		f = HighLow
	}
	if float64(y) >= c.Y {
		f += LowHigh - LowLow
	}
	return f
}

// All puts the field of every row into a column as long as the others.
func (c Cuts) All(x, y []null.Number, into []Field) {
	for row, v := range x {
		into[row] = c.Of(v, y[row])
	}
}

// Figures are the two cuts as an explanation shows them.
func (c Cuts) Figures(x, y string) []why.Figure {
	return []why.Figure{why.Known(x, why.Score, c.X), why.Known(y, why.Score, c.Y)}
}

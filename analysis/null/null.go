// Package null decides how a number that nobody knows is carried: as a gap, not
// as zero. A gap is in no sum, below no cut and above none; in JSON it is null.
//
// Inside it is the one number that equals none, so columns stay plain and a
// quotient by zero is a gap of itself. It never leaves a method as such: whoever
// takes the number out asks Known first.
package null

import (
	"encoding/json"
	"math"
)

// Number is a number, or the lack of one.
type Number float64

// None is the lack of a number.
var None = Number(math.NaN())

// Of is a number that is known.
func Of[N int | int32 | int64 | uint8 | float64](v N) Number { return Number(v) }

// Known reports whether there is a number. What is beyond all numbers is none.
func (n Number) Known() bool { return n-n == 0 }

// Ratio is a part of a whole, None where there is no whole.
func Ratio(part, whole Number) Number {
	if !part.Known() || !whole.Known() || whole == 0 {
		return None
	}
	return part / whole
}

// Steady takes off what counting in binary has added, so that sums which are
// equal on paper are equal here, in whatever order they were added.
func (n Number) Steady() Number {
	if scaled := float64(n) * places; math.Abs(scaled) < exact {
		return Number(math.RoundToEven(scaled) / places)
	}
	return n
}

const (
	places = 1e9
	exact  = 1 << 53 // beyond it there are no places to take off
)

// MarshalJSON writes a gap as null.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// UnmarshalJSON reads null as a gap.
func (n *Number) UnmarshalJSON(raw []byte) error {
	if string(raw) == "null" {
		*n = None
		return nil
	}
	return json.Unmarshal(raw, (*float64)(n))
}

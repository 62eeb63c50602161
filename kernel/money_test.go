package kernel

import (
	"math"
	"testing"
)

func TestHalvesAreRoundedAway(t *testing.T) {
	for _, tt := range []struct {
		amount int64
		of     int
		want   int64
	}{{101, 50, 51}, {-101, 50, -51}, {99, 50, 50}, {100, 30, 30}, {1, 40, 0}, {math.MaxInt64 / 200 * 2, 100, math.MaxInt64 / 200 * 2}} {
		if got := Percent(tt.amount, tt.of); got != tt.want {
			t.Errorf("%d %% of %d is %d, not %d", tt.of, tt.amount, got, tt.want)
		}
	}
}

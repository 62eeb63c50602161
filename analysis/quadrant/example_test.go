package quadrant_test

import (
	"fmt"

	"erba/analysis/quadrant"
)

func ExampleCuts_Type() {
	cuts := quadrant.Cuts{Current: 1_000_000_00, Potential: 2_000_000_00}
	fmt.Println(cuts.Type(900_000_00, 6_900_000_00).Key())
	// Output: quadrant.small_high
}

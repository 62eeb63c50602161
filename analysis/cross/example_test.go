package cross_test

import (
	"fmt"

	"erba/analysis/cross"
)

func ExampleCuts_Of() {
	cuts := cross.Cuts{X: 50, Y: 50}
	fmt.Println(cuts.Of(78, 44) == cross.HighLow)
	// Output: true
}

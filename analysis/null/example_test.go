package null_test

import (
	"fmt"

	"erba/analysis/null"
)

func ExampleRatio() {
	fmt.Println(null.Ratio(1, 4), null.Ratio(1, 0).Known())
	// Output: 0.25 false
}

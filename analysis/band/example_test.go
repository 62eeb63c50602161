package band_test

import (
	"fmt"

	"erba/analysis/band"
)

func ExampleSet_Label() {
	ages := band.Set{20, 30, 40, 50}
	key, from, to := ages.Label(ages.Of(30))
	fmt.Println(key, from, to)
	// Output: band.between 30 40
}

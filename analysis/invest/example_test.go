package invest_test

import (
	"fmt"

	"erba/analysis/invest"
	"erba/analysis/null"
)

func ExampleConfig_Place() {
	cfg := invest.Default()
	place := cfg.Place([]null.Number{4, 5, 3, 3, 4, 2, 3, 2, 3, 1})
	fmt.Println(place.Potential, place.Strength, place.Quadrant)
	// Output: 78 44 selective
}

package grid_test

import (
	"fmt"

	"erba/analysis/grid"
)

func ExampleConfig_Place() {
	cfg := grid.Default()
	place := cfg.Place(80_000_00, 2_500_000_00)
	fmt.Println(place.X, place.Y, place.Class)
	// Output: 1 4 A
}

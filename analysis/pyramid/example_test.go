package pyramid_test

import (
	"fmt"

	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
)

func ExampleConfig_Tier() {
	cfg := pyramid.Default()
	fmt.Println(cfg.Tier(quadrant.LargeHigh, pyramid.Lift{}), cfg.Tier(quadrant.SmallLow, pyramid.Lift{VIP: true}))
	// Output: MAJOR NAMED
}

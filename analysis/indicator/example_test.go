package indicator_test

import (
	"fmt"

	"erba/analysis/indicator"
)

func ExampleConfig_Class() {
	cfg := indicator.Default()
	fmt.Println(cfg.Class(4_100_000_00), cfg.Class(900_000_00), cfg.Class(40_000_00))
	// Output: A C D
}

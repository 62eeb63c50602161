package ownership_test

import (
	"fmt"

	"erba/analysis/ownership"
)

func ExampleConfig_Of() {
	cfg := ownership.Default()
	p, _ := cfg.Of(ownership.Foreign)
	fmt.Println(p.Speed, p.Chain)
	// Output: 2 5
}

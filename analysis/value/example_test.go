package value_test

import (
	"fmt"

	"erba/analysis/null"
	"erba/analysis/value"
)

func ExampleConfig_Class() {
	cfg := value.Default()
	r := cfg.Card.Rate([]null.Number{0.24, 800_000_00, 0.92, 3_500_000_00, 0.11, 0.70, 4, 0.80, 1, 0.8625, 5, 0.02})
	fmt.Println(r.Aspects, r.Total, cfg.Class(r))
	// Output: [80 70 60 90] 75 B
}

package industry_test

import (
	"fmt"

	"erba/analysis/industry"
	"erba/analysis/null"
)

func ExampleConfig_Rate() {
	cfg := industry.Default()
	r := cfg.Rate([]null.Number{5, 4, 4, 2, 3, 5, 4})
	fmt.Println(r.Value, r.Grade.Key())
	// Output: 3.95 industry.key
}

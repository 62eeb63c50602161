package servicing_test

import (
	"fmt"

	"erba/analysis/servicing"
)

func ExampleConfig_Compare() {
	cfg := servicing.Default()
	r := cfg.Compare(servicing.Span{Service: 80, Cost: 100, Gross: 0}, servicing.Span{Service: 88, Cost: 101, Gross: 1.3})
	fmt.Println(r.Type, r.Marginal)
	// Output: T3 1.3
}

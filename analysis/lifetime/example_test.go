package lifetime_test

import (
	"fmt"

	"erba/analysis/lifetime"
)

func ExampleFormula() {
	value, five, _ := lifetime.Formula(50_000, 0.85, 0.10)
	fmt.Printf("%.2f %.2f\n", value, five)
	// Output: 170000.00 123163.96
}

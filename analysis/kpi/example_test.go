package kpi_test

import (
	"fmt"

	"erba/analysis/kpi"
)

func ExampleRetention() {
	fmt.Printf("%.1f %%\n", 100*float64(kpi.Retention(120, 130, 22)))
	// Output: 90.0 %
}

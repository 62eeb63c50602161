package contribution_test

import (
	"fmt"

	"erba/analysis/contribution"
)

func ExampleConfig_Of() {
	cfg := contribution.Default()
	fmt.Println(int64(cfg.Of(contribution.Costs{Gross: 300_000_00, Service: 40_000_00, Fees: 50_000_00, Within: 150_000_00, Overdue: 50_000_00})))
	// Output: 19800000
}

package fallacy_test

import (
	"fmt"

	"erba/analysis/fallacy"
	"erba/analysis/null"
)

func ExampleConfig_Examine() {
	cfg := fallacy.Default()
	findings := cfg.Examine(&fallacy.Columns{
		Key: []bool{true, false}, Proven: []bool{true, false}, Sales: []int64{1360, 240}, Margin: []null.Number{204, 60},
		Before: []int64{0, 0}, Ordered: []bool{true, true},
	})
	fmt.Println(findings[3].Key(), findings[0].Key())
	// Output: fallacy.no_profit_warns fallacy.single_ok
}

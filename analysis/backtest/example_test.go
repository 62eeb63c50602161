package backtest_test

import (
	"fmt"

	"erba/analysis/backtest"
)

func ExampleConfig_Run() {
	cfg := backtest.Default()
	r := cfg.Run(backtest.Columns{
		Flagged: []bool{true, true, false, false}, Active: []bool{true, true, true, true},
		Before: []int64{100, 100, 100, 100}, After: []int64{10, 100, 100, 100}, Ordered: []bool{true, true, true, true},
	}, backtest.Shrank)
	fmt.Println(r.Shrank.Precision, r.Shrank.Recall, r.Shrank.Lift, r.FalseAlarms)
	// Output: 0.5 1 2 1
}

package entry_test

import (
	"fmt"

	"erba/analysis/entry"
)

func ExampleConfig_Score() {
	cfg := entry.Default()
	fmt.Println(cfg.Score(entry.Prospect{Chance: 60, Cost: 40, Yield: 70}))
	// Output: 63
}

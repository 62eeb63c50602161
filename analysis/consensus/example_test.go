package consensus_test

import (
	"fmt"

	"erba/analysis/checklist"
	"erba/analysis/consensus"
)

func ExampleConfig_Verdict() {
	cfg := consensus.Default()
	fmt.Println(cfg.Verdict(consensus.Methods{Single: checklist.Yes, Pyramid: checklist.No, Scorecard: checklist.Yes}),
		cfg.Keys(80, 70, 60, 90).Health.Key())
	// Output: propose consensus.model
}

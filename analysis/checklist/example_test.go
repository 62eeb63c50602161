package checklist_test

import (
	"fmt"

	"erba/analysis/checklist"
)

func ExampleTally_AtLeast() {
	large, profitable, reachable := checklist.Yes, checklist.No, checklist.Open
	fmt.Println(checklist.Count(large, profitable, reachable).AtLeast(2).Key())
	// Output: checklist.open
}

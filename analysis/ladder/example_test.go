package ladder_test

import (
	"fmt"

	"erba/analysis/band"
	"erba/analysis/ladder"
	"erba/analysis/null"
)

func ExampleSlack_Next() {
	cuts, slack := band.Set{50, 70, 85}, ladder.Slack{Points: 3, Times: 2}
	fmt.Println(slack.Next(cuts, 3, []null.Number{68, 66}), slack.Next(cuts, 3, []null.Number{66, 66}))
	// Output: 3 2
}

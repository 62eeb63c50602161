package scorecard_test

import (
	"fmt"

	"erba/analysis/null"
	"erba/analysis/scorecard"
)

func ExampleCard_Rate() {
	card := scorecard.Plain("potential", scorecard.Rated("budget", 60), scorecard.Rated("growth", 40))
	r := card.Rate([]null.Number{4, null.None})
	fmt.Println(r.Total, r.Completeness, r.Enough, r.Missing)
	// Output: 80 0.6 true [growth]
}

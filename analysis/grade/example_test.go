package grade_test

import (
	"fmt"

	"erba/analysis/band"
	"erba/analysis/grade"
	"erba/analysis/null"
)

func ExampleConfig_Climb() {
	cfg := grade.Default()
	fmt.Println(cfg.Climb(band.Set{50, 70, 85}, []null.Number{71, 68, 66, 66}, 0))
	// Output: [B B B C]
}

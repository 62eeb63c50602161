package effort_test

import (
	"fmt"

	"erba/analysis/effort"
	"erba/analysis/null"
)

func ExampleConfig_PlaceAll() {
	cfg, places := effort.Default(), make([]effort.Place, 2)
	cfg.PlaceAll(effort.Columns{
		Sales: []null.Number{100, 10}, Profit: []null.Number{50, 5}, Influence: []null.Number{5, 1}, Cost: []null.Number{10, 40},
	}, places)
	fmt.Println(places[0].Quadrant.Key(), places[0].ROI, places[1].Quadrant.Key())
	// Output: effort.focus 5 effort.reduce
}

package rfm_test

import (
	"fmt"

	"erba/analysis/rfm"
)

func ExampleScorer_Score() {
	customers := rfm.Columns{
		Recency: []int32{5, 12, 40, 3, 75, 200, 20, 120, 300, 364},
		Orders:  []int32{24, 12, 6, 9, 3, 2, 4, 1, 1, 1},
		Amount:  []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4},
	}
	scores := make([]rfm.Score, 10)
	new(rfm.Scorer).Score(customers, rfm.Default(), scores)
	fmt.Println(scores[0].Number(), rfm.Default().TypeOf(scores[0]).Key(), rfm.SegmentOf(scores[0], rfm.Segments()))
	// Output: 555 rfm.important_value Champions
}

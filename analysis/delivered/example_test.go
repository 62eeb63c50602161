package delivered_test

import (
	"fmt"

	"erba/analysis/delivered"
)

func ExampleCompare() {
	ours := delivered.Offer{50_000, 12_000, 5_000, 8_000, 52_000, 4_000, 2_000, 1_000}
	theirs := delivered.Offer{45_000, 9_000, 4_000, 6_000, 46_000, 3_500, 1_500, 500}
	fmt.Println(ours.Sum().Delivered, delivered.Compare(ours, []delivered.Offer{theirs}).Lead)
	// Output: 16000 3500
}

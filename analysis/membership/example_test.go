package membership_test

import (
	"fmt"

	"erba/analysis/membership"
)

func ExampleConfig_Of() {
	cfg := membership.Default()
	card, _ := cfg.Of(membership.Customer{Key: true, Sales: 2_600_000_00, Score: 86, Years: 2})
	fmt.Println(card.Key())
	// Output: membership.gold
}

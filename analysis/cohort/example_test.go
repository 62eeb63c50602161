package cohort_test

import (
	"fmt"

	"erba/analysis/cohort"
)

func ExampleMake() {
	table := cohort.Make([]cohort.Order{
		{Customer: 1, Month: 24312, Amount: 100}, {Customer: 2, Month: 24312, Amount: 50},
		{Customer: 1, Month: 24313, Amount: 30},
	})
	c := table.Cohorts[0]
	fmt.Println(c.Month, c.Size, c.Active, c.Retention(1))
	// Output: 2026-01 2 [2 1] 0.5
}

func ExampleMargin_Lifetime() {
	value, _ := cohort.Margin{Yearly: 50_000, Retention: 0.85, Discount: 0.10}.Lifetime()
	fmt.Printf("%.0f\n", value)
	// Output: 170000
}

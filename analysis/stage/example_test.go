package stage_test

import (
	"fmt"

	"erba/analysis/stage"
	"erba/kernel"
)

func ExampleOf() {
	s := stage.Of(kernel.On(2024, 6, 1), kernel.On(2025, 11, 1), kernel.On(2026, 6, 30), stage.Default())
	fmt.Println(s.Class, s.Slowing)
	// Output: stable true
}

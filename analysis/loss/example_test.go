package loss_test

import (
	"fmt"

	"erba/analysis/loss"
)

func ExampleConfig_Class() {
	cfg := loss.Default()
	class := cfg.Class(loss.Case{Contribution: -8_000_00, Age: 5})
	fmt.Println(class, loss.Handling(class))
	// Output: new nurture
}

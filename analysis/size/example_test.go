package size_test

import (
	"fmt"

	"erba/analysis/size"
)

func ExampleOf() {
	employees, revenue := int64(350), int64(15_000_000_00)
	fmt.Println(size.Of(&employees, &revenue, size.Default()))
	// Output: small
}

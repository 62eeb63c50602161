package composition_test

import (
	"fmt"

	"erba/analysis/composition"
)

func ExampleConfig_Compose() {
	cfg := composition.Default()
	w := cfg.Compose([]string{"operators", "others"}, []int32{0, 0, 1}, []int64{270, 30, 2260}, 1)
	fmt.Println(w.Total, w.Groups[0].Dependency, w.Groups[0].Warn)
	// Output: 2560 0.9 true
}

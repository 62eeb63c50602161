package latent_test

import (
	"fmt"

	"erba/analysis/latent"
)

func ExamplePair() {
	p := latent.Pair{Both: 30, OfFirst: 60, OfSecond: 50, Orders: 200}
	fmt.Println(p.Support(), p.Lift())
	// Output: 0.15 2
}

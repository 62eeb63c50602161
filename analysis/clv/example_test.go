package clv_test

import (
	"fmt"

	"erba/analysis/clv"
)

func ExampleBGNBD_Expected() {
	model := clv.BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426, Identified: true}
	customer := clv.Customer{X: 2, Last: 30.43, Age: 38.86}
	alive, _ := model.Alive(customer)
	fmt.Printf("%.2f alive, %.3f purchases in 39 weeks\n", alive, model.Expected(customer, 39))
	// Output: 0.73 alive, 1.226 purchases in 39 weeks
}

func ExampleGammaGamma_Each() {
	model := clv.GammaGamma{P: 6.25, Q: 3.74, V: 15.44}
	value, _ := model.Each(clv.Customer{X: 2, Mean: 22.35})
	fmt.Printf("%.2f\n", value)
	// Output: 24.66
}

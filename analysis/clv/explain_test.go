package clv

import (
	"math"
	"testing"

	"erba/analysis/why"
)

// cdnow is the fit of the published example (Fader, Hardie, Lee 2005).
var cdnow = BGNBD{R: .2426, Alpha: 4.4136, A: .7929, B: 2.4259, Identified: true}

func figure(all []why.Figure, key string) why.Figure {
	for _, f := range all {
		if f.Key == key {
			return f
		}
	}
	return why.Figure{}
}

func TestTheExpectedPurchasesOfTheExampleAreExplained(t *testing.T) {
	c := Customer{X: 2, Last: 30.43, Age: 38.86}
	e := cdnow.Explain(c, nil, Discount{Months: 39, WeeksPerMonth: 1})
	if got := figure(e.Inputs, "clv.expected").Value; math.Abs(got-1.226) > .0005 { // the paper's spreadsheet
		t.Errorf("expected purchases: %f", got)
	}
	if f := figure(e.Inputs, "clv.value"); f.Known || e.Result != Active || e.Rule != "clv.rule_bgnbd" || figure(e.Inputs, "clv.repeats").Value != 2 {
		t.Errorf("%+v", e)
	}
}

func TestWhenACustomerIsTakenForLost(t *testing.T) {
	tests := map[string]struct {
		c       Customer
		result  string
		changes bool
	}{
		"who bought a week ago":                       {Customer{X: 8, Last: 51, Age: 52, Mean: 10}, Active, true},
		"who bought every week and then not for long": {Customer{X: 20, Last: 20, Age: 52, Mean: 10}, Lapsed, true},
		"who bought once is one still, in this model": {Customer{Age: 52}, Active, false},
	}
	for say, tt := range tests {
		e := cdnow.Explain(tt.c, nil, Default())
		if e.Result != tt.result || (len(e.Changes) > 0) != tt.changes {
			t.Errorf("%s: %s, %+v", say, e.Result, e.Changes)
		}
		for _, change := range e.Changes { // a little to either side the results differ
			for _, step := range []float64{-.01, .01} {
				c := Customer{X: tt.c.X, Last: tt.c.Last, Age: tt.c.Last + change.To + step}
				if tt.result == Lapsed {
					c = Customer{X: tt.c.X, Last: tt.c.Age - change.To - step, Age: tt.c.Age}
				}
				alive, _ := cdnow.Alive(c)
				if (alive >= half) != (step < 0) {
					t.Errorf("%s: with a silence of %.2f he is one with %.4f", say, change.To+step, alive)
				}
			}
		}
	}
}

func TestWithoutKnownDropoutNothingIsSaidAboutIt(t *testing.T) {
	m := BGNBD{Limit: NBD{R: .5, Alpha: 10}}
	e := m.Explain(Customer{X: 3, Last: 20, Age: 40, Mean: 100}, &GammaGamma{P: 6.25, Q: 3.74, V: 15.44}, Default())
	if f := figure(e.Inputs, "clv.alive"); f.Known || e.Result != Unknown || e.Rule != "clv.rule_nbd" || len(e.Changes)+len(e.Cuts) > 0 {
		t.Errorf("%+v", e)
	}
	if f := figure(e.Inputs, "clv.value"); !f.Known || f.Value <= 0 {
		t.Errorf("%+v", f)
	}
}

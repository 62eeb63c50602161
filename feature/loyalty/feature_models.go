package loyalty

import (
	"erba/analysis/loyalty"
	"erba/platform/model"
)

// models is the method of this feature, with the worked example of the
// specification.
var models = []model.Model{{ID: "M56", Name: "loyalty", Group: "people", Kind: model.Ladder, Confidence: model.Medium,
	Config: loyalty.Default(), Used: []string{"loyalty.used_list", "method.used_account"},
	Examples: []model.Example{model.Worked("loyalty.example", exampleIn, exampleWant, example)}}}

// stands is what follows for one case.
type stands struct {
	Rung      int    `json:"rung"`
	Objective string `json:"objective"`
}

var (
	exampleIn   = []loyalty.Case{{Share: 0.75, Attitude: 2}, {Share: 0.75, Attitude: 1}, {Share: 0.52, Attitude: 0}, {Share: 0.05, Attitude: 1}, {Share: 0, Attitude: -2}, {Share: 0, Attitude: 0}}
	exampleWant = []stands{{9, loyalty.Keep}, {8, loyalty.Keep}, {7, loyalty.Expand}, {4, loyalty.Expand}, {1, loyalty.Turn}, {2, loyalty.Turn}}
)

func example(in []loyalty.Case) (all []stands, _ error) {
	cfg := loyalty.Default()
	for _, one := range in {
		r := cfg.Rung(one)
		all = append(all, stands{int(r), r.Objective()})
	}
	return all, nil
}

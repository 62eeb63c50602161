package fee

import (
	"erba/analysis/fee"
	"erba/kernel"
	"erba/platform/model"
)

var models = []model.Model{{
	ID: setting, Name: "fee", Group: "money", Kind: model.Other, Confidence: model.High, Config: fee.Default(),
	Used: []string{"fee.used_request", "fee.used_result", "fee.used_line"},
	Examples: []model.Example{
		model.Worked("fee.example", grounds, judged, judge),
		model.Worked("fee.example_activity", fee.Activity{Baseline: 50_000_00, With: 80_000_00, Margin: forty, Fee: 9_000_00}, fee.Gain{Net: 3_000_00, OK: true, Back: 1.0 / 3},
			func(a fee.Activity) (fee.Gain, error) { return a.Gain(), nil }),
	},
}}

var forty = kernel.Micro(400_000)

// put is what was sold and spent, at a margin.
type put struct {
	fee.Ground
	Fees int64 `json:"fees"`
}

// covered is what became of it.
type covered struct {
	Net  int64 `json:"net"`
	Even int64 `json:"break_even"`
	OK   bool  `json:"ok"`
}

// The exercise of specification M74.
var (
	grounds = []put{{fee.Ground{Sales: 100_000_00, Margin: forty}, 30_000_00}, {fee.Ground{Sales: 50_000_00, Margin: forty}, 25_000_00}, {fee.Ground{Sales: 62_500_00, Margin: forty}, 25_000_00}}
	judged  = []covered{{10_000_00, 75_000_00, true}, {-5_000_00, 62_500_00, false}, {0, 62_500_00, true}}
)

func judge(in []put) (all []covered, _ error) {
	for _, one := range in {
		r := fee.Judge(one.Ground, one.Fees)
		all = append(all, covered{r.Net, *r.Even, r.OK})
	}
	return all, nil
}

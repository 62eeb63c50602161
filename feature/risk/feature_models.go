package risk

import (
	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/platform/model"
)

// models is the method of this feature, with the worked examples of the
// specification.
var models = []model.Model{{ID: "M08", Name: "risk", Group: "people", Kind: model.Scorecard, Confidence: model.Medium,
	Config: risk.Default(), Used: []string{"risk.used_list", "method.used_account"},
	Examples: []model.Example{
		model.Worked("risk.example_register", registerIn, registerWant, registerOut),
		model.Worked("risk.example_share", shareIn, shareWant, shareOut),
	}}}

// outcome is what follows from a register.
type outcome struct {
	Scores []int  `json:"scores"`
	Cause  string `json:"cause"`
	Level  string `json:"level"`
}

var (
	registerIn   = []risk.Judged{{Cause: risk.Quality, Probability: 3, Impact: 5}, {Cause: risk.People, Probability: 3, Impact: 4}}
	registerWant = outcome{[]int{15, 12}, risk.Quality, risk.Red}
)

func registerOut(in []risk.Judged) (out outcome, _ error) {
	cfg := risk.Default()
	for _, j := range in {
		out.Scores = append(out.Scores, j.Score())
	}
	worst, _ := risk.Worst(in)
	out.Cause, out.Level = worst.Cause, cfg.Level(worst.Score())
	return out, nil
}

// fall is our share of an account at the ends of two quarters.
type fall struct {
	Before float64 `json:"before"`
	After  float64 `json:"after"`
}

// raised is the signal that it gives.
type raised struct {
	Cause       string  `json:"cause"`
	Fell        float64 `json:"fell"`
	Probability int     `json:"probability"`
}

var (
	shareIn   = fall{0.50, 0.38}
	shareWant = raised{risk.Market, 0.24, 3}
)

func shareOut(in fall) (out raised, _ error) {
	cfg, f := risk.Default(), risk.Unknown()
	f.Before, f.After = null.Of(in.Before), null.Of(in.After)
	for _, l := range cfg.Signals(f) {
		out = raised{l.Cause, float64(l.Value), l.Probability}
	}
	return out, nil
}

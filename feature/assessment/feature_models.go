package assessment

import (
	"erba/analysis/qualification"
	"erba/platform/model"
)

// models is the method of this feature, with the worked examples of the
// specification.
var models = []model.Model{{ID: judging, Name: "qualification", Group: "sale", Kind: model.Scorecard, Confidence: model.Medium,
	Config: qualification.Default(), Used: []string{"assessment.used_deal"},
	Examples: []model.Example{
		model.Worked("qualification.example_follow", fullIn, fullWant, judge),
		model.Worked("qualification.example_unknown", unknownIn, unknownWant, judge),
		model.Worked("qualification.example_funds", fundsIn, fundsWant, judge),
		model.Worked("qualification.example_loss", lossIn, lossWant, judge),
	}}}

// Rated is a step's answers in the order of its questions; −1: not known, null: not
// answered.
type Rated struct {
	Real    []*int `json:"real"`
	Compete []*int `json:"compete"`
	Win     []*int `json:"win"`
	Worth   []*int `json:"worth"`
}

// Came is what comes of it.
type Came struct {
	Scores  []float64 `json:"scores"`
	Overall float64   `json:"overall"`
	Verdict string    `json:"verdict"`
}

func rated(all ...int) (list []*int) {
	for _, n := range all {
		list = append(list, &n)
	}
	return list
}

var (
	usual       = Rated{rated(4, 4, 3, 5, 4), rated(4, 4, 3, 2, 4), rated(3, 2, 3, 3, 2), rated(4, 3, 3, 2, 4)}
	fullIn      = usual
	fullWant    = Came{[]float64{80, 68, 52, 64}, 66, qualification.Follow}
	unknownIn   = Rated{rated(4, 4, 3, 5, -1), usual.Compete, usual.Win, usual.Worth}
	unknownWant = Came{[]float64{64, 68, 52, 64}, 62, qualification.Follow}
	fundsIn     = Rated{rated(4, 4, 3, -1, 4), usual.Compete, usual.Win, usual.Worth}
	fundsWant   = Came{[]float64{60, 68, 52, 64}, 61, qualification.Find}
	lossIn      = Rated{usual.Real, usual.Compete, rated(1, 1, 2, 1, 1), usual.Worth}
	lossWant    = Came{[]float64{80, 68, 24, 64}, 59, qualification.Abandon}
)

func judge(in Rated) (out Came, _ error) {
	cfg, given := qualification.Default(), qualification.Answers{}
	for i, step := range [][]*int{in.Real, in.Compete, in.Win, in.Worth} {
		for n, key := range qualification.Criteria(qualification.Steps[i]) {
			if n < len(step) && step[n] != nil {
				given[key] = qualification.Answer{Rating: max(0, *step[n]), Unknown: *step[n] < 0}
			}
		}
	}
	card := cfg.Four()
	r := cfg.Judge(&card, given)
	for _, s := range r.Steps {
		out.Scores = append(out.Scores, float64(s.Score))
	}
	out.Overall, out.Verdict = float64(r.Overall), r.Verdict
	return out, nil
}

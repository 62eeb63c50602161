package evaluation

import (
	"erba/kernel"
	"erba/platform/model"
)

// declared is how classes come into force, governed like the methods that compute them.
var declared = []model.Model{{ID: Method, Name: "governance", Group: "govern", Kind: model.Checklist, Confidence: model.Medium,
	Config: Default(), Used: []string{"evaluation.evaluation", "method.used_account"},
	Examples: []model.Example{
		model.Worked("governance.example_fall", fallInput, fallWant, judged),
		model.Worked("governance.example_spent", spentInput, spentWant, judged)}}}

// inWan is 万元 in minor units, as the specification gives its figures.
const inWan = 10_000_00

// fallInput is an account that sells less from one evaluation to the next, until
// it is found to be worth more than ever; spentInput the one of method M16, of
// whom we sell what was expected.
var (
	fallInput = judgedInput{"NAMED", kernel.On(2025, 1, 1), 90, 750, []saidInput{
		{kernel.On(2026, 4, 30), "MASS", 60, 200}, {kernel.On(2026, 5, 15), "MASS", 60, 200},
		{kernel.On(2026, 5, 31), "MASS", 60, 200}, {kernel.On(2026, 6, 30), "MAJOR", 120, 3000}}}
	fallWant   = []outcome{{Waits, ""}, {Waits, ""}, {Due, Manager}, {Due, Director}}
	spentInput = judgedInput{"NAMED", kernel.On(2025, 1, 1), 90, 750, []saidInput{{kernel.On(2026, 6, 30), "NONNAMED", 410, 750}}}
	spentWant  = []outcome{{Spent, ""}}
)

// judgedInput is the tier of an account, what it was decided on, and what
// evaluations say afterwards.
type judgedInput struct {
	InForce     string      `json:"in_force"`
	Since       kernel.Date `json:"since"`
	Current     int64       `json:"current"`
	Expected    int64       `json:"expected"`
	Evaluations []saidInput `json:"evaluations"`
}

type saidInput struct {
	On       kernel.Date `json:"on"`
	Computed string      `json:"computed"`
	Current  int64       `json:"current"`
	Expected int64       `json:"expected"`
}

type outcome struct {
	Fate Fate `json:"fate"`
	By   Need `json:"by"`
}

// judged judges as evaluations do, one after the other.
func judged(in judgedInput) (all []outcome, err error) {
	rules, at := Default(), place(Tier)
	c := Class{Account: kernel.NewID(), Model: Tier, Class: in.InForce, Since: in.Since, Way: Approved,
		Current: in.Current * inWan, Expected: in.Expected * inWan}
	var lasting Streak
	for _, said := range in.Evaluations {
		now := Computed{Class: said.Computed, Current: said.Current * inWan, Expected: said.Expected * inWan}
		o := outcome{}
		if o.Fate, lasting = Models[at].judge(rules.of(at), c, now, lasting, said.On); o.Fate == Due {
			o.By = Models[at].need(rules.of(at), c.Class, said.Computed)
		}
		all = append(all, o)
	}
	return all, nil
}

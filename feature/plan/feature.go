package plan

import (
	"embed"

	"erba/analysis/null"
	"erba/analysis/planning"
	"erba/analysis/routine"
	"erba/feature/account"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what plan brings to the product.
var Feature = app.Feature{
	Name:   "plan",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.todo())
	},
}

// New is the plan service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, account.New(k), method.New(k), portfolio.New(k), evaluation.New(k), interaction.New(k), goal.New(k), coverage.New(k))
	})
}

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M91", Name: "routine", Group: "plan", Kind: model.Checklist, Confidence: model.High,
		Config: routine.Default(), Used: []string{"plan.used_actions"},
		Examples: []model.Example{
			model.Worked("routine.example", contacts{Important: 8, Contacted: 7}, null.Of(0.875), contactsExample),
			model.Worked("routine.example_year", kernel.On(2026, 1, 1), secondQuarter, yearExample)}},
	{ID: "M94", Name: "planning", Group: "plan", Kind: model.Checklist, Confidence: model.High,
		Used:     []string{"plan.used_plans"},
		Examples: []model.Example{model.Worked("planning.example", planInput, planWant, planExample)}},
}

// contacts are the important customers of a week, and how many of them were contacted.
type contacts struct {
	Important int `json:"important"`
	Contacted int `json:"contacted"`
}

func contactsExample(in contacts) (null.Number, error) {
	return routine.Compliance(in.Contacted, in.Important), nil
}

var secondQuarter = routine.Task{Key: "q2", From: kernel.On(2026, 4, 1), Until: kernel.On(2026, 6, 30)}

func yearExample(from kernel.Date) (routine.Task, error) {
	cfg := routine.Default()
	return cfg.Tasks(routine.Year, from)[1], nil
}

// planIn is a plan of which some steps are open, and an account whose tier changes.
type planIn struct {
	Open  []int `json:"open"`
	Stale []int `json:"stale"`
}

// planOut is how many steps are complete before and after.
type planOut struct {
	Before int     `json:"before"`
	Share  float64 `json:"share"`
	After  int     `json:"after"`
}

var (
	planInput = planIn{Open: []int{5, 6}, Stale: planning.Resting()}
	planWant  = planOut{Before: 6, Share: 0.75, After: 3}
)

func planExample(in planIn) (out planOut, _ error) {
	all := make([]planning.Step, planning.Steps)
	for i := range all {
		all[i] = planning.Step{Number: i + 1, Begun: true}
	}
	for _, number := range in.Open {
		all[number-1].Blocking = 1
	}
	out.Before, out.Share = planning.Status(all)
	for _, number := range in.Stale {
		all[number-1].Stale = 1
	}
	out.After, _ = planning.Status(all)
	return out, nil
}

package coverage

import (
	"erba/analysis/allocation"
	cover "erba/analysis/coverage"
	"erba/analysis/pyramid"
	"erba/platform/model"
)

// Where results are used.
const (
	onCoverage  = "coverage.used_coverage"
	onResources = "coverage.used_resources"
	onAccount   = "method.used_account"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: Method, Name: "coverage", Group: "plan", Kind: model.Checklist, Confidence: model.High,
		Config: cover.Default(), Used: []string{onCoverage, onAccount},
		Examples: []model.Example{model.Worked("coverage.example", headsInput, headsWant, headsExample)}},
	{ID: Budgeting, Name: "allocation", Group: "plan", Kind: model.Other, Confidence: model.High,
		Config: allocation.Default(), Used: []string{onResources},
		Examples: []model.Example{model.Worked("allocation.example", budgetInput, budgetWant, budgetExample)}},
}

type headsIn struct {
	Major     int `json:"MAJOR"`
	Strategic int `json:"strategic"`
	Named     int `json:"NAMED"`
	NonNamed  int `json:"NONNAMED"`
	Mass      int `json:"MASS"`
}

type headsOut struct {
	People  int   `json:"people"`
	Hours   int64 `json:"hours"`
	Persons int   `json:"persons"`
}

var (
	headsInput = headsIn{4, 1, 12, 90, 1000}
	headsWant  = headsOut{16, 14_400, 16}
)

func headsExample(in headsIn) (headsOut, error) {
	cfg := cover.Default()
	people, persons, hours := cfg.Total(cfg.Needs(
		[5]int{pyramid.Major: in.Major, pyramid.Named: in.Named, pyramid.NonNamed: in.NonNamed, pyramid.Mass: in.Mass},
		[5]int{pyramid.Major: in.Strategic}))
	return headsOut{people, hours / 1_000_000, persons}, nil
}

type budgetIn struct {
	Budget  int64   `json:"budget"`
	Weights []int64 `json:"weights"`
}

var (
	budgetInput = budgetIn{1_000_000, []int64{3, 1, 0, 0, 0, 0, 0, 0, 0, 0}}
	budgetWant  = []int64{600_000, 200_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000}
)

func budgetExample(in budgetIn) ([]int64, error) {
	cfg := allocation.Default()
	return cfg.Plan(in.Budget, 0, in.Weights)
}

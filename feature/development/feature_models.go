package development

import (
	"math"

	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/null"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/platform/model"
)

// Where results are used.
const (
	onMap     = "development.used_map"
	onAccount = "method.used_account"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M04", Name: "supplier", Group: "people", Kind: model.Checklist, Confidence: model.Medium,
		Config: supplier.Default(), Used: []string{onMap, onAccount},
		Examples: []model.Example{model.Worked("supplier.example", suppliersIn, suppliersWant, suppliersExample)}},
	{ID: "M07", Name: "development", Group: "people", Kind: model.Ladder, Confidence: model.High,
		Config: stages.Default(), Used: []string{onMap, onAccount},
		Examples: []model.Example{model.Worked("development.example", stagesIn, stagesWant, stagesExample)}},
	{ID: "M09", Name: "involvement", Group: "people", Kind: model.Grid, Confidence: model.Medium,
		Config: involvement.Default(), Used: []string{onMap, onAccount},
		Examples: []model.Example{model.Worked("involvement.example", involvedIn, involvedWant, involvedExample)}},
	{ID: "M11", Name: "square", Group: "people", Kind: model.Grid, Confidence: model.Low,
		Config: square.Default(), Used: []string{onMap, onAccount},
		Examples: []model.Example{model.Worked("square.example", squaresIn, squaresWant, squaresExample)}},
}

type supplierOut struct {
	Index float64        `json:"index"`
	Class supplier.Class `json:"class"`
}

var (
	suppliersIn   = []null.Number{2, 1, 2, 1, 1, 2, 0, 1}
	suppliersWant = supplierOut{62.5, supplier.InTransition}
)

func suppliersExample(in []null.Number) (supplierOut, error) {
	cfg, index := supplier.Default(), supplier.Index(in)
	return supplierOut{float64(index), cfg.Class(index)}, nil
}

type stageOut struct {
	Stage   int                `json:"stage"`
	Missing map[string]float64 `json:"missing"`
}

var (
	stagesIn = []stages.State{
		{Orders: 12, Managed: true, Share: 0.52, Levels: 3, Departments: 2},
		{Orders: 12, Managed: true, Share: null.None, Levels: 3, Departments: 2},
	}
	stagesWant = []stageOut{
		{3, map[string]float64{"development.share": 0.8, "development.departments": 4}},
		{2, map[string]float64{"development.share": 0.3}},
	}
)

func stagesExample(in []stages.State) (all []stageOut, _ error) {
	cfg := stages.Default()
	for _, s := range in {
		out := stageOut{cfg.Stage(&s), map[string]float64{}}
		for _, c := range cfg.Missing(&s) {
			out.Missing[c.Key] = c.Need
		}
		all = append(all, out)
	}
	return all, nil
}

type involvedOut struct {
	Product     float64 `json:"product"`
	Involvement float64 `json:"involvement"`
	Cell        int     `json:"cell"`
}

var (
	involvedIn   = [][]null.Number{{4, 5, 4, 4, 3, 4}, {2, 1, 2, 3, 3, 3}}
	involvedWant = []involvedOut{{4.33, 3.67, 1}, {1.67, 3, 3}}
)

func involvedExample(in [][]null.Number) (all []involvedOut, _ error) {
	cfg := involvement.Default()
	for _, answers := range in {
		r := cfg.Judge(answers)
		all = append(all, involvedOut{two(r.Product), two(r.Involvement), r.Cell})
	}
	return all, nil
}

// two rounds to the two places that the specification gives.
func two(v null.Number) float64 { return math.Round(float64(v)*1e2) / 1e2 }

var (
	squaresIn   = []square.Point{{X: 2, Y: 4}, {X: 3, Y: 3}, {X: 5, Y: 3}}
	squaresWant = []square.Place{
		{Point: square.Point{X: 2, Y: 4}, Cell: 17, Attained: 2, Potential: 4, Gap: 2, State: square.Ahead, Next: square.Point{X: 3, Y: 4}},
		{Point: square.Point{X: 3, Y: 3}, Cell: 13, Attained: 3, Potential: 3, State: square.Balanced, Next: square.Point{X: 4, Y: 3}},
		{Point: square.Point{X: 5, Y: 3}, Cell: 15, Attained: 3, Potential: 5, Gap: -2, State: square.Behind, Next: square.Point{X: 5, Y: 4}},
	}
)

func squaresExample(in []square.Point) (all []square.Place, _ error) {
	cfg := square.Default()
	for _, p := range in {
		place, err := cfg.Place(p)
		if err != nil {
			return nil, err
		}
		all = append(all, place)
	}
	return all, nil
}

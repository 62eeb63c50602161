package relation

import (
	"math"

	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/platform/model"
)

// Where results are used.
const onMap = "relation.used_map"

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: Views, Name: "relation", Group: "people", Kind: model.Checklist, Confidence: model.High,
		Config: rel.Default(), Used: []string{onMap},
		Examples: []model.Example{model.Worked("relation.example", peopleInput, peopleWant, peopleExample)}},
	{ID: Strata, Name: "layer", Group: "people", Kind: model.Ladder, Confidence: model.High,
		Config: layer.Default(), Used: []string{onMap},
		Examples: []model.Example{model.Worked("layer.example", layersInput, layersWant, layersExample)}},
}

type peopleOut struct {
	Support   float64 `json:"support"`
	Closeness float64 `json:"closeness"`
	Coverage  float64 `json:"coverage"`
	Blockers  int     `json:"blockers"`
	Strong    int     `json:"strong"`
	Single    bool    `json:"single"`
}

var (
	peopleInput = []rel.Person{{Influence: 5, Closeness: 2, Attitude: new(0)}, {Influence: 4, Closeness: 3, Attitude: new(2)},
		{Influence: 3, Closeness: 4, Attitude: new(2)}, {Influence: 2, Closeness: 3, Attitude: new(-2)}}
	peopleWant = peopleOut{Support: 0.36, Closeness: 57.1, Coverage: 0.643, Strong: 1, Single: true}
)

func peopleExample(in []rel.Person) (peopleOut, error) {
	m := rel.Default().Metrics(layer.Default(), in)
	return peopleOut{Support: rounded(float64(m.Support), 100), Closeness: rounded(float64(m.Closeness), 10),
		Coverage: rounded(float64(m.Coverage), 1000), Blockers: m.Blockers, Strong: m.Strong, Single: m.Single}, nil
}

var (
	layersInput = []layer.Person{{Layer: layer.Decision, Closeness: 3}, {Layer: layer.Implementation, Closeness: 4}, {Layer: layer.Usage, Closeness: 2}}
	layersWant  = 0.5
)

func layersExample(in []layer.Person) (float64, error) {
	return float64(layer.Default().Coverage(in)), nil
}

// rounded is a figure with as many places as the specification prints.
func rounded(n, places float64) float64 { return math.Round(n*places) / places }

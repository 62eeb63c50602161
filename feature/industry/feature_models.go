package industry

import (
	"math"

	"erba/analysis/composition"
	"erba/analysis/entry"
	rating "erba/analysis/industry"
	"erba/analysis/null"
	"erba/analysis/ownership"
	"erba/platform/model"
)

// Where results are used.
const (
	onScreen  = "industry.used_screen"
	onAccount = "method.used_account"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M22", Name: "industry", Group: "identify", Kind: model.Scorecard, Confidence: model.Medium,
		Config: rating.Default(), Used: []string{onScreen, onAccount},
		Examples: []model.Example{model.Worked("industry.example", ratedInput, ratedWant, ratedExample)}},
	{ID: "M27", Name: "ownership", Group: "identify", Kind: model.Other, Confidence: model.Medium,
		Config: ownership.Default(), Used: []string{onAccount},
		Examples: []model.Example{model.Worked("ownership.example", ownership.Foreign, ownerWant, ownerExample)}},
	{ID: "M28", Name: "entry", Group: "identify", Kind: model.Scorecard, Confidence: model.Low,
		Config: entry.Default(), Used: []string{onScreen},
		Examples: []model.Example{model.Worked("entry.example", entryInput, entryWant, entryExample)}},
	{ID: "M48", Name: "composition", Group: "identify", Kind: model.Other, Confidence: model.High,
		Config: composition.Default(), Used: []string{onScreen},
		Examples: []model.Example{model.Worked("composition.example", shareInput, shareWant, shareExample)}},
}

// answersIn are the seven answers about an industry.
type answersIn struct {
	Volume      null.Number `json:"volume"`
	Growth      null.Number `json:"growth"`
	Awareness   null.Number `json:"awareness"`
	Competition null.Number `json:"competition"`
	Ease        null.Number `json:"ease"`
	Funds       null.Number `json:"funds"`
	Government  null.Number `json:"government"`
}

var (
	ratedInput = []answersIn{{5, 4, 4, 2, 3, 5, 4}, {3, 4, 3, 3, 3, 3, 3}, {2, 2, 2, 3, 2, 3, 3}}
	ratedWant  = []rating.Rating{{Value: 3.95, Grade: rating.Key}, {Value: 3.20, Grade: rating.Promising}, {Value: 2.40, Grade: rating.Watched}}
)

func ratedExample(in []answersIn) (all []rating.Rating, _ error) {
	cfg := rating.Default()
	for _, a := range in {
		all = append(all, cfg.Rate([]null.Number{a.Volume, a.Growth, a.Awareness, a.Competition, a.Ease, a.Funds, a.Government}))
	}
	return all, nil
}

var ownerWant = ownership.Profile{Kind: ownership.Foreign, Speed: 2, Chain: 5, Credit: 5, Lead: 14}

func ownerExample(kind ownership.Kind) (ownership.Profile, error) {
	cfg := ownership.Default()
	p, _ := cfg.Of(kind)
	return p, nil
}

var (
	entryInput = []entry.Prospect{{Chance: 60, Cost: 40, Yield: 70}, {Chance: 40, Cost: 80, Yield: 80, Large: true}}
	entryWant  = []null.Number{63, 31}
)

func entryExample(in []entry.Prospect) (all []null.Number, _ error) {
	cfg := entry.Default()
	for _, p := range in {
		all = append(all, cfg.Score(p))
	}
	return all, nil
}

// shareIn is what the customers of a group bring in an average month, and all others.
type shareIn struct {
	Unit   string  `json:"unit"`
	Group  []int64 `json:"group"`
	Others int64   `json:"others"`
}

type shareOut struct {
	Total      int64   `json:"total"`
	Share      float64 `json:"share"`
	Dependency float64 `json:"dependency"`
	Warn       bool    `json:"warn"`
}

var (
	shareInput = shareIn{"万元", []int64{270, 30}, 2260}
	shareWant  = shareOut{2560, 0.117, 0.9, true}
)

func shareExample(in shareIn) (shareOut, error) {
	cfg := composition.Default()
	groups, revenue := make([]int32, len(in.Group)), append(append([]int64{}, in.Group...), in.Others)
	w := cfg.Compose([]string{"group", "others"}, append(groups, 1), revenue, 1)
	g := w.Groups[0]
	return shareOut{w.Total, three(g.Share), three(g.Dependency), g.Warn}, nil
}

// three rounds to the three places that the specification gives.
func three(v null.Number) float64 { return math.Round(float64(v)*1e3) / 1e3 }

package competitor

import (
	"erba/analysis/null"
	"erba/analysis/rivalry"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: Field, Name: "rivalgrid", Group: "sale", Kind: model.Grid, Confidence: model.High, Config: rivalry.DefaultGrid(),
		Used:     []string{"competitor.used_grid", "competitor.used_strategy"},
		Examples: []model.Example{model.Worked("rivalgrid.example", gridIn, gridWant, gridExample)}},
	{ID: Threats, Name: "rivalry", Group: "sale", Kind: model.Scorecard, Confidence: model.High, Config: rivalry.DefaultBoard(),
		Used:     []string{"competitor.used_deal"},
		Examples: []model.Example{model.Worked("rivalry.example", threatIn, threatWant, threatExample)}},
}

// suppliers are the ratings of us and of two others, factor by factor.
type suppliers struct {
	Us []null.Number `json:"us"`
	X  []null.Number `json:"x"`
	Y  []null.Number `json:"y"`
}

type gridOut struct {
	Us    rivalry.Cell `json:"us"`
	X     rivalry.Cell `json:"x"`
	Y     rivalry.Cell `json:"y"`
	Ratio float64      `json:"ratio"`
}

var (
	gridIn   = suppliers{[]null.Number{5, 4, 3, 4, 4, 4}, []null.Number{3, 3, 4, 3, 3, 3}, []null.Number{2, 2, 3, 2, 2, 2}}
	gridWant = gridOut{rivalry.Cell{Value: 4, Mark: rivalry.Strong, Rated: 6, Of: 6}, rivalry.Cell{Value: 3.2, Mark: rivalry.Medium, Rated: 6, Of: 6},
		rivalry.Cell{Value: 2.2, Mark: rivalry.Weak, Rated: 6, Of: 6}, 1.25}
)

func gridExample(in suppliers) (out gridOut, _ error) {
	g := rivalry.DefaultGrid()
	out.Us, out.X, out.Y = g.Cell(g.Factors, in.Us), g.Cell(g.Factors, in.X), g.Cell(g.Factors, in.Y)
	out.Ratio = float64(rivalry.Compare(out.Us.Value, []null.Number{out.X.Value, out.Y.Value}).Ratio)
	return out, nil
}

// opponents are a direct rival who is active and an indirect one.
type opponents struct {
	Ratings    []null.Number `json:"ratings"`
	Power      null.Number   `json:"power"`
	Opposition null.Number   `json:"opposition"`
}

type threatOut struct {
	Direct   float64 `json:"direct"`
	Indirect float64 `json:"indirect"`
	First    string  `json:"first"`
	Flag     bool    `json:"flag"`
}

var (
	threatIn   = opponents{[]null.Number{4, 4, 3, 4, 3}, 5, 4}
	threatWant = threatOut{3.6, 4, Indirect, true}
)

func threatExample(in opponents) (out threatOut, _ error) {
	b := rivalry.DefaultBoard()
	direct, indirect := b.Direct(in.Ratings, true), b.Indirect(in.Power, in.Opposition)
	out = threatOut{float64(direct.Threat), float64(indirect.Threat), Direct, indirect.Flag}
	if rivalry.Order([]rivalry.Threat{direct, indirect})[0] == 1 {
		out.First = Indirect
	}
	return out, nil
}

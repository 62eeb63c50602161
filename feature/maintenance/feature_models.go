package maintenance

import (
	"erba/analysis/maintenance"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M87", Name: "maintenance", Group: "people", Kind: model.Checklist, Confidence: model.High,
		Config: maintenance.Default(), Used: []string{"maintenance.used_list", "method.used_account"},
		Examples: []model.Example{model.Worked("maintenance.example", deedsIn, deedsWant, deedsOut)}},
	{ID: "M52", Name: "quality", Group: "people", Kind: model.Checklist, Confidence: model.High,
		Used:     []string{"method.used_account", "maintenance.used_risk"},
		Examples: []model.Example{model.Worked("quality.example", qualityIn, qualityWant, qualityOut)}},
}

// year is what was done for an account in a year.
type year struct {
	Hardware int          `json:"hardware"`
	Software int          `json:"software"`
	Function int          `json:"function"`
	Spirit   int          `json:"spirit"`
	Special  int          `json:"special"`
	Tier     pyramid.Tier `json:"tier"`
}

// spread is what follows from it.
type spread struct {
	Coverage float64     `json:"coverage"`
	Largest  null.Number `json:"largest"`
	Single   bool        `json:"single"`
	Missing  []string    `json:"missing"`
}

var (
	deedsIn   = year{6, 4, 2, 0, 0, pyramid.Major}
	deedsWant = spread{0.6, 0.5, false, []string{maintenance.Spirit, maintenance.Special}}
)

func deedsOut(in year) (spread, error) {
	cfg := maintenance.Default()
	r := cfg.Judge(maintenance.Counts{in.Hardware, in.Software, in.Function, in.Spirit, in.Special}, in.Tier)
	return spread{r.Coverage, r.Largest, r.Single, r.Missing}, nil
}

var (
	qualityIn   = maintenance.Quality{Communication: 4, Cooperation: 4, WinWin: 3, Closeness: 3, Control: 2}
	qualityWant = null.Number(3.2)
)

func qualityOut(in maintenance.Quality) (null.Number, error) { return in.Mean(), nil }

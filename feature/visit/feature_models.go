package visit

import (
	"erba/analysis/dossier"
	"erba/analysis/null"
	smart "erba/analysis/objective"
	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: "M55", Name: "dossier", Group: "people", Kind: model.Checklist, Confidence: model.High,
		Config: dossier.Default(), Used: []string{"visit.used_preparation"},
		Examples: []model.Example{
			model.Worked("dossier.example", fileIn{Needs: 1}, null.Number(0.95), fileExample),
			model.Worked("dossier.example_stale", fileIn{Needs: 1, Stale: true}, null.Number(0.85), fileExample)}},
	{ID: "M57", Name: "objective", Group: "visit", Kind: model.Checklist, Confidence: model.High,
		Config: smart.Default(), Used: []string{"visit.used_objectives"},
		Examples: []model.Example{
			model.Worked("objective.example", tooEasy, lightsOut{Score: 4, Off: "A"}, lightsExample),
			model.Worked("objective.example_attainment", attained{Target: 3, Actual: 2}, null.Number(2.0/3), attainmentExample)}},
	{ID: "M58", Name: "cadence", Group: "visit", Kind: model.Bands, Confidence: model.Medium,
		Config: rules.Default(), Used: []string{"visit.used_due", "visit.used_diary"},
		Examples: []model.Example{
			model.Worked("cadence.example", pace{"MAJOR", 1, kernel.On(2026, 6, 1)}, kernel.On(2026, 6, 8), paceExample),
			model.Worked("cadence.example_quadrant", pace{"MAJOR", 1.5, kernel.On(2026, 6, 1)}, kernel.On(2026, 6, 5), paceExample),
			model.Worked("cadence.example_share", part{17, 20}, null.Number(0.85), partExample)}},
	{ID: "M59", Name: "preparation", Group: "visit", Kind: model.Checklist, Confidence: model.High,
		Config: rules.DefaultPreparing(), Used: []string{"visit.used_preparation"},
		Examples: []model.Example{
			model.Worked("preparation.example", 6, null.Number(0.75), func(done int) (null.Number, error) { return rules.Readiness(done), nil }),
			model.Worked("preparation.example_promised", part{14, 20}, null.Number(0.7), partExample)}},
}

// tooEasy is an objective that its author is nearly sure of.
var tooEasy = smart.Objective{Text: "约定样机试装的日期和地点", Metric: "试装", Target: 1, Unit: "次", Confidence: 95, Linked: true, Deadline: kernel.On(2026, 7, 10)}

// lightsOut is how many lights are on, and which are not.
type lightsOut struct {
	Score int    `json:"score"`
	Off   string `json:"off"`
}

func lightsExample(in smart.Objective) (out lightsOut, _ error) {
	cfg := smart.Default()
	lights := cfg.Lights(in, smart.Frame{Visit: kernel.On(2026, 7, 1), End: kernel.On(2026, 12, 31)})
	out.Score = smart.Score(lights)
	for _, l := range lights {
		if !l.On {
			out.Off += l.Letter
		}
	}
	return out, nil
}

// attained is a target and what came of it.
type attained struct {
	Target null.Number `json:"target"`
	Actual null.Number `json:"actual"`
}

func attainmentExample(in attained) (null.Number, error) {
	cfg := smart.Default()
	return cfg.Attainment(in.Actual, in.Target), nil
}

// pace is an account of a tier and a quadrant that was visited on a day.
type pace struct {
	Tier   string      `json:"tier"`
	Factor float64     `json:"factor"`
	Last   kernel.Date `json:"last"`
}

func paceExample(in pace) (kernel.Date, error) {
	cfg := rules.Default()
	return cfg.Of(rules.Standing{Tier: in.Tier, Factor: in.Factor}).Due(in.Last, kernel.Date{}, in.Last), nil
}

// part is so many of so many.
type part struct {
	Part int `json:"part"`
	Of   int `json:"of"`
}

func partExample(in part) (null.Number, error) { return rules.Share(in.Part, in.Of), nil }

// fileIn is a file of which all is filled, and of the needs so many of two; its
// contacts may not have been confirmed for long.
type fileIn struct {
	Needs int  `json:"needs"`
	Stale bool `json:"stale"`
}

func fileExample(in fileIn) (null.Number, error) {
	cfg, today := dossier.Default(), kernel.On(2026, 7, 1)
	var f dossier.File
	for i := range f {
		f[i] = dossier.Group{Filled: 2, Required: 2, Confirmed: today}
	}
	f[3].Filled = in.Needs
	if in.Stale {
		f[1].Confirmed = today.Add(-cfg.Fresh - 1)
	}
	return cfg.Completeness(f, today), nil
}

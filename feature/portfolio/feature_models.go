package portfolio

import (
	"erba/analysis/grid"
	"erba/analysis/pareto"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/rfm"
	"erba/analysis/size"
	phase "erba/analysis/stage"
	"erba/platform/model"
)

// Where results are used.
const (
	onRegister  = "method.used_register"
	onPortfolio = "method.used_portfolio"
	onAccount   = "method.used_account"
	inList      = "method.used_accounts"
	onCards     = "method.used_cards"
)

// declared are the methods of the portfolio. Their worked examples are those of
// the specification, run by what judges the accounts, too.
var declared = []model.Model{
	{ID: "M01", Name: "register", Group: "identify", Kind: model.Checklist, Confidence: model.High,
		Config: usualRules(), Used: []string{onRegister, onAccount, inList},
		Examples: []model.Example{model.Worked("register.example", td10Input, registerWant, registerExample)}},
	{ID: "M02", Name: "pareto", Group: "identify", Kind: model.Bands, Confidence: model.High,
		Config: concentrationOf(pareto.Default()), Used: []string{onPortfolio},
		Examples: []model.Example{model.Worked("pareto.example", td10Input, paretoWant, paretoExample)}},
	{ID: "M15", Name: "grid", Group: "identify", Kind: model.Grid, Confidence: model.High,
		Config: grid.Default(), Used: []string{onPortfolio, onRegister, onAccount},
		Examples: []model.Example{model.Worked("grid.example", gridInput, gridWant, gridExample)}},
	{ID: "M16", Name: "quadrant", Group: "identify", Kind: model.Grid, Confidence: model.High,
		Config: quadrant.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("quadrant.example", valuesInput, quadrantWant, quadrantExample)}},
	{ID: "M17", Name: "pyramid", Group: "identify", Kind: model.Bands, Confidence: model.Medium,
		Config: pyramid.Default(), Used: []string{onPortfolio, onRegister, onAccount, inList},
		Examples: []model.Example{model.Worked("pyramid.example", valuesInput, pyramidWant, pyramidExample)}},
	{ID: "M20", Name: "stage", Group: "identify", Kind: model.Bands, Confidence: model.Medium,
		Config: phase.Default(), Used: []string{inList, onAccount},
		Examples: []model.Example{model.Worked("stage.example", stageInput, stageWant, stageExample)}},
	{ID: "M21", Name: "size", Group: "identify", Kind: model.Bands, Confidence: model.Medium,
		Config: size.Default(), Used: []string{inList, onAccount},
		Examples: []model.Example{model.Worked("size.example", sizeInput, sizeWant, sizeExample)}},
	{ID: "M24", Name: "rfm", Group: "behaviour", Kind: model.Bands, Confidence: model.High,
		Config: rfm.Default(), Used: []string{onPortfolio, onAccount, inList},
		Examples: []model.Example{model.Worked("rfm.example", td10Input, rfmWant, rfmExample)}},
	{ID: "M25", Name: "abc", Group: "behaviour", Kind: model.Bands, Confidence: model.High,
		Config: cutsOf(pareto.Default()), Used: []string{onPortfolio, onRegister, onAccount, inList},
		Examples: []model.Example{
			model.Worked("abc.example", abcInput{td10Input, cutsOf(pareto.Default())}, abcWant, abcExample),
			model.Worked("abc.example_tight", abcInput{td10Input, Cuts{0.55, 0.85}}, abcTight, abcExample)}},
}

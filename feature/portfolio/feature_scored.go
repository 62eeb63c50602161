package portfolio

import (
	"erba/analysis/consensus"
	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/fallacy"
	"erba/analysis/grade"
	"erba/analysis/indicator"
	"erba/analysis/invest"
	"erba/analysis/membership"
	"erba/analysis/value"
	"erba/platform/model"
)

// scored are the methods that weigh answers, compare methods or climb. Those
// without a place where they are used can be read and tried, and judge no
// account yet.
var scored = []model.Model{
	{ID: "M05", Name: "consensus", Group: "identify", Kind: model.Checklist, Confidence: model.Medium,
		Config: consensus.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("consensus.example", agreeInput, agreeWant, agreeExample)}},
	{ID: "M06", Name: "fallacy", Group: "identify", Kind: model.Checklist, Confidence: model.Medium,
		Config: fallacy.Default(), Used: []string{onPortfolio},
		Examples: []model.Example{model.Worked("fallacy.example", mistakeInput, mistakeWant, mistakeExample)}},
	{ID: "M12", Name: "invest", Group: "identify", Kind: model.Grid, Confidence: model.High,
		Config: invest.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("invest.example", investInput, investWant, investExample)}},
	{ID: "M13", Name: "indicator", Group: "identify", Kind: model.Bands, Confidence: model.Medium,
		Config: indicator.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("indicator.example", td10Input, indicatorWant, indicatorExample)}},
	{ID: "M14", Name: "value", Group: "identify", Kind: model.Scorecard, Confidence: model.Medium,
		Config: value.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("value.example", valueAnswers, valueWant, valueExample)}},
	{ID: "M18", Name: "grade", Group: "identify", Kind: model.Ladder, Confidence: model.Medium,
		Config: grade.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("grade.example", gradeInput, gradeWant, gradeExample)}},
	{ID: "M19", Name: "membership", Group: "identify", Kind: model.Ladder, Confidence: model.Low,
		Config: membership.Default(), Used: []string{onAccount, onCards},
		Examples: []model.Example{model.Worked("membership.example", memberInput, memberWant, memberExample)}},
	{ID: "M26", Name: "contribution", Group: "behaviour", Kind: model.Bands, Confidence: model.Medium,
		Config: contribution.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("contribution.example", costInput, costWant, costExample)}},
	{ID: "M31", Name: "effort", Group: "behaviour", Kind: model.Grid, Confidence: model.Medium,
		Config: effort.Default(), Used: []string{onPortfolio, onAccount},
		Examples: []model.Example{model.Worked("effort.example", effortInput, effortWant, effortExample)}},
}

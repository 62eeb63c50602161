package point

import (
	"erba/analysis/point"
	"erba/kernel"
	"erba/platform/model"
)

// Method is what the setting of points is called; the rule itself is part of M89.
const Method = "R04"

var models = []model.Model{{
	ID: Method, Name: "point", Group: "visit", Kind: model.Other, Confidence: model.Medium,
	Config: point.Default(), Used: []string{"point.used_sheet", "point.used_list"},
	Examples: []model.Example{model.Worked("point.example", bought{1_234_500, true}, earned{184, kernel.On(2028, 6, 29)}, earnedExample)},
}}

// bought is what a customer bought on 30 June 2026, in minor units.
type bought struct {
	Amount int64 `json:"amount"`
	VIP    bool  `json:"vip"`
}

// earned are his points, and their last day.
type earned struct {
	Points  int64       `json:"points"`
	Expires kernel.Date `json:"expires"`
}

func earnedExample(in bought) (earned, error) {
	cfg := point.Default()
	return earned{cfg.Earned(in.Amount, in.VIP), cfg.Expires(kernel.On(2026, 6, 30))}, nil
}

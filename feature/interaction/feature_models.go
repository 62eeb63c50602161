package interaction

import (
	"math"
	"time"

	"erba/analysis/care"
	"erba/analysis/null"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked example of the specification.
var models = []model.Model{{
	ID: "M89", Name: "care", Group: "visit", Kind: model.Other, Confidence: model.Medium,
	Config: care.Default(), Used: []string{"interaction.used_log", "interaction.used_unanswered"},
	Examples: []model.Example{
		model.Worked("care.example", careInput, careWant, careExample),
		model.Worked("care.example_answer", answerInput, answerWant, answerExample)},
}}

type careIn struct {
	Bought int64      `json:"bought"`
	Factor float64    `json:"factor"`
	Event  care.Event `json:"event"`
}

type careOut struct {
	Points int64       `json:"points"`
	Each   null.Number `json:"each"`
	Return null.Number `json:"return"`
}

var (
	careInput = careIn{12_345, 1.5, care.Event{Cost: 30_000, Guests: 60, Profit: 90_000}}
	careWant  = careOut{184, null.Of(500), null.Of(2)}
)

func careExample(in careIn) (careOut, error) {
	return careOut{care.Points(in.Bought, in.Factor), in.Event.PerGuest(), in.Event.Return()}, nil
}

// answerIn is a question and its answer, by the clock of the default.
type answerIn struct {
	Asked    time.Time `json:"asked"`
	Answered time.Time `json:"answered"`
}

type answerOut struct {
	Hours  float64 `json:"hours"`
	InTime bool    `json:"in_time"`
}

var (
	answerInput = answerIn{time.Date(2026, 6, 5, 9, 0, 0, 0, time.UTC), time.Date(2026, 6, 8, 2, 30, 0, 0, time.UTC)}
	answerWant  = answerOut{2.5, true}
)

// answerExample is a mail of a Friday at five that is answered on Monday at half past ten.
func answerExample(in answerIn) (answerOut, error) {
	cfg := care.Default()
	hours := math.Round(cfg.Clock().Waited(in.Asked, in.Answered)*100) / 100
	return answerOut{hours, cfg.InTime(hours)}, nil
}

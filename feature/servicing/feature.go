package servicing

import (
	"embed"

	"erba/analysis/null"
	"erba/analysis/servicing"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what servicing brings to the product.
var Feature = app.Feature{
	Name:   "servicing",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of service against its cost of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), portfolio.New(k), method.New(k)) })
}

var models = []model.Model{{ID: "M44", Name: "servicing", Group: "behaviour", Kind: model.Grid, Confidence: model.High,
	Config: servicing.Default(), Used: []string{"servicing.used_list", "method.used_account"},
	Examples: []model.Example{model.Worked("servicing.example", exampleInput, exampleWant, example)}}}

// spans are two quarters of an account, in yuan.
type spans struct {
	Before servicing.Span `json:"before"`
	After  servicing.Span `json:"after"`
}

const thousand = null.Number(1_000)

var (
	exampleInput = spans{servicing.Span{Service: 80, Cost: 5_000 * thousand, Gross: 1_000 * thousand}, servicing.Span{Service: 88, Cost: 5_050 * thousand, Gross: 1_065 * thousand}}
	exampleWant  = servicing.Result{Type: servicing.Better, Service: 0.1, Cost: 0.01, Marginal: 1.3, Pays: true}
)

func example(in spans) (servicing.Result, error) {
	cfg := servicing.Default()
	return cfg.Compare(in.Before, in.After), nil
}

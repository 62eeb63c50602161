package bundle

import (
	"embed"

	"erba/analysis/bundle"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what bundle brings to the product.
var Feature = app.Feature{
	Name:   "bundle",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		approval.Add(k, sharing, approval.Course[asked]{Apply: s.allowed, Ended: s.forbidden})
	},
}

// New is the service of packages of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), approval.New(k), ledger.New(k))
	})
}

// models is M51, with the worked example of the specification.
var models = []model.Model{{
	ID: "M51", Name: "bundle", Group: "money", Kind: model.Other, Confidence: model.Medium, Used: []string{"bundle.used_shelf"},
	Examples: []model.Example{model.Worked("bundle.example", bundle.Package{Price: 1200_00, Items: []bundle.Item{{Name: "A", Cost: 500_00}, {Name: "B", Partner: true, Cost: 400_00}}},
		null.Of(0.25), func(p bundle.Package) (null.Number, error) { return p.Margin(), p.Check() })},
}}

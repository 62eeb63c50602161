package campaign

import (
	"embed"

	"erba/feature/application"
	"erba/feature/competitor"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/privacy"
	"erba/feature/relation"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what campaign brings to the product.
var Feature = app.Feature{
	Name:   "campaign",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of campaigns of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, privacy.New(k), Others{Deals: opportunity.New(k), Competitors: competitor.New(k), Relations: relation.New(k),
			Applications: application.New(k), Plans: plan.New(k), Methods: method.New(k)})
	})
}

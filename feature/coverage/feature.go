package coverage

import (
	"embed"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what coverage brings to the product.
var Feature = app.Feature{
	Name:   "coverage",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the coverage service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, account.New(k), method.New(k), portfolio.New(k), evaluation.New(k))
	})
}

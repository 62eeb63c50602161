package point

import (
	"embed"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what point brings to the product.
var Feature = app.Feature{
	Name:   "point",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the service of points of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), ledger.New(k), method.New(k), evaluation.New(k))
	})
}

package latent

import (
	"embed"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what latent demand brings to the product.
var Feature = app.Feature{
	Name:   "latent",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		method.New(k).Explains("M96", s.explained)
		today.New(k).Offer(s.again())
	},
}

// New is the service of latent demand of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, account.New(k), product.New(k), ledger.New(k), method.New(k), portfolio.New(k))
	})
}

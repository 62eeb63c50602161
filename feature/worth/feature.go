package worth

import (
	"embed"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what worth brings to the product.
var Feature = app.Feature{
	Name:  "worth",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the service of worth of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, account.New(k), product.New(k), ledger.New(k), portfolio.New(k))
	})
}

package target

import (
	"embed"

	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what target brings to the product.
var Feature = app.Feature{
	Name:  "target",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.behind())
		today.New(k).Aims("target:read", s.aims)
	},
}

// New is the target service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Users, ledger.New(k), portfolio.New(k), product.New(k), method.New(k))
	})
}

package target

import (
	"embed"

	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what target brings to the product.
var Feature = app.Feature{
	Name:  "target",
	Files: files,
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the target service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Users, ledger.New(k), portfolio.New(k), product.New(k), method.New(k))
	})
}

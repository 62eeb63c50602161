package importing

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what importing brings to the product.
var Feature = app.Feature{
	Name:  "importing",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Jobs()
		privacy.New(k).Keeps(traces{})
	},
}

// New is the import service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Jobs, account.New(k), contact.New(k), product.New(k), ledger.New(k))
	})
}

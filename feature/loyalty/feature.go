package loyalty

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what loyalty brings to the product.
var Feature = app.Feature{
	Name:   "loyalty",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the service of the ladder of loyalty of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), contact.New(k), product.New(k), ledger.New(k), portfolio.New(k), method.New(k), relation.New(k))
	})
}

package receivable

import (
	"embed"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/terms"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what receivable brings to the product.
var Feature = app.Feature{
	Name:   "receivable",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Inform(portfolio.New(k))
		k.Check("receivable.checked", s.Sound)
	},
}

// New is the service of receivables of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), ledger.New(k), method.New(k), terms.New(k))
	})
}

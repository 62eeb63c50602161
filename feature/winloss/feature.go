package winloss

import (
	"embed"

	"erba/feature/competitor"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/product"
	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what winloss brings to the product.
var Feature = app.Feature{
	Name:  "winloss",
	Files: files,
	Start: func(k *app.Kit) {
		New(k).Routes(k.Router)
		opportunity.New(k).BuiltBy(built)
	},
}

// New is the service that reviews the deals of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, Others{Deals: opportunity.New(k), Products: product.New(k), Competitors: competitor.New(k),
			Ledger: ledger.New(k), Methods: method.New(k)})
	})
}

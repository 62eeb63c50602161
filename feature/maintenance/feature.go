package maintenance

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/relation"
	"erba/feature/risk"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what maintenance brings to the product.
var Feature = app.Feature{
	Name:   "maintenance",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		risk.New(k).Rates(s.Qualities)
	},
}

// New is the service of maintenance of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), contact.New(k), portfolio.New(k), method.New(k), relation.New(k))
	})
}

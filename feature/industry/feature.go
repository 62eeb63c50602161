package industry

import (
	"embed"

	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what industry brings to the product.
var Feature = app.Feature{
	Name:   "industry",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.explain(method.New(k))
	},
}

// New is the industry service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, account.New(k), portfolio.New(k), method.New(k)) })
}

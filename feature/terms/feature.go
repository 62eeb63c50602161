package terms

import (
	"embed"

	"erba/feature/account"
	"erba/feature/method"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what terms brings to the product.
var Feature = app.Feature{
	Name:   "terms",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of payment terms of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), method.New(k)) })
}

package development

import (
	"embed"

	"erba/feature/account"
	"erba/feature/goal"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what development brings to the product.
var Feature = app.Feature{
	Name:  "development",
	Files: files,
	Start: func(k *app.Kit) { New(k) },
}

// New is the service of development of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, k.Users, account.New(k), portfolio.New(k), goal.New(k), method.New(k))
	})
}

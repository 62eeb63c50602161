package interaction

import (
	"embed"

	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what interaction brings to the product.
var Feature = app.Feature{
	Name:   "interaction",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.answering())
	},
}

// New is the service of contacts of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), method.New(k)) })
}

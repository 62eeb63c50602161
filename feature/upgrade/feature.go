package upgrade

import (
	"embed"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what upgrade brings to the product.
var Feature = app.Feature{
	Name:  "upgrade",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.climbing())
	},
}

// New is the upgrade service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, account.New(k), portfolio.New(k), evaluation.New(k))
	})
}

package pool

import (
	"embed"

	"erba/feature/account"
	"erba/feature/claim"
	"erba/feature/evaluation"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what pool brings to the product.
var Feature = app.Feature{
	Name:  "pool",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		today.New(k).Offer(s.falling())
	},
}

// New is the pool service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, k.Jobs, account.New(k), ledger.New(k), portfolio.New(k), evaluation.New(k), claim.New(k), interaction.New(k))
	})
}

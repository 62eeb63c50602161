package card

import (
	"embed"

	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what card brings to the product.
var Feature = app.Feature{
	Name:  "card",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		today.New(k).Offer(s.ending())
	},
}

// New is the card service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), method.New(k), portfolio.New(k), evaluation.New(k))
	})
}

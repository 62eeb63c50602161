package lead

import (
	"embed"

	"erba/feature/account"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what lead brings to the product.
var Feature = app.Feature{
	Name:   "lead",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.due())
	},
}

// New is the service of leads of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, Others{Accounts: account.New(k), Interactions: interaction.New(k), Ledger: ledger.New(k), Methods: method.New(k), Deals: opportunity.New(k)})
	})
}

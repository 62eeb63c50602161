package relation

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/privacy"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what relation brings to the product.
var Feature = app.Feature{
	Name:   "relation",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		method.New(k).Explains(Views, s.viewed)
		method.New(k).Explains(Strata, s.stratified)
		today.New(k).Offer(s.confirming())
	},
}

// New is the service of relationship maps of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, privacy.New(k), account.New(k), contact.New(k), method.New(k), interaction.New(k))
	})
}

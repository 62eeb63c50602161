package competitor

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what competitor brings to the product.
var Feature = app.Feature{
	Name:   "competitor",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		opportunity.New(k).NamedBy(s.Named)
		relation.New(k).SubjectBy(s.concerns)
		plan.New(k).Competes(s.Faced) // a plan stands below both
	},
}

// New is the service of competitors of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, privacy.New(k), Others{Accounts: account.New(k), Contacts: contact.New(k), Products: product.New(k),
			Methods: method.New(k), Deals: opportunity.New(k)})
	})
}

package development

import (
	"embed"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what development brings to the product.
var Feature = app.Feature{
	Name:   "development",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		s.explains(method.New(k))
		today.New(k).Offer(s.falling())
	},
}

// New is the service of development of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, Others{Users: k.Users, Accounts: account.New(k), Portfolio: portfolio.New(k), Goals: goal.New(k),
			Methods: method.New(k), Contacts: interaction.New(k), People: contact.New(k), Notices: notice.New(k)})
	})
}

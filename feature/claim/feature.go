package claim

import (
	"embed"

	"erba/feature/account"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what claim brings to the product.
var Feature = app.Feature{
	Name:  "claim",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the claim service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, k.Users, account.New(k)) })
}

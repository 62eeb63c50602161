package contact

import (
	"embed"

	"erba/feature/account"
	"erba/feature/privacy"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what contact brings to the whole.
var Feature = app.Feature{
	Name:  "contact",
	Files: files,
	Start: start,
}

// New is the contact service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), privacy.New(k), k.Vault) })
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	s.Work(k.Jobs)
}

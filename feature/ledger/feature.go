package ledger

import (
	"embed"

	"erba/feature/account"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what the ledger brings to the product.
var Feature = app.Feature{
	Name:  "ledger",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.listen()
		s.Routes(k.Router)
		k.Check("ledger.checked", s.Sound)
	},
}

// New is the ledger service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k)) })
}

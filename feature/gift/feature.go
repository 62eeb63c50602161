package gift

import (
	"embed"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what gift brings to the product.
var Feature = app.Feature{
	Name:  "gift",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		approval.Add(k, exceeding, approval.Course[asked]{Apply: s.allowed, Ended: s.forbidden})
	},
}

// New is the service of gifts of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), approval.New(k), method.New(k), ledger.New(k))
	})
}

package fee

import (
	"embed"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what fee brings to the product.
var Feature = app.Feature{
	Name:   "fee",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		portfolio.New(k).SettledBy(s)
		approval.Add(k, asking, approval.Course[asked]{Apply: s.granted, Ended: s.forbidden})
	},
}

// New is the service of fees of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, account.New(k), approval.New(k), method.New(k), ledger.New(k))
	})
}

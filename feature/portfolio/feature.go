package portfolio

import (
	"embed"
	"slices"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what portfolio brings to the product.
var Feature = app.Feature{
	Name:   "portfolio",
	Files:  files,
	Models: slices.Concat(declared, scored),
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Jobs(k.Jobs)
		s.listen()
		s.explain(method.New(k))
		for _, kind := range []approval.Kind{nominating, vip} {
			approval.Add(k, kind, approval.Course[Nomination]{Apply: s.nominated, Revert: s.unnominated})
		}
		approval.Add(k, removing, approval.Course[removal]{Version: s.reviewVersion, Apply: s.removed, Revert: s.restored})
	},
}

// New is the portfolio service of a product.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, k.Jobs, account.New(k), ledger.New(k), approval.New(k), method.New(k))
	})
}

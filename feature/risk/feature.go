package risk

import (
	"embed"

	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/development"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what risk brings to the product.
var Feature = app.Feature{
	Name:   "risk",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		method.New(k).Explains("M08", s.explained)
		today.New(k).Offer(s.signalled())
		today.New(k).Offer(s.reds())
		today.New(k).RateBy("risk.today_rated", "risk:read", s.rating)
	},
}

// New is the service of risks of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		s := NewService(k.DB, k.Events, k.Users, k.Jobs, account.New(k), ledger.New(k), portfolio.New(k), method.New(k), development.New(k))
		s.Listens(k.Events, commitment.New(k), visit.New(k))
		return s
	})
}

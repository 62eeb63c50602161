package assessment

import (
	"embed"

	"erba/feature/approval"
	"erba/feature/competitor"
	"erba/feature/coverage"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what assessment brings to the product.
var Feature = app.Feature{
	Name:   "assessment",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Fight(competitor.New(k))
		today.New(k).Offer(s.halted())
		plan.New(k).Judges(s.Pending) // a plan stands below deals
		approval.Add(k, override, approval.Course[asked]{Apply: s.granted, Ended: s.refused})
	},
}

// New is the service of assessments of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, Others{Deals: opportunity.New(k), Methods: method.New(k), Approvals: approval.New(k),
			Ledger: ledger.New(k), Portfolio: portfolio.New(k), Coverage: coverage.New(k)})
	})
}

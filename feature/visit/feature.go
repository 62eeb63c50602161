package visit

import (
	"embed"

	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what visit brings to the product.
var Feature = app.Feature{
	Name:   "visit",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		privacy.New(k).Keeps(keeper{})
		for _, rule := range s.offers() {
			today.New(k).Offer(rule)
		}
		today.New(k).Agenda(reading, s.agenda)
		s.Plans.Reaches(s.Relations.Covered) // a plan stands below both
		method.New(k).Explains(Going, s.explained)
		method.New(k).Explains(Filing, s.filled)
	},
}

// New is the service of visits of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, Others{Accounts: account.New(k), Contacts: contact.New(k), Interactions: interaction.New(k),
			Products: product.New(k), Ledger: ledger.New(k), Methods: method.New(k), Portfolio: portfolio.New(k), Evaluations: evaluation.New(k),
			Goals: goal.New(k), Plans: plan.New(k), Relations: relation.New(k), Commitments: commitment.New(k)})
	})
}

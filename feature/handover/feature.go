package handover

import (
	"embed"

	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/development"
	"erba/feature/interaction"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/privacy"
	"erba/feature/relation"
	"erba/feature/risk"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what handover brings to the product.
var Feature = app.Feature{
	Name:  "handover",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.offer())
		privacy.New(k).Keeps(keeper{})
	},
}

// New is the service of hand-overs of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, Others{Accounts: account.New(k), Contacts: contact.New(k), Relations: relation.New(k),
			Commitments: commitment.New(k), Plans: plan.New(k), Visits: visit.New(k), Interactions: interaction.New(k),
			Developments: development.New(k), Risks: risk.New(k), Notices: notice.New(k)})
	})
}

package lead

import (
	"embed"

	"erba/feature/account"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/privacy"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what lead brings to the product.
var Feature = app.Feature{
	Name:   "lead",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		today.New(k).Offer(s.due())
		privacy.New(k).Keeps(words)
	},
}

// words are what is written of people at a company that is no customer yet.
var words = privacy.Writing{
	Field: privacy.Field{Key: "lead.kept_words", Class: "C1", Purpose: "lead.for_leads", Basis: "privacy.basis_contract", Keep: "lead.keep_leads"},
	Texts: map[string][]string{"leads": {"need", "speaks_to", "source_detail", "reason"}, "lead_moves": {"reason"}, "lead_wishes": {"why", "idea"}},
}

// New is the service of leads of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, Others{Accounts: account.New(k), Interactions: interaction.New(k), Ledger: ledger.New(k), Methods: method.New(k), Deals: opportunity.New(k)})
	})
}

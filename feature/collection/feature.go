package collection

import (
	"embed"

	"erba/analysis/dunning"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/privacy"
	"erba/feature/receivable"
	"erba/feature/today"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what collection brings to the product.
var Feature = app.Feature{
	Name:   "collection",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		approval.Add(k, giving, s.course())
		notice.New(k).Kind(notice.Kind{Key: brokenPromise, Name: "collection.notice_broken_name", Mail: true, Grant: "collection:read"})
		today.New(k).Offer(s.breaking())
		privacy.New(k).Keeps(said)
	},
}

// said is what is written of people who owe, or answer for a debt.
var said = privacy.Writing{
	Field: privacy.Field{Key: "collection.kept_said", Class: "C1", Purpose: "collection.for_payment", Basis: "privacy.basis_contract", Keep: "collection.keep_said"},
	Texts: map[string][]string{"disputes": {"says", "result"}, "payment_promises": {"who", "says"}, "dunnings": {"recipient", "title", "body", "says"},
		"write_offs": {"reason"}, "delivery_stops": {"reason", "lifting"}},
}

// New is the service of collection of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Jobs, k.Mail, k.Texts.Say, Others{Accounts: account.New(k), Approvals: approval.New(k), Ledger: ledger.New(k),
			Methods: method.New(k), Notices: notice.New(k), Receivables: receivable.New(k)})
	})
}

// models are the settings of this feature.
var models = []model.Model{{ID: Setting, Name: "dunning", Group: "money", Kind: model.Other, Confidence: model.Medium, Config: dunning.Default(),
	Used:     []string{"dunning.used_sheet", "dunning.used_stop", "dunning.used_today"},
	Examples: []model.Example{model.Worked("dunning.example", []int{-6, -5, 1, 15, 29, 30, 90}, []string{"", "remind", "call", "letter", "letter", "stop", "legal"}, reached)}}}

// reached are the steps after some numbers of days.
func reached(days []int) (all []string, _ error) {
	c := dunning.Default()
	for _, n := range days {
		does := ""
		if at := c.Reached(n); at >= 0 {
			does = c.Steps[at].Does
		}
		all = append(all, does)
	}
	return all, nil
}

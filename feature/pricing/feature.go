package pricing

import (
	"embed"

	"erba/analysis/price"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what pricing brings to the product.
var Feature = app.Feature{
	Name:   "pricing",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		approval.Add(k, asking, s.course())
		s.Deals.PricedBy(s.Priced)
		s.Deals.Before(s.gate)
		notice.New(k).Kind(notice.Kind{Key: endingSoon, Name: "pricing.notice_ending_name", Mail: true, Grant: "framework:read"})
		today.New(k).Offer(s.ending())
	},
}

// New is the service of prices of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, Others{Accounts: account.New(k), Approvals: approval.New(k), Evaluations: evaluation.New(k), Ledger: ledger.New(k),
			Methods: method.New(k), Notices: notice.New(k), Deals: opportunity.New(k), Products: product.New(k)})
	})
}

// models are the settings of this feature.
var models = []model.Model{{ID: setting, Name: "price", Group: "sale", Kind: model.Other, Confidence: model.Medium, Config: price.Default(),
	Used:     []string{"price.used_deal", "price.used_special"},
	Examples: []model.Example{model.Worked("price.example", asks, verdicts, judged)}}}

// sold is what a product costs by the list, at least, and in some deals.
type sold struct {
	List  int64   `json:"list"`
	Least int64   `json:"least"`
	Asked []int64 `json:"asked"`
}

type verdict struct {
	Needs bool `json:"needs"`
	Deep  bool `json:"deep"`
}

var (
	asks     = sold{100, 80, []int64{100, 90, 80, 79}}
	verdicts = []verdict{{false, false}, {true, false}, {true, false}, {true, true}}
)

func judged(in sold) (all []verdict, _ error) {
	t := price.Tag{Known: new(kernel.Whole(in.List)), Floor: new(kernel.Whole(in.Least))}
	for _, asked := range in.Asked {
		at := kernel.Whole(asked)
		all = append(all, verdict{price.Default().Needs(t, at), price.Default().Deep(t, at)})
	}
	return all, nil
}

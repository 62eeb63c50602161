package opportunity

import (
	"embed"

	"erba/analysis/sale"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/importing"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/product"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what opportunity brings to the product.
var Feature = app.Feature{
	Name:   "opportunity",
	Files:  files,
	Models: models,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		for _, rule := range s.offers() {
			today.New(k).Offer(rule)
		}
		importing.New(k).Deals(s)
		account.New(k).Tells(s)
	},
}

// New is the service of deals of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, Others{Accounts: account.New(k), Contacts: contact.New(k), Products: product.New(k),
			Ledger: ledger.New(k), Methods: method.New(k)})
	})
}

// models are the methods of this feature, with the worked examples of the
// specification.
var models = []model.Model{
	{ID: stepping, Name: "sale", Group: "sale", Kind: model.Ladder, Confidence: model.Low, Config: sale.Default(),
		Used: []string{"opportunity.used_stages"},
		Examples: []model.Example{
			model.Worked("sale.example", []asked{{100, 30}, {200, 50}, {50, 90}}, int64(175), weightedExample)}},
}

// asked is an amount and the percentage of its step.
type asked struct {
	Amount  int64 `json:"amount"`
	Percent int   `json:"percent"`
}

func weightedExample(deals []asked) (sum int64, _ error) {
	for _, d := range deals {
		sum += kernel.Percent(d.Amount, d.Percent)
	}
	return sum, nil
}

package delivered

import (
	"embed"

	"erba/analysis/delivered"
	"erba/feature/account"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what delivered brings to the product.
var Feature = app.Feature{
	Name:   "delivered",
	Files:  files,
	Models: models,
	Start:  func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the service of delivered value of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k)) })
}

var models = []model.Model{{ID: "M49", Name: "delivered", Group: "behaviour", Kind: model.Other, Confidence: model.High,
	Used:     []string{"delivered.used_account"},
	Examples: []model.Example{model.Worked("delivered.example", exampleInput, exampleWant, example)}}}

// offersIn are ours and that of another one, component by component, in yuan.
type offersIn struct {
	Ours   delivered.Offer `json:"ours"`
	Theirs delivered.Offer `json:"theirs"`
}

type offersOut struct {
	Ours   delivered.Sum `json:"ours"`
	Theirs delivered.Sum `json:"theirs"`
	Lead   float64       `json:"lead"`
}

var (
	exampleInput = offersIn{delivered.Offer{50_000, 12_000, 5_000, 8_000, 52_000, 4_000, 2_000, 1_000}, delivered.Offer{45_000, 9_000, 4_000, 6_000, 46_000, 3_500, 1_500, 500}}
	exampleWant  = offersOut{delivered.Sum{Value: 75_000, Cost: 59_000, Delivered: 16_000, Ratio: 1.271186441},
		delivered.Sum{Value: 64_000, Cost: 51_500, Delivered: 12_500, Ratio: 1.242718447}, 3_500}
)

func example(in offersIn) (offersOut, error) {
	s := delivered.Compare(in.Ours, []delivered.Offer{in.Theirs})
	return offersOut{in.Ours.Sum(), in.Theirs.Sum(), float64(s.Lead)}, nil
}

package segment

import (
	"embed"

	"erba/analysis/band"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/portfolio"
	"erba/platform/app"
	"erba/platform/model"
)

//go:embed schema text
var files embed.FS

// Feature is what segment brings to the product.
var Feature = app.Feature{
	Name:  "segment",
	Files: files,
	Models: []model.Model{{ID: "M23", Name: "segment", Group: "identify", Kind: model.Bands, Confidence: model.High,
		Used: []string{"method.used_accounts", "method.used_portfolio"},
		Examples: []model.Example{model.Worked("segment.example", ages{[]float64{20, 30, 40, 50}, []null.Number{30, 19, 50, null.None}},
			[]int{3, 1, 5, band.Unknown}, ages.bands)}}},
	Start: func(k *app.Kit) { New(k).Routes(k.Router) },
}

// New is the segment service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, account.New(k), portfolio.New(k)) })
}

// ages are the worked example: a set of bands by age, and four people, of whom
// one does not say how old he is.
type ages struct {
	Breaks band.Set      `json:"breaks"`
	Ages   []null.Number `json:"ages"`
}

// bands are where they are, from 1; 0 is unknown.
func (a ages) bands() ([]int, error) {
	all := make([]int, len(a.Ages))
	for i, age := range a.Ages {
		all[i] = a.Breaks.Of(age)
	}
	return all, a.Breaks.Check()
}

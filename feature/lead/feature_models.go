package lead

import (
	"erba/analysis/null"
	"erba/analysis/prospect"
	"erba/platform/model"
)

// Method is the way from looking around to the list of those who are still missing.
const Method = "M53"

// Config holds what a company may decide differently.
type Config struct {
	Order  prospect.Config `json:"order"`
	Points prospect.Points `json:"points"`
}

// Usual is half potential, and money most of all signs.
func Usual() Config { return Config{prospect.Default(), prospect.DefaultPoints()} }

// Check refuses weights that are not a whole.
func (c Config) Check() error {
	if err := c.Order.Check(); err != nil {
		return err
	}
	return c.Points.Check()
}

var models = []model.Model{{
	ID: Method, Name: "prospect", Group: "sale", Kind: model.Scorecard, Confidence: model.High, Config: Usual(),
	Used: []string{"lead.used_list", "lead.used_round"},
	Examples: []model.Example{
		model.Worked("prospect.example", candidates, []null.Number{77, 73}, func(all []prospect.Candidate) (found []null.Number, _ error) {
			for _, one := range all {
				found = append(found, prospect.Default().Priority(one))
			}
			return found, nil
		}),
		model.Worked("prospect.example_result", []prospect.Hope{{Amount: 1_000_000, Percent: 40}, {Amount: 500_000, Percent: 70}}, int64(750_000),
			func(all []prospect.Hope) (int64, error) { return prospect.Expected(all), nil })},
}}

// candidates are P and Q of the specification.
var candidates = []prospect.Candidate{{Potential: 90, Strength: 60, Cost: 30}, {Potential: 60, Strength: 90, Cost: 20}}

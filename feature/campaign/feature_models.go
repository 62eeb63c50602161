package campaign

import (
	"erba/analysis/buying"
	"erba/analysis/campaign"
	"erba/analysis/null"
	"erba/platform/model"
)

// models are the methods of this feature, with the worked examples of the specification.
var models = []model.Model{
	{ID: Phases, Name: "campaign", Group: "sale", Kind: model.Checklist, Confidence: model.Medium, Config: campaign.Default(),
		Used: []string{"campaign.used_deal"}, Examples: []model.Example{model.Worked("campaign.example", 4, entered{80, campaign.Acting, ""}, enter)}},
	{ID: Tests, Name: "threetests", Group: "sale", Kind: model.Checklist, Confidence: model.Medium,
		Used: []string{"campaign.used_deal"}, Examples: []model.Example{model.Worked("threetests.example", triedIn, triedWant, try)}},
	{ID: Buying, Name: "buying", Group: "sale", Kind: model.Scorecard, Confidence: model.Medium,
		Used: []string{"campaign.used_deal"}, Examples: []model.Example{model.Worked("buying.example", factorsIn, factorsWant, weighed)}},
}

// entered is whether a phase begins when some of five parts are known.
type entered struct {
	Complete float64 `json:"complete"`
	Next     string  `json:"next"`
	Missing  string  `json:"missing"`
}

func enter(parts int) (entered, error) {
	complete := null.Of(parts*100) / 5
	next, missing := campaign.Default().Next(campaign.Thinking, campaign.Course{Complete: complete})
	return entered{float64(complete), next, missing}, nil
}

// tried is how much of each test is done, of how much.
type tried struct {
	People [2]int `json:"people"`
	Words  [2]int `json:"words"`
	Deeds  [2]int `json:"deeds"`
}

var (
	triedIn   = tried{[2]int{3, 4}, [2]int{3, 5}, [2]int{1, 2}}
	triedWant = campaign.Marks{People: 75, Words: 60, Deeds: 50, Overall: 50, Weakest: campaign.Deeds}
)

func try(in tried) (campaign.Marks, error) {
	var items []campaign.Item
	for test, part := range map[string][2]int{campaign.People: in.People, campaign.Words: in.Words, campaign.Deeds: in.Deeds} {
		for i := range part[1] {
			items = append(items, campaign.Item{Test: test, Done: i < part[0]})
		}
	}
	return campaign.Mark(items), nil
}

// marks are what somebody buys by, factor by factor.
type marks struct {
	Weights []int `json:"weights"`
	Ours    []int `json:"ours"`
	Theirs  []int `json:"theirs"`
}

// compared is how we and another one do.
type compared struct {
	Ours   float64  `json:"ours"`
	Theirs float64  `json:"theirs"`
	Gaps   []string `json:"gaps"`
}

var (
	factorsIn   = marks{[]int{5, 4, 2, 5, 3}, []int{4, 3, 3, 3, 5}, []int{4, 4, 3, 4, 3}}
	factorsWant = compared{3.58, 3.74, []string{"service", "price"}}
)

func weighed(in marks) (out compared, _ error) {
	var factors []buying.Factor
	for i, group := range buying.Groups {
		factors = append(factors, buying.Factor{Key: group, Weight: in.Weights[i], Ours: in.Ours[i], Theirs: []int{in.Theirs[i]}})
	}
	out.Ours, out.Theirs = hundredth(buying.Score(factors, buying.Ours)), hundredth(buying.Score(factors, buying.Their(0)))
	for _, gap := range buying.Gaps(factors) {
		out.Gaps = append(out.Gaps, gap.Key)
	}
	return out, nil
}

// hundredth has two places.
func hundredth(n null.Number) float64 { return float64(int(n*100+0.5)) / 100 }

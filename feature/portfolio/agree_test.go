package portfolio

import (
	"testing"

	"erba/analysis/consensus"
	"erba/analysis/fallacy"
)

func TestM05OnThePortfolio(t *testing.T) {
	c := growing(2)
	e := judge(c, ratedAs(c, map[string]int64{Demand: 6_660_000_00, Influence: 5, Standing: 5, Satisfaction: 95, Loyalty: 5}))
	// 6,660,000 are an A by sales alone, 85 points an A of the card, which makes MAJOR
	if got := e.Setting.Config.Agree.Verdict(e.says(0)); got != consensus.Propose || e.explainAgree(0).Inputs[3].Value != 3 {
		t.Errorf("C01: %s, %+v", got, e.says(0))
	}
	// finance 80, selling 90 and customer 70, service 100
	if k := e.keysOf(0); k.Profit != 85 || k.Service != 85 || k.Health != consensus.Model {
		t.Errorf("%+v", k)
	}
	// C02: 4,100,000 are an A by sales alone; nobody has said more
	if got := e.Setting.Config.Agree.Verdict(e.says(1)); got != consensus.Review || e.keysOf(1).Health != consensus.None {
		t.Errorf("C02: %s, %+v", got, e.says(1))
	}
	v := e.view(Filter{}, nil, nil)
	a := v.Agreement()
	if a.Propose.Count != 1 || a.Review.Count != 1 || a.Missed.Count != 0 || a.Health[0].Count != 1 {
		t.Errorf("%+v", a)
	}
	for mark, want := range map[string]int{"propose": 1, "review": 1, "nothing": 8, "model": 1, "rescue": 0} {
		if m, err := v.Members(inAgree, mark, Page{Limit: 5}); err != nil || m.Count != want {
			t.Errorf("%s: %+v, %v", mark, m, err)
		}
	}
}

func TestM06OnThePortfolio(t *testing.T) {
	v := judge(growing(1), nil).view(Filter{}, nil, nil)
	found := map[string]Finding{}
	for _, f := range v.Mistakes(true).Findings {
		found[f.Detector] = f
	}
	// nobody is estimated, so none of the four key accounts is proven; nobody records orders or favours
	for detector, want := range map[string]string{fallacy.Single: "yes", fallacy.BigTicket: "open", fallacy.NoProfit: "open", fallacy.Favours: "open"} {
		if found[detector].State != want {
			t.Errorf("%s: %+v", detector, found[detector])
		}
	}
	m, err := v.Members(inMistake, fallacy.Single, Page{Limit: 9})
	if err != nil || m.Count != found[fallacy.Single].Count || m.Count == 0 {
		t.Errorf("%+v, %v; %+v", m, err, found[fallacy.Single])
	}
	for _, mark := range []string{fallacy.NoProfit, fallacy.Favours, "weather"} {
		if _, err := v.Members(inMistake, mark, Page{}); err == nil {
			t.Errorf("%s can be listed", mark)
		}
	}
	for _, f := range v.Mistakes(false).Findings {
		if f.Detector == fallacy.NoProfit && (f.State != "open" || f.Inputs[0].Known) {
			t.Errorf("margins are told: %+v", f)
		}
	}
}

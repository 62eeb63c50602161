package winloss

import (
	"erba/analysis/forecast"
	"erba/analysis/why"
)

// furthest is for how many more wins or losses an explanation looks.
const furthest = 200

// judge says how a group stands beside all deals, and why one may say so.
func (g *Group) judge(rules *forecast.Config, all forecast.Share) {
	g.Verdict = verdict(g.Rate, all)
	e := why.Explanation{Model: "R03", Result: "winloss." + g.Verdict, Rule: "winloss.rule_" + g.Verdict,
		Inputs: []why.Figure{why.Known("winloss.won", why.Count, g.Won), why.Known("winloss.lost", why.Count, g.Lost)},
		Cuts:   []why.Figure{}, Changes: []why.Change{}}
	if g.Rate.Mean.Known() {
		e.Inputs = append(e.Inputs, why.Known("winloss.rate", why.Share, float64(g.Rate.Mean)),
			why.Known("winloss.low", why.Share, float64(g.Rate.Low)), why.Known("winloss.high", why.Share, float64(g.Rate.High)))
	}
	if all.Mean.Known() {
		e.Inputs = append(e.Inputs, why.Known("winloss.rate_all", why.Share, float64(all.Mean)))
	}
	e.Changes = append(e.Changes, g.turns(rules, all)...)
	g.Why = e
}

// verdict compares an interval with the share of all: chance explains what lies within.
func verdict(one, all forecast.Share) string {
	switch {
	case !one.Mean.Known() || !all.Mean.Known():
		return Few
	case one.Low > all.Mean:
		return Above
	case one.High < all.Mean:
		return Below
	}
	return Alike
}

// turns are the next win and the next loss that would change the verdict.
func (g *Group) turns(rules *forecast.Config, all forecast.Share) (changes []why.Change) {
	decided := g.Won + g.Lost
	for n := 1; n <= furthest; n++ {
		if v := verdict(rules.Share(g.Won+n, decided+n), all); v != g.Verdict {
			changes = append(changes, why.Instead("winloss.won", why.Count, g.Won, g.Won+n, "winloss."+v))
			break
		}
	}
	for n := 1; n <= furthest; n++ {
		if v := verdict(rules.Share(g.Won, decided+n), all); v != g.Verdict {
			changes = append(changes, why.Instead("winloss.lost", why.Count, g.Lost, g.Lost+n, "winloss."+v))
			break
		}
	}
	return changes
}

package portfolio

import (
	"erba/analysis/pareto"
	"erba/analysis/why"
)

const (
	keyAccount = "register.key_account"
	noAccount  = "register.none"
)

// explainKey says which rules make a key account, and which other sales would
// make or unmake one.
func (e *Evaluated) explainKey(row int32) why.Explanation {
	rules := &e.Setting.Config.Rules
	x := why.Explanation{Model: "M01", Result: noAccount, Rule: "register.rule_none", Inputs: e.keyInputs(row), Cuts: []why.Figure{
		why.Known("register.share", why.Share, rules.REV.Share),
		why.Known("register.rank", why.Rank, rules.cap(len(e.ranking.Rows))),
		why.Known("portfolio.influence", why.Score, rules.INFL.Score)}}
	switch names := e.fired[row].Names(); {
	case len(names) > 0:
		x.Result, x.Rule = keyAccount, "register.rule_"+names[0]
	case e.key(row):
		x.Result, x.Rule = keyAccount, "register.rule_lapsed"
	}
	if to, ok := e.keySales(row); ok {
		x.Changes = append(x.Changes, to)
	}
	x.Sort()
	return x
}

func (e *Evaluated) keyInputs(row int32) []why.Figure {
	inputs := []why.Figure{why.Known("register.sales", why.Amount, e.value[row])}
	if place := e.ranking.Place(row); place >= 0 {
		inputs = append(inputs, why.Known("register.rank", why.Rank, place+1),
			why.Known("register.share", why.Share, float64(e.value[row])/float64(e.ranking.Total)))
	}
	if e.influence[row] > 0 {
		inputs = append(inputs, why.Known("portfolio.influence", why.Score, e.influence[row]))
	}
	return inputs
}

// keySales is the sales at which the account would become, or cease to be, a
// key account, all others unchanged. Judgements keep one whatever he buys.
func (e *Evaluated) keySales(row int32) (why.Change, bool) {
	if e.fired[row]&^(firesREV|firesCORE) != 0 || len(e.ranking.Rows) == 0 {
		return why.Change{}, false
	}
	threshold, ok := e.threshold(row)
	switch {
	case !ok:
		return why.Change{}, false
	case e.fired[row] != 0:
		return why.Instead("register.sales", why.Amount, e.value[row], threshold-1, noAccount), threshold > 1
	}
	return why.Instead("register.sales", why.Amount, e.value[row], threshold, keyAccount), true
}

// threshold is the least sales at which REV or CORE fires.
func (e *Evaluated) threshold(row int32) (least int64, ok bool) {
	rules := &e.Setting.Config.Rules
	if rules.REV.Enabled {
		least, ok = e.shareOf(row, rules.REV.Share), true
	}
	if rules.CORE.Enabled {
		if core := max(e.ranking.Least(row, pareto.A, e.Setting.Config.Pareto), e.rankOf(row, rules)); !ok || core < least {
			least, ok = core, true
		}
	}
	return least, ok
}

// shareOf is the least amount that is a share of the total that it is part of.
func (e *Evaluated) shareOf(row int32, share float64) int64 {
	rest := e.ranking.Total - max(0, e.value[row])
	return search(rest*100+1, func(v int64) bool { return v >= pareto.Part(rest+v, share) })
}

// rankOf is the least amount that ranks among the first that CORE looks at.
func (e *Evaluated) rankOf(row int32, rules *Rules) int64 {
	limit, place := rules.cap(len(e.ranking.Rows)), e.ranking.Place(row)
	rival := limit - 1 // who holds the last place that counts
	if place >= 0 && place < limit {
		rival = limit // who moves up when the account falls
	}
	if rival >= len(e.ranking.Rows) {
		return 1
	}
	least := e.ranking.Value(rival)
	if e.ranking.Rows[rival] < row { // equals follow by account
		least++
	}
	return least
}

// search is the least number for which found holds, up to a limit.
func search(limit int64, found func(int64) bool) int64 {
	low, high := int64(0), limit
	for low < high {
		if mid := low + (high-low)/2; found(mid) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

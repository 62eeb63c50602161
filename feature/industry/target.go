package industry

import (
	"cmp"
	"slices"

	"erba/analysis/entry"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// The judgements by which it is decided with whom to begin. They are kept among
// the estimates of an account.
var judgements = [...]string{"entry_chance", "entry_cost", "entry_yield", "entry_network"}

// Judged is one of them as it was given last.
type Judged struct {
	Kind     string      `json:"kind"  enum:"entry_chance,entry_cost,entry_yield,entry_network"`
	Value    *int64      `json:"value" doc:"0–100, the network 0–5; null: nobody has said"`
	By       string      `json:"by"`
	On       kernel.Date `json:"on,omitzero"`
	Expires  kernel.Date `json:"expires,omitzero"`
	Evidence string      `json:"evidence"`
	Stale    bool        `json:"stale" doc:"It has expired: ask again"`
}

// Target is an account to begin with, or not.
type Target struct {
	ID       kernel.ID        `json:"id" row:"account"`
	Code     string           `json:"code"`
	Name     string           `json:"name"`
	Industry string           `json:"industry" doc:"As the account has it"`
	Size     string           `json:"size"     enum:",huge,large,medium,small,micro"`
	Large    bool             `json:"large"    doc:"So that the network counts"`
	Prospect bool             `json:"prospect" doc:"It has never bought"`
	Rank     int              `json:"rank,omitempty" doc:"1 is the best; absent: too little is known"`
	Score    *float64         `json:"score"    doc:"null: too little is known"`
	Answers  []Judged         `json:"answers"  doc:"Chance, cost, yield, network"`
	Why      *why.Explanation `json:"why,omitempty"`
	row      int32
	order    null.Number
}

// Targets is a page of accounts, those to begin with first.
type Targets struct {
	Scope    string   `json:"scope"    enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Count    int      `json:"count"`
	Answered int      `json:"answered" doc:"Of whom enough is known to rank them"`
	Rows     []Target `json:"rows"`
	Next     int      `json:"next,omitempty" doc:"Where the next page starts"`
}

// Whom says whom a list of targets is about.
type Whom string

// Whom to list. Chosen are those of whom somebody has judged anything.
const (
	Both      Whom = ""
	Prospects Whom = "prospects"
	Chosen    Whom = "chosen"
)

// takes reports whether a list is about somebody.
func (w Whom) takes(prospect, chosen bool) bool {
	switch w {
	case Prospects:
		return prospect
	case Chosen:
		return chosen
	}
	return prospect || chosen
}

// prospectOf is a target as the method takes it.
func prospectOf(answers []null.Number, large bool) entry.Prospect {
	return entry.Prospect{Chance: answers[0], Cost: answers[1], Yield: answers[2], Network: answers[3], Large: large}
}

// isLarge are the sizes whose network counts.
func isLarge(size string) bool { return size == "huge" || size == "large" }

// rankTargets puts the best first, and those of whom too little is known last.
func rankTargets(all []Target) (answered int) {
	slices.SortStableFunc(all, func(a, b Target) int {
		return cmp.Or(cmp.Compare(lacking(a), lacking(b)), compareScores(a, b))
	})
	for i := range all {
		if !all[i].order.Known() {
			return i
		}
		all[i].Rank = i + 1
		if i > 0 && all[i].order == all[i-1].order {
			all[i].Rank = all[i-1].Rank
		}
	}
	return len(all)
}

func lacking(t Target) int {
	if t.order.Known() {
		return 0
	}
	return 1
}

func compareScores(a, b Target) int {
	if !a.order.Known() || !b.order.Known() {
		return 0
	}
	return cmp.Compare(b.order, a.order)
}

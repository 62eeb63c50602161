package industry

import (
	"cmp"
	"math"
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
	said     entry.Prospect
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

// score ranks a target by what is said of it, if anything is.
func (t *Target) score(cfg *entry.Config, chosen bool) {
	t.order = null.None
	if chosen {
		t.order = cfg.Score(t.said).Steady()
	}
	t.Score = told(t.order)
}

// cells are a target as a row of an exported list.
func (t *Target) cells() []any {
	cells := []any{t.Code, t.Name, nil, t.Industry, t.Size}
	if t.Rank > 0 {
		cells[2] = int64(t.Rank)
	}
	for _, n := range [...]null.Number{t.said.Chance, t.said.Cost, t.said.Yield, t.said.Network} {
		if cells = append(cells, nil); n.Known() {
			cells[len(cells)-1] = int64(n)
		}
	}
	if t.Score == nil {
		return append(cells, nil)
	}
	return append(cells, kernel.Micro(int64(math.Round(*t.Score*1e6))))
}

// ranked puts the best first, and those of whom too little is known last. Most
// are of these, so only the others are sorted.
func ranked(all []Target) (sorted []Target, answered int) {
	sorted = make([]Target, 0, len(all))
	for _, t := range all {
		if t.order.Known() {
			sorted = append(sorted, t)
		}
	}
	answered = len(sorted)
	slices.SortStableFunc(sorted, func(a, b Target) int { return cmp.Compare(b.order, a.order) })
	for i := range sorted {
		if sorted[i].Rank = i + 1; i > 0 && sorted[i].order == sorted[i-1].order {
			sorted[i].Rank = sorted[i-1].Rank
		}
	}
	for _, t := range all {
		if !t.order.Known() {
			sorted = append(sorted, t)
		}
	}
	return sorted, answered
}

// isLarge are the sizes whose network counts.
func isLarge(size string) bool { return size == "huge" || size == "large" }

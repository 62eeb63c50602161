package industry

import (
	"slices"

	"erba/analysis/ownership"
	"erba/analysis/why"
	"erba/kernel"
)

// kindsOf are the kinds of ownership by what accounts say: codes of their own
// list, and words that no code was found for when they came. A joint venture and
// a listed company may be of any kind, so nothing is to be expected of them.
var kindsOf = map[ownership.Kind][]string{
	ownership.Private: {"private"}, ownership.Foreign: {"foreign"}, ownership.State: {"state"},
	ownership.Government: {"public", "government", "政府机构", "政府部门"},
	ownership.School:     {"school", "学校", "高校", "大学", "院校"},
	ownership.Hospital:   {"hospital", "医院", "医疗机构"},
	ownership.Media:      {"media", "新闻出版", "媒体", "出版社", "报社"},
	ownership.Research:   {"research", "研究院", "研究所", "科研院所"},
}

// kindOf is the kind that an account says; empty if there is none of what it says.
func kindOf(said string) ownership.Kind {
	for kind, words := range kindsOf {
		if slices.Contains(words, folded(said)) {
			return kind
		}
	}
	return ""
}

// Hint is what the ownership of a company lets one expect of it.
type Hint struct {
	Said   string          `json:"said"   doc:"As the account has it; empty: nobody has said"`
	Kind   string          `json:"kind"   enum:",private,foreign,state,government,school,hospital,media,research" doc:"Empty: of what is said there is no profile"`
	Speed  int             `json:"speed"  doc:"Of decisions, 1–5; 5 is fast; 0: not known"`
	Chain  int             `json:"chain"  doc:"How many decide, 1–5; 5 is many; 0: not known"`
	Credit int             `json:"credit" doc:"How surely they pay, 1–5; 5 is surely; 0: not known"`
	Lead   int             `json:"lead"   doc:"Days by which a visit is planned ahead; 0: not known"`
	Why    why.Explanation `json:"why"`
}

// hint says what to expect of an account by its ownership.
func hint(cfg *ownership.Config, said string) Hint {
	kind := kindOf(said)
	h := Hint{Said: said, Kind: string(kind), Why: cfg.Explain(kind)}
	if p, ok := cfg.Of(kind); ok {
		h.Speed, h.Chain, h.Credit, h.Lead = p.Speed, p.Chain, p.Credit, p.Lead
	}
	return h
}

// Profile is what the industry and the ownership of an account tell of it.
type Profile struct {
	Account   kernel.ID `json:"account" row:"account"`
	Word      string    `json:"word"    doc:"What the account calls its industry; empty: nobody has said"`
	Industry  *Rated    `json:"industry,omitempty" doc:"Absent: the word belongs to no industry that we know"`
	Ownership Hint      `json:"ownership"`
}

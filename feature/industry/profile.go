package industry

import (
	"erba/analysis/ownership"
	"erba/analysis/why"
	"erba/kernel"
)

// kindsOf are the kinds of ownership by what accounts say. A joint venture and a
// listed company may be of any kind, so nothing is to be expected of them.
var kindsOf = map[string]ownership.Kind{
	"private": ownership.Private, "foreign": ownership.Foreign, "state": ownership.State, "public": ownership.Government,
	"学校": ownership.School, "高校": ownership.School, "医院": ownership.Hospital, "新闻出版": ownership.Media, "媒体": ownership.Media,
	"研究院": ownership.Research, "研究所": ownership.Research, "政府机构": ownership.Government,
	"school": ownership.School, "hospital": ownership.Hospital, "media": ownership.Media, "research": ownership.Research,
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
	kind := kindsOf[folded(said)]
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

// Package ownership decides what the ownership of a company lets one expect
// (method M27): how fast it decides, how long the chain of decisions is, how it
// pays. These are hints for whoever visits, not judgements of one customer.
package ownership

import (
	"erba/analysis/why"
	"erba/kernel"
)

// Kind is who owns a company, or what it is.
type Kind string

// The kinds.
const (
	Private    Kind = "private"    // 民营
	Foreign    Kind = "foreign"    // 外资
	State      Kind = "state"      // 国有
	Government Kind = "government" // 政府机构
	School     Kind = "school"     // 学校
	Hospital   Kind = "hospital"   // 医院
	Media      Kind = "media"      // 新闻出版
	Research   Kind = "research"   // 研究院
)

// Profile is what to expect of a kind, each from 1 to 5.
type Profile struct {
	Kind   Kind `json:"kind"   enum:"private,foreign,state,government,school,hospital,media,research"`
	Speed  int  `json:"speed"  unit:"score" minimum:"1" maximum:"5" doc:"Of decisions; 5 is fast"`
	Chain  int  `json:"chain"  unit:"score" minimum:"1" maximum:"5" doc:"How many decide; 5 is many"`
	Credit int  `json:"credit" unit:"score" minimum:"1" maximum:"5" doc:"How surely they pay; 5 is surely"`
	Lead   int  `json:"lead"   unit:"days" minimum:"0" maximum:"365" doc:"Days by which a visit is planned ahead"`
}

// Config is the profiles.
type Config struct {
	Profiles []Profile `json:"profiles"`
}

// Default is our own figures: private companies decide fast, foreign ones have
// a long chain and good credit, all others lie between.
func Default() Config {
	profiles := []Profile{{Private, 5, 2, 3, 3}, {Foreign, 2, 5, 5, 14}}
	for _, kind := range []Kind{State, Government, School, Hospital, Media, Research} {
		profiles = append(profiles, Profile{kind, 2, 4, 4, 10})
	}
	return Config{profiles}
}

// Check refuses figures off the scale and kinds that have no profile, or two.
func (c Config) Check() error {
	seen := map[Kind]bool{}
	for _, p := range c.Profiles {
		if min(p.Speed, p.Chain, p.Credit) < 1 || max(p.Speed, p.Chain, p.Credit) > 5 || p.Lead < 0 || p.Lead > 365 || seen[p.Kind] {
			return kernel.Invalid("ownership.bad_profile", "kind", string(p.Kind))
		}
		seen[p.Kind] = true
	}
	for _, p := range Default().Profiles {
		if !seen[p.Kind] {
			return kernel.Invalid("ownership.no_profile", "kind", string(p.Kind))
		}
		delete(seen, p.Kind)
	}
	for kind := range seen {
		return kernel.Invalid("ownership.bad_profile", "kind", string(kind))
	}
	return nil
}

// Of is the profile of a kind; there is none of one that nobody has said.
func (c *Config) Of(kind Kind) (Profile, bool) {
	for _, p := range c.Profiles {
		if p.Kind == kind {
			return p, true
		}
	}
	return Profile{}, false
}

// Explain says what is to be expected of a kind.
func (c *Config) Explain(kind Kind) why.Explanation {
	p, ok := c.Of(kind)
	if !ok {
		return why.Explanation{Model: "M27", Result: "ownership.unknown", Rule: "ownership.rule_unknown"}
	}
	return why.Explanation{Model: "M27", Result: "ownership." + string(kind), Rule: "ownership.rule_profile", Inputs: []why.Figure{
		why.Known("ownership.speed", why.Score, p.Speed), why.Known("ownership.chain", why.Score, p.Chain),
		why.Known("ownership.credit", why.Score, p.Credit), why.Known("ownership.lead", why.Days, p.Lead)}}
}

// Package consensus decides whether a customer should be made a key account by
// what three methods say together (method M05): one single measure (M13), the
// pyramid (M17), the value scorecard (M14). Two of three that put him into their
// top class propose him; one asks for a review, none says no.
//
// It also decides how healthy he is by the two keys, each the mean of two
// aspects of the scorecard: profit and performance, which are finance and sales,
// and service and satisfaction, which are the customer and the service.
//
//	model    标杆              both high
//	rescue   危险(抢救服务)  profitable, not satisfied
//	earn     提升赢利          satisfied, not profitable
//	rebuild  改造或退出        both low
//
// Source: our own reconstruction; the sources name the parts only.
package consensus

import (
	"erba/analysis/checklist"
	"erba/analysis/cross"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Verdict is what the three methods say together.
type Verdict string

// The verdicts.
const (
	Propose Verdict = "propose" // 建议认定 KA
	Review  Verdict = "review"  // 复核
	Nothing Verdict = "nothing"
)

// Key is the text key of the verdict.
func (v Verdict) Key() string { return "consensus." + string(v) }

// Health is a field of the two keys.
type Health cross.Field

// The fields. None is a customer of whom a key is not known.
const (
	None    = Health(cross.None)
	Rebuild = Health(cross.LowLow)
	Rescue  = Health(cross.HighLow)
	Earn    = Health(cross.LowHigh)
	Model   = Health(cross.HighHigh)
)

var names = [...]string{"incomplete", "rebuild", "rescue", "earn", "model"}

// Key is the text key of the field.
func (h Health) Key() string { return "consensus." + names[h] }

// MarshalText puts the field into JSON and CSV.
func (h Health) MarshalText() ([]byte, error) { return []byte(names[h]), nil }

// Config holds what a company may decide differently.
type Config struct {
	Propose int        `json:"propose" unit:"count" minimum:"1" maximum:"3" doc:"So many of the three methods propose a key account: 2"`
	Review  int        `json:"review"  unit:"count" minimum:"1" maximum:"3" doc:"So many ask for a review: 1"`
	Cuts    cross.Cuts `json:"cuts"    doc:"x: profit and performance, y: service and satisfaction; 60 each"`
}

// Default is 2 of 3, 1 of 3, and cuts of 60.
func Default() Config { return Config{Propose: 2, Review: 1, Cuts: cross.Cuts{X: 60, Y: 60}} }

// Check refuses numbers of methods that there are not.
func (c Config) Check() error {
	if c.Review <= 0 {
		return kernel.Invalid("consensus.bad_config").In("review")
	}
	if c.Propose < c.Review || c.Propose > 3 {
		return kernel.Invalid("consensus.bad_config").In("propose")
	}
	return kernel.Within("cuts", c.Cuts.Check())
}

// Methods are what the three methods say: is he in their top class?
type Methods struct {
	Single    checklist.Answer `json:"single"    doc:"M13"`
	Pyramid   checklist.Answer `json:"pyramid"   doc:"M17"`
	Scorecard checklist.Answer `json:"scorecard" doc:"M14"`
}

func (m Methods) tally() checklist.Tally { return checklist.Count(m.Single, m.Pyramid, m.Scorecard) }

// Verdict is what the methods that have spoken say together.
func (c *Config) Verdict(m Methods) Verdict {
	switch t := m.tally(); {
	case t.Yes >= c.Propose:
		return Propose
	case t.Yes >= c.Review:
		return Review
	}
	return Nothing
}

// VerdictAll puts the verdicts of columns into another.
func (c *Config) VerdictAll(all []Methods, into []Verdict) {
	for row, m := range all {
		into[row] = c.Verdict(m)
	}
}

// Keys are the two keys, 0–100.
type Keys struct {
	Profit  null.Number `json:"profit"`
	Service null.Number `json:"service"`
	Health  Health      `json:"health"`
}

// Keys finds the two keys by the four aspects of the scorecard. Half a key is none.
func (c *Config) Keys(finance, selling, customer, service null.Number) Keys {
	k := Keys{Profit: (finance + selling) / 2, Service: (customer + service) / 2}
	k.Health = Health(c.Cuts.Of(k.Profit, k.Service))
	return k
}

// KeysAll finds the two keys of columns.
func (c *Config) KeysAll(finance, selling, customer, service []null.Number, into []Keys) {
	for row := range into {
		into[row] = c.Keys(finance[row], selling[row], customer[row], service[row])
	}
}

// Explain says which methods agree, and what the two keys are.
func (c *Config) Explain(m Methods, k Keys) why.Explanation {
	t := m.tally()
	e := why.Explanation{Model: "M05", Result: c.Verdict(m).Key(), Rule: "consensus.rule_methods", Inputs: []why.Figure{
		answer("consensus.single", m.Single), answer("consensus.pyramid", m.Pyramid), answer("consensus.scorecard", m.Scorecard),
		why.Known("consensus.agree", why.Count, t.Yes), key("consensus.profit", k.Profit), key("consensus.service", k.Service)}}
	e.Cuts = append([]why.Figure{why.Known("consensus.agree", why.Count, c.Propose), why.Known("consensus.agree", why.Count, c.Review)},
		c.Cuts.Figures("consensus.profit", "consensus.service")...)
	for _, to := range []int{c.Propose, c.Review, c.Review - 1} {
		if after := c.counted(to); after != c.Verdict(m) {
			e.Changes = append(e.Changes, why.Instead("consensus.agree", why.Count, t.Yes, to, after.Key()))
		}
	}
	e.Sort()
	return e
}

// counted is the verdict of so many methods.
func (c *Config) counted(yes int) Verdict {
	all := [3]checklist.Answer{checklist.No, checklist.No, checklist.No}
	for i := range yes {
		all[i] = checklist.Yes
	}
	return c.Verdict(Methods{all[0], all[1], all[2]})
}

func answer(name string, a checklist.Answer) why.Figure {
	if a == checklist.Open {
		return why.Unknown(name, why.Answer)
	}
	return why.Known(name, why.Answer, (int(a)+1)/2)
}

func key(name string, n null.Number) why.Figure {
	if !n.Known() {
		return why.Unknown(name, why.Score)
	}
	return why.Known(name, why.Score, float64(n))
}

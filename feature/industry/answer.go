package industry

import (
	"cmp"
	"slices"
	"strings"

	rating "erba/analysis/industry"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Answer is what somebody says of an industry by one of the criteria: who says
// it, when, from what, until when.
type Answer struct {
	ID        kernel.ID   `json:"-"         db:"id"`
	Industry  kernel.ID   `json:"industry"  db:"industry_id"`
	Criterion string      `json:"criterion" db:"criterion" enum:"volume,growth,awareness,competition,ease,funds,government"`
	Value     int64       `json:"value,omitzero" db:"value" doc:"1–5, more is better; absent: nobody has said anything"`
	Evidence  string      `json:"evidence"  db:"evidence"`
	Author    kernel.ID   `json:"-"         db:"author_id"`
	By        string      `json:"by"        db:"author"    doc:"The author's name"`
	On        kernel.Date `json:"on"        db:"rated_on"`
	Expires   kernel.Date `json:"expires"   db:"expires_on"`
	Version   int64       `json:"version"   db:"version"   doc:"0: nobody has said anything"`
	Latest    bool        `json:"-"         db:"latest"`
	Stale     bool        `json:"stale"     db:"-"         doc:"It has expired: ask again"`
}

// Revision is the version that a new answer must name to replace it.
func (a Answer) Revision() int64 { return a.Version }

// criteria are what is asked, in the order of the card.
var criteria = criteriaOf(rating.Default())

func criteriaOf(c rating.Config) (all []string) {
	for _, aspect := range c.Card.Aspects {
		for _, item := range aspect.Items {
			all = append(all, item.Name)
		}
	}
	return all
}

const (
	shortest = 5   // characters of evidence
	highest  = 5   // of the scale
	holds    = 365 // days that an answer holds unless it says otherwise
)

// Check reports the first rule that the answer breaks.
func (a Answer) Check() error {
	switch {
	case !slices.Contains(criteria, a.Criterion):
		return kernel.Invalid("industry.bad_criterion", "criterion", a.Criterion)
	case a.Value < 1 || a.Value > highest:
		return kernel.Invalid("industry.bad_answer", "max", highest)
	case runes(strings.TrimSpace(a.Evidence)) < shortest:
		return kernel.Invalid("industry.short_evidence", "min", shortest)
	case a.Expires.Compare(a.On) <= 0:
		return kernel.Invalid("industry.expired", "on", a.On)
	}
	return nil
}

// Rated is an industry with what is said of it and what that amounts to.
type Rated struct {
	Industry
	Rank    int             `json:"rank,omitempty" doc:"1 is the best; absent: too little is rated"`
	Value   *float64        `json:"value"   doc:"1–5; null: too little is rated"`
	Grade   string          `json:"grade"   enum:"incomplete,watched,promising,key"`
	Share   *float64        `json:"share"   doc:"Of the resources, as a guideline: an equal part of its grade's"`
	Answers []Answer        `json:"answers" doc:"One for each criterion, in their order"`
	Why     why.Explanation `json:"why"`
}

// rate puts answers to their industries and ranks these, the best first; those
// of whom too little is said come last.
func rate(cfg *rating.Config, all []Industry, answers []Answer, today kernel.Date) []Rated {
	given := map[kernel.ID]map[string]Answer{}
	for _, a := range answers {
		if given[a.Industry] == nil {
			given[a.Industry] = map[string]Answer{}
		}
		a.Stale = a.Expires.Compare(today) <= 0
		given[a.Industry][a.Criterion] = a
	}
	rated := make([]Rated, len(all))
	for i, one := range all {
		rated[i] = rateOne(cfg, one, given[one.ID])
	}
	rank(rated)
	guide(cfg, rated)
	return rated
}

func rateOne(cfg *rating.Config, one Industry, given map[string]Answer) Rated {
	r := Rated{Industry: one, Answers: make([]Answer, len(criteria))}
	said := make([]null.Number, len(criteria))
	for i, criterion := range criteria {
		a, ok := given[criterion]
		if said[i] = null.None; ok {
			said[i] = null.Of(a.Value)
		}
		a.Industry, a.Criterion = one.ID, criterion
		r.Answers[i] = a
	}
	result := cfg.Rate(said)
	r.Value, r.Grade, r.Why = told(result.Value), result.Grade.Name(), cfg.Explain(said)
	return r
}

// told is a number as JSON has it.
func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

// rank puts the best first. Who is as good as another stands on the same place.
func rank(all []Rated) {
	slices.SortStableFunc(all, func(a, b Rated) int { return cmp.Compare(points(b), points(a)) })
	for i := range all {
		switch {
		case all[i].Value == nil:
			continue
		case i > 0 && points(all[i]) == points(all[i-1]):
			all[i].Rank = all[i-1].Rank
		default:
			all[i].Rank = i + 1
		}
	}
}

func points(r Rated) float64 {
	if r.Value == nil {
		return -1
	}
	return *r.Value
}

// guide parts the resources of a grade among its industries.
func guide(cfg *rating.Config, all []Rated) {
	count, resources := map[string]int{}, shares(cfg)
	for _, r := range all {
		count[r.Grade]++
	}
	for i := range all {
		if share, ok := resources[all[i].Grade]; ok {
			all[i].Share = told(null.Ratio(null.Of(share), null.Of(count[all[i].Grade])))
		}
	}
}

// shares are the resources of each grade.
func shares(cfg *rating.Config) map[string]float64 {
	return map[string]float64{rating.Key.Name(): cfg.Key, rating.Promising.Name(): cfg.Promising, rating.Watched.Name(): cfg.Watched}
}

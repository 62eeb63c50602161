// Package qualification decides whether a deal is worth the work that it takes
// (method M65): is there an opportunity, can we compete, can we win, is it worth
// winning? A question is answered from 0 to 5, or it has one of two blanks: not yet
// answered, which is left out, and unknown, which was asked and counts like the
// worst answer. Each of the four steps has a gate; the first that does not open
// says what to do instead. Other scorecards run in the same engine.
package qualification

import (
	"erba/analysis/null"
)

// Best is the best answer; the worst is 0.
const Best = 5

// What to do, according to a sheet.
const (
	Follow     = "follow"     // go after it
	Nurture    = "nurture"    // no opportunity, or none yet
	Find       = "find"       // find out about what rules it out, such as the money
	Resources  = "resources"  // get what we lack, or a partner
	Rethink    = "rethink"    // is so much effort right?
	Abandon    = "abandon"    // a sure loss
	Worthless  = "worthless"  // not worth winning
	Incomplete = "incomplete" // too little is answered
)

// Verdicts are all of them, the one to wish for first.
var Verdicts = []string{Follow, Rethink, Resources, Find, Nurture, Worthless, Abandon, Incomplete}

// Answer is what somebody says to a question.
type Answer struct {
	Rating  int  `json:"rating"  minimum:"0" maximum:"5"`
	Unknown bool `json:"unknown" doc:"Asked and not known"`
}

// Answers are those to the questions of a card, by key. A question that is not
// there has not been answered yet.
type Answers map[string]Answer

// Step is what came of one area of a card.
type Step struct {
	Key      string      `json:"key"`
	Score    null.Number `json:"score"    doc:"0–100; null: nothing is answered"`
	Complete float64     `json:"complete" doc:"Share of the questions that is answered, by weight"`
	Answered int         `json:"answered" doc:"Unknown ones included"`
	Unknown  int         `json:"unknown"`
	Of       int         `json:"of"`
	Gate     float64     `json:"gate"     doc:"From this score on it is passed"`
	Passed   bool        `json:"passed"`
	Verdict  string      `json:"verdict"  doc:"What it says of itself: follow if it is passed"`
}

// Result is what came of a sheet.
type Result struct {
	Steps   []Step      `json:"steps"`
	Overall null.Number `json:"overall" doc:"Null while an area is not answered well enough"`
	Verdict string      `json:"verdict"`
	At      string      `json:"at"      doc:"The area at which it stopped; empty: all are passed"`
}

// Step is one of the areas.
func (r Result) Step(key string) (Step, bool) {
	for _, s := range r.Steps {
		if s.Key == key {
			return s, true
		}
	}
	return Step{}, false
}

// Passed is how many areas are passed before the first that is not.
func (r Result) Passed() (n int) {
	for _, s := range r.Steps {
		if !s.Passed {
			break
		}
		n++
	}
	return n
}

// Judge says what came of a sheet of a card.
func (c *Config) Judge(card *Card, given Answers) (r Result) {
	r.Verdict, r.Overall = Follow, null.None
	var sum, weights float64
	whole := true
	for i := range card.Areas {
		a := &card.Areas[i]
		s := c.step(a, given)
		r.Steps = append(r.Steps, s)
		if s.Verdict != Follow && r.At == "" {
			r.Verdict, r.At = s.Verdict, s.Key
		}
		if whole = whole && s.Score.Known() && s.Complete >= c.Answered; whole {
			sum, weights = sum+float64(a.Weight)*float64(s.Score), weights+float64(a.Weight)
		}
	}
	if whole {
		r.Overall = null.Ratio(null.Of(sum), null.Of(weights)).Steady()
	}
	return r
}

// step is what came of an area: what rules the deal out comes before all sums.
func (c *Config) step(a *Area, given Answers) Step {
	s := Step{Key: a.Key, Gate: a.Gate, Score: c.score(a, given), Complete: a.complete(given)}
	for q := range a.questions() {
		s.Of++
		if answer, ok := given[q.Key]; ok {
			s.Answered++
			if answer.Unknown {
				s.Unknown++
			}
		}
	}
	s.Verdict = c.says(a, &s, given)
	s.Passed = s.Verdict == Follow
	return s
}

func (c *Config) says(a *Area, s *Step, given Answers) string {
	out, unknown, open := a.ruledOut(given)
	switch {
	case out:
		return a.Stop
	case unknown:
		return Find
	case s.Complete < c.Answered:
		return Incomplete
	case open:
		return Find
	case float64(s.Score) >= a.Gate:
		return Follow
	case float64(s.Score) < a.Low:
		return Abandon
	}
	return a.Stop
}

// ruledOut reports whether a question that rules a deal out does, was asked and is
// not known, or has not been answered.
func (a *Area) ruledOut(given Answers) (out, unknown, open bool) {
	for q := range a.questions() {
		if !q.Knock {
			continue
		}
		answer, ok := given[q.Key]
		out = out || ok && !answer.Unknown && answer.Rating <= 0
		unknown = unknown || ok && answer.Unknown
		open = open || !ok
	}
	return out, unknown, open
}

// worth is what an answer counts as.
func (c *Config) worth(a Answer) int {
	if a.Unknown {
		return c.Unknown
	}
	return a.Rating
}

// score is the weighted mean of the topics of an area, each of which is that of its
// questions; what is not answered is left out.
func (c *Config) score(a *Area, given Answers) null.Number {
	var sum, weights float64
	for i := range a.Topics {
		t := &a.Topics[i]
		got, of := 0, 0
		for _, q := range t.Questions {
			if answer, ok := given[q.Key]; ok {
				got, of = got+q.Weight*c.worth(answer), of+q.Weight
			}
		}
		if of > 0 {
			sum += float64(t.Weight) * 100 * float64(got) / float64(Best*of)
			weights += float64(t.Weight)
		}
	}
	if weights == 0 {
		return null.None
	}
	return max(0, null.Of(sum/weights).Steady())
}

// complete is the share of an area that is answered, by weight.
func (a *Area) complete(given Answers) float64 {
	var sum, weights float64
	for i := range a.Topics {
		t := &a.Topics[i]
		got, of := 0, 0
		for _, q := range t.Questions {
			of += q.Weight
			if _, ok := given[q.Key]; ok {
				got += q.Weight
			}
		}
		sum += float64(t.Weight) * float64(got) / float64(of)
		weights += float64(t.Weight)
	}
	return float64(null.Of(sum / weights).Steady())
}

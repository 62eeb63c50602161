package relation

import "slices"

// The answers to a question about what somebody was seen to do.
const (
	Yes     = "yes"
	No      = "no"
	Unknown = "unknown"
)

// Question asks for something that can be observed. On a scale yes adds its
// points; in a choice it speaks for its value.
type Question struct {
	Key    string `json:"key"`
	Points int    `json:"-"`
	Value  string `json:"-"`
}

// Guide finds a value by questions: a scale adds up what was seen and cuts it, a
// choice takes what most was seen of.
type Guide struct {
	Questions []Question
	Values    []string // of a scale, from below
	Cuts      []int    // points from which the next value holds
}

// Influence by where somebody stands: from which it is inside the structure, and
// at which in the inner circle.
const (
	structure = 3
	inner     = 5
)

// Where somebody's power comes from.
const (
	Outside     = "outside"
	Structure   = "structure"
	InnerCircle = "inner"
)

// From is where an influence comes from, unless somebody knows better.
func From(influence int) string {
	switch {
	case influence >= inner:
		return InnerCircle
	case influence >= structure:
		return Structure
	case influence > 0:
		return Outside
	}
	return ""
}

// Guides are the fields that can be found by questions.
var Guides = map[string]Guide{
	"power": {Questions: []Question{{Key: "initiative", Points: 1}, {Key: "consulted", Points: 1}, {Key: "budget", Points: 2},
		{Key: "veto", Points: 2}, {Key: "final_meeting", Points: 2}, {Key: "published", Points: 1}, {Key: "delegated", Points: -2}},
		Values: []string{"1", "2", "3", "4", "5"}, Cuts: []int{1, 2, 4, 7}},
	"attitude": {Questions: []Question{{Key: "speaks_for", Points: 2}, {Key: "shares", Points: 2}, {Key: "agrees", Points: 1},
		{Key: "avoids", Points: -2}, {Key: "prefers_other", Points: -3}, {Key: "acted_against", Points: -6}},
		Values: []string{"-2", "-1", "0", "1", "2"}, Cuts: []int{-5, -1, 1, 4}},
	"level": {Questions: []Question{{Key: "met", Points: 1}, {Key: "often", Points: 1}, {Key: "apart", Points: 1}, {Key: "calls_us", Points: 1}},
		Values: []string{"none", "brief", "several", "deep"}, Cuts: []int{1, 2, 4}},
	"closeness": {Questions: []Question{{Key: "answers", Points: 1}, {Key: "early_word", Points: 1}, {Key: "introduces", Points: 1},
		{Key: "asks_advice", Points: 1}, {Key: "stood_up", Points: 1}},
		Values: []string{"1", "2", "3", "4", "5"}, Cuts: []int{1, 2, 3, 4}},
	"now": {Questions: []Question{{Key: "asks_more_than_price", Points: 1}, {Key: "shows_problems", Points: 1}, {Key: "joint_work", Points: 1},
		{Key: "before_need", Points: 2}},
		Values: []string{"vendor", "credible", "solver", "advisor"}, Cuts: []int{1, 2, 4}},
	"orientation": {Questions: []Question{{Key: "asks_return", Value: "financial"}, {Key: "compares_price", Value: "financial"},
		{Key: "asks_detail", Value: "technical"}, {Key: "wants_test", Value: "technical"}, {Key: "asks_who", Value: "relationship"},
		{Key: "wants_trust", Value: "relationship"}, {Key: "asks_effect", Value: "business"}, {Key: "own_targets", Value: "business"}}},
	"adaptability": {Questions: []Question{{Key: "tries_first", Value: "innovator"}, {Key: "wants_lead", Value: "early"},
		{Key: "wants_cases", Value: "pragmatist"}, {Key: "wants_standard", Value: "conservative"}, {Key: "changes_last", Value: "late"}}},
	"style": {Questions: []Question{{Key: "wants_figures", Value: "analytical"}, {Key: "asks_twice", Value: "analytical"},
		{Key: "short_talks", Value: "driving"}, {Key: "decides_at_once", Value: "driving"}, {Key: "talks_ideas", Value: "expressive"},
		{Key: "likes_stage", Value: "expressive"}, {Key: "asks_people", Value: "amiable"}, {Key: "avoids_conflict", Value: "amiable"}}},
}

// Propose is the value that answers speak for, and the questions that led there;
// "" if nothing was seen, or as much of one thing as of another.
func (g Guide) Propose(answers map[string]string) (value string, why []string) {
	if g.Values == nil {
		return g.choice(answers)
	}
	points, seen := 0, false
	for _, q := range g.Questions {
		switch answers[q.Key] {
		case Yes:
			points, seen, why = points+q.Points, true, append(why, q.Key)
		case No:
			seen = true
		}
	}
	if !seen {
		return "", nil
	}
	at := 0
	for at < len(g.Cuts) && points >= g.Cuts[at] {
		at++
	}
	return g.Values[at], why
}

func (g Guide) choice(answers map[string]string) (best string, why []string) {
	votes := map[string][]string{}
	most, ties := 0, false
	for _, q := range g.Questions {
		if answers[q.Key] == Yes {
			votes[q.Value] = append(votes[q.Value], q.Key)
		}
	}
	for _, q := range g.Questions {
		switch n := len(votes[q.Value]); {
		case n > most:
			best, most, ties = q.Value, n, false
		case n == most && n > 0 && q.Value != best:
			ties = true
		}
	}
	if ties {
		return "", nil
	}
	return best, votes[best]
}

// Asks reports whether a guide asks a question.
func (g Guide) Asks(key string) bool {
	return slices.ContainsFunc(g.Questions, func(q Question) bool { return q.Key == key })
}

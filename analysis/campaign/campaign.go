// Package campaign decides whether a deal is worked on well: whether the right
// people are met, the right things said and done (method M71), and whether it may go
// from thinking to acting and back to thinking (method M70).
package campaign

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Gate    float64 `json:"gate"    unit:"percent" minimum:"0" maximum:"100" doc:"Of the analysis before acting: 80"`
	Lessons int     `json:"lessons" unit:"count"   minimum:"0" maximum:"10"  doc:"Before it is closed: 1"`
}

// Default wants four fifths of an analysis and one lesson.
func Default() Config { return Config{Gate: 80, Lessons: 1} }

// Check refuses gates that nobody passes.
func (c Config) Check() error {
	switch {
	case !(c.Gate >= 0 && c.Gate <= 100):
		return kernel.Invalid("campaign.bad_gate").In("gate")
	case c.Lessons < 0 || c.Lessons > 10:
		return kernel.Invalid("campaign.bad_lessons").In("lessons")
	}
	return nil
}

// Enough reports whether an analysis is complete enough to act on it.
func (c Config) Enough(complete null.Number) bool { return complete >= null.Number(c.Gate) }

// The phases of a campaign.
const (
	Thinking  = "thinking"  // who is he, what does he need, who else is there
	Acting    = "acting"    // what was planned is done
	Reviewing = "reviewing" // what was learned
	Closed    = "closed"
)

// Course is how far a campaign has come.
type Course struct {
	Complete null.Number // of the analysis, in percent (method M95)
	Pending  int         // actions for the deal that are not done
	Lessons  int
}

// Next is the phase after another one, and why it cannot begin yet, as a text key.
func (c Config) Next(phase string, course Course) (next, missing string) {
	switch phase {
	case Thinking:
		if !c.Enough(course.Complete) {
			missing = "campaign.missing_analysis"
		}
		return Acting, missing
	case Acting:
		if course.Pending > 0 {
			missing = "campaign.missing_actions"
		}
		return Reviewing, missing
	case Reviewing:
		if course.Lessons < c.Lessons {
			missing = "campaign.missing_lessons"
		}
		return Closed, missing
	}
	return "", ""
}

// The three tests.
const (
	People = "people" // the right ones are met
	Words  = "words"  // the right things are said
	Deeds  = "deeds"  // the right things are done
)

// Item is one thing of a test: done, or still missing.
type Item struct {
	Test string `json:"test" enum:"people,words,deeds"`
	Key  string `json:"key"  doc:"Text key"`
	Done bool   `json:"done"`
}

// Marks are how much of each test is done, in percent, and the weakest of them.
type Marks struct {
	People  null.Number `json:"people"`
	Words   null.Number `json:"words"`
	Deeds   null.Number `json:"deeds"`
	Overall null.Number `json:"overall" doc:"The weakest"`
	Weakest string      `json:"weakest" enum:",people,words,deeds"`
}

// Mark counts the items of each test. A test without items is unknown, and so is
// the weakest link of a chain with an unknown one.
func Mark(items []Item) Marks {
	m := Marks{People: of(items, People), Words: of(items, Words), Deeds: of(items, Deeds), Overall: null.None}
	return m.weigh()
}

// weigh finds the weakest of the three; of equals the first in the order of work.
func (m Marks) weigh() Marks {
	if !m.People.Known() || !m.Words.Known() || !m.Deeds.Known() {
		return m
	}
	for _, test := range []struct {
		name string
		mark null.Number
	}{{People, m.People}, {Words, m.Words}, {Deeds, m.Deeds}} {
		if m.Weakest == "" || test.mark < m.Overall {
			m.Weakest, m.Overall = test.name, test.mark
		}
	}
	return m
}

func of(items []Item, test string) null.Number {
	done, all := 0, 0
	for _, i := range items {
		if i.Test != test {
			continue
		}
		if all++; i.Done {
			done++
		}
	}
	return null.Ratio(null.Of(done*100), null.Of(all))
}

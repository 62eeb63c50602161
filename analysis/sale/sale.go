// Package sale decides over which steps a deal goes (method M72): how likely a
// contract is at each of them, what has to be done before the next one, how long a
// deal may stay, and whether a step may be left out or taken back.
package sale

import (
	"slices"

	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Processes []Process `json:"processes"`
}

// Process is one way of selling, step by step. The steps of a timed one follow
// from the day on which the order is expected (method M29).
type Process struct {
	Key    string  `json:"key"`
	Zh     string  `json:"zh"`
	En     string  `json:"en"`
	Timed  bool    `json:"timed"`
	Stages []Stage `json:"stages"`
}

// Stage is one step, beside what the customer does meanwhile.
type Stage struct {
	Key        string      `json:"key"`
	Zh         string      `json:"zh"`
	En         string      `json:"en"`
	Buying     Words       `json:"buying"`
	Percent    int         `json:"percent"    unit:"percent" minimum:"0" maximum:"100" doc:"How likely a contract is"`
	Dwell      int         `json:"dwell"      unit:"days"    minimum:"0" maximum:"730" doc:"How long a deal stays at most: 30; 0: as long as it likes"`
	Milestones []Milestone `json:"milestones"`
}

// Words are a text in both languages.
type Words struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

// Milestone is what a step ends with. Without a mandatory one the next step is not reached.
type Milestone struct {
	Key       string `json:"key"`
	Zh        string `json:"zh"`
	En        string `json:"en"`
	Mandatory bool   `json:"mandatory"`
}

// The bounds of what a company may decide.
const (
	mostProcesses  = 20
	mostStages     = 15
	mostMilestones = 10
	longestKey     = 20
	longestWord    = 40
	longestDwell   = 730
)

// Check reports the first thing that makes no sense.
func (c Config) Check() error {
	if len(c.Processes) == 0 || len(c.Processes) > mostProcesses {
		return kernel.Invalid("sale.bad_processes", "max", mostProcesses).In("processes")
	}
	seen := map[string]bool{}
	for i, p := range c.Processes {
		if seen[p.Key] {
			return kernel.Invalid("sale.twice", "key", p.Key).In(at("processes", i, "key"))
		}
		seen[p.Key] = true
		if err := p.check(); err != nil {
			return kernel.Within(at("processes", i), err)
		}
	}
	return nil
}

func (p Process) check() error {
	if err := named(p.Key, p.Zh, p.En); err != nil {
		return err
	}
	if len(p.Stages) < 2 || len(p.Stages) > mostStages {
		return kernel.Invalid("sale.bad_stages", "max", mostStages).In("stages")
	}
	seen, last := map[string]bool{}, 0
	for i, s := range p.Stages {
		switch {
		case seen[s.Key]:
			return kernel.Invalid("sale.twice", "key", s.Key).In(at("stages", i, "key"))
		case s.Percent < 0 || s.Percent > 100:
			return kernel.Invalid("sale.bad_percent").In(at("stages", i, "percent"))
		case s.Percent < last:
			return kernel.Invalid("sale.falling", "percent", s.Percent, "before", last).In(at("stages", i, "percent"))
		}
		seen[s.Key], last = true, s.Percent
		if err := s.check(); err != nil {
			return kernel.Within(at("stages", i), err)
		}
	}
	if last != 100 {
		return kernel.Invalid("sale.bad_last").In(at("stages", len(p.Stages)-1, "percent"))
	}
	return p.distinct()
}

// distinct refuses a milestone that is named twice in a process.
func (p Process) distinct() error {
	seen := map[string]bool{}
	for i, s := range p.Stages {
		for j, m := range s.Milestones {
			if seen[m.Key] {
				return kernel.Invalid("sale.twice", "key", m.Key).In(at("stages", i, at("milestones", j, "key")))
			}
			seen[m.Key] = true
		}
	}
	return nil
}

func (s Stage) check() error {
	if err := named(s.Key, s.Zh, s.En); err != nil {
		return err
	}
	switch {
	case s.Dwell < 0 || s.Dwell > longestDwell:
		return kernel.Invalid("sale.bad_dwell", "max", longestDwell).In("dwell")
	case long(s.Buying.Zh) || long(s.Buying.En):
		return kernel.Invalid("sale.bad_name", "max", longestWord).In("buying")
	case len(s.Milestones) > mostMilestones:
		return kernel.Invalid("sale.bad_milestones", "max", mostMilestones).In("milestones")
	}
	for i, m := range s.Milestones {
		if err := named(m.Key, m.Zh, m.En); err != nil {
			return kernel.Within(at("milestones", i), err)
		}
	}
	return nil
}

// named refuses what has no key or no name in one of the languages.
func named(key, zh, en string) error {
	switch {
	case key == "" || len(key) > longestKey || slices.ContainsFunc([]rune(key), foreign):
		return kernel.Invalid("sale.bad_key", "max", longestKey).In("key")
	case zh == "" || long(zh):
		return kernel.Invalid("sale.bad_name", "max", longestWord).In("zh")
	case en == "" || long(en):
		return kernel.Invalid("sale.bad_name", "max", longestWord).In("en")
	}
	return nil
}

// foreign reports whether a key may not hold a letter.
func foreign(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_'
}

func long(word string) bool { return len([]rune(word)) > longestWord }

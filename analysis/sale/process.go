package sale

import (
	"fmt"
	"slices"
	"strings"
)

// at is a place within a configuration.
func at(list string, i int, in ...string) string {
	return strings.Join(append([]string{fmt.Sprint(list, ".", i)}, in...), ".")
}

// Process is the one of a key; false: there is none any more.
func (c *Config) Process(key string) (Process, bool) {
	for _, p := range c.Processes {
		if p.Key == key {
			return p, true
		}
	}
	return Process{}, false
}

// Index is where a step stands; −1: nowhere.
func (p *Process) Index(stage string) int {
	return slices.IndexFunc(p.Stages, func(s Stage) bool { return s.Key == stage })
}

// Percent is how likely a contract is at a step; at one that is none any more
// nobody knows, which counts as not at all.
func (p *Process) Percent(stage string) int {
	if i := p.Index(stage); i >= 0 {
		return p.Stages[i].Percent
	}
	return 0
}

// Way is how a deal goes from one step to another.
type Way string

// The ways.
const (
	Next Way = "next" // to the following step
	Skip Way = "skip" // steps are left out: says why
	Back Way = "back" // to an earlier step: says why
	Stay Way = "stay"
)

// Way says how a deal goes. From a step that is none any more every other one is
// reached by leaving something out.
func (p *Process) Way(from, to string) Way {
	i, j := p.Index(from), p.Index(to)
	switch {
	case from == to:
		return Stay
	case i < 0 || j > i+1:
		return Skip
	case j < i:
		return Back
	}
	return Next
}

// Missing are the mandatory milestones without which a deal does not get from one
// step to another: those of all the steps that it leaves behind.
func (p *Process) Missing(from, to string, reached func(milestone string) bool) (all []Milestone) {
	for i := max(p.Index(from), 0); i < p.Index(to); i++ {
		all = append(all, p.Stages[i].missing(reached)...)
	}
	return all
}

// Unsigned are those without which it is not won: of its step and all that follow.
func (p *Process) Unsigned(from string, reached func(milestone string) bool) (all []Milestone) {
	for i := max(p.Index(from), 0); i < len(p.Stages); i++ {
		all = append(all, p.Stages[i].missing(reached)...)
	}
	return all
}

func (s Stage) missing(reached func(string) bool) (all []Milestone) {
	for _, m := range s.Milestones {
		if m.Mandatory && !reached(m.Key) {
			all = append(all, m)
		}
	}
	return all
}

// Has reports whether a milestone belongs to a process, and to which step.
func (p *Process) Has(milestone string) (stage string, ok bool) {
	for _, s := range p.Stages {
		if slices.ContainsFunc(s.Milestones, func(m Milestone) bool { return m.Key == milestone }) {
			return s.Key, true
		}
	}
	return "", false
}

// Names are what a process and a step are called in a language; what is none any
// more by its key.
func (c *Config) Names(process, stage, language string) (string, string) {
	p, ok := c.Process(process)
	if !ok {
		return process, stage
	}
	of := func(zh, en string) string {
		if language == "en" {
			return en
		}
		return zh
	}
	if i := p.Index(stage); i >= 0 {
		stage = of(p.Stages[i].Zh, p.Stages[i].En)
	}
	return of(p.Zh, p.En), stage
}

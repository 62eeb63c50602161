// Package display decides how well a shop shows what it sells (method M50): five
// stages lead a shopper from looking up to coming back, and each needs its tools.
//
//	score of a stage = tools that are there / tools that should be
//	total            = mean of the stages that ask for any
//
// The first stage below the least share is where shoppers are lost.
package display

import (
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Stages are the five, in the order in which a shopper passes them.
var Stages = [5]string{"attention", "interest", "desire", "action", "satisfaction"}

// Config holds which tools each stage asks for. A tool is one of those known by
// name in both languages, or any words of the company's own.
type Config struct {
	Least        null.Number `json:"least" unit:"share" minimum:"0" maximum:"1" doc:"A stage below it loses shoppers"`
	Attention    []string    `json:"attention"`
	Interest     []string    `json:"interest"`
	Desire       []string    `json:"desire"`
	Action       []string    `json:"action"`
	Satisfaction []string    `json:"satisfaction"`
}

// Default are the tools of the specification.
func Default() Config {
	return Config{Least: 0.6, Attention: strings.Fields("plaza board poster leaflet"), Interest: strings.Fields("front window"),
		Desire: strings.Fields("sticker collar sign"), Action: strings.Fields("price burst voucher bundle"), Satisfaction: strings.Fields("promise")}
}

const (
	mostTools = 12 // of a stage
	longest   = 30 // characters of a tool
)

// Check refuses what asks for nothing, or twice for the same.
func (c Config) Check() error {
	if !(c.Least >= 0 && c.Least <= 1) {
		return kernel.Invalid("display.bad_least")
	}
	asked := 0
	for _, tools := range c.tools() {
		asked += len(tools)
		for i, tool := range tools {
			n := len([]rune(strings.TrimSpace(tool)))
			if n == 0 || n > longest || len(tools) > mostTools || slices.Contains(tools[:i], tool) {
				return kernel.Invalid("display.bad_tools", "most", mostTools, "longest", longest)
			}
		}
	}
	if asked == 0 {
		return kernel.Invalid("display.bad_tools", "most", mostTools, "longest", longest)
	}
	return nil
}

// Tools are those of a stage, from 0.
func (c *Config) Tools(stage int) []string { return c.tools()[stage] }

func (c *Config) tools() [5][]string {
	return [5][]string{c.Attention, c.Interest, c.Desire, c.Action, c.Satisfaction}
}

// Seen are the tools that were found, of each stage.
type Seen [5][]string

// Stage is how one of them does.
type Stage struct {
	Stage    string      `json:"stage"    enum:"attention,interest,desire,action,satisfaction"`
	Present  int         `json:"present"`
	Required int         `json:"required"`
	Share    null.Number `json:"share"    doc:"0–1; null: nothing is asked for"`
	Missing  []string    `json:"missing"  doc:"Tools that should be there"`
}

// Score is how a shop does.
type Score struct {
	Stages     []Stage     `json:"stages"`
	Total      null.Number `json:"total"      doc:"0–1"`
	Bottleneck string      `json:"bottleneck" doc:"The first stage below the least share; empty: none"`
}

// Score says how a shop does in which these tools were found.
func (c *Config) Score(seen Seen) Score {
	s := Score{Stages: make([]Stage, len(Stages)), Total: null.None}
	sum, n := null.Number(0), 0
	for i, tools := range c.tools() {
		one := stage(Stages[i], tools, seen[i])
		s.Stages[i] = one
		if !one.Share.Known() {
			continue
		}
		sum, n = sum+one.Share, n+1
		if s.Bottleneck == "" && one.Share < c.Least {
			s.Bottleneck = one.Stage
		}
	}
	s.Total = null.Ratio(sum, null.Of(n)).Steady()
	return s
}

func stage(name string, tools, seen []string) Stage {
	s := Stage{Stage: name, Required: len(tools), Missing: []string{}}
	for _, tool := range tools {
		if slices.Contains(seen, tool) {
			s.Present++
		} else {
			s.Missing = append(s.Missing, tool)
		}
	}
	s.Share = null.Ratio(null.Of(s.Present), null.Of(s.Required))
	return s
}

// Explain says why a shop does as it does: each stage, and what the first weak one lacks.
func (c *Config) Explain(seen Seen) why.Explanation {
	s := c.Score(seen)
	e := why.Explanation{Model: "M50", Result: "display.fine", Rule: "display.rule_fine", Changes: []why.Change{},
		Cuts: []why.Figure{why.Known("display.least", why.Share, float64(c.Least))}}
	for _, one := range s.Stages {
		if !one.Share.Known() {
			e.Inputs = append(e.Inputs, why.Unknown("display."+one.Stage, why.Share))
			continue
		}
		e.Inputs = append(e.Inputs, why.Known("display."+one.Stage, why.Share, float64(one.Share)))
		if one.Stage == s.Bottleneck {
			e.Result, e.Rule = "display."+one.Stage, "display.rule_weak"
			e.Changes = append(e.Changes, why.Instead("display."+one.Stage, why.Share, float64(one.Share), float64(c.enough(one)), "display.fine"))
		}
	}
	return e
}

// enough is the share of a weak stage with as few more tools as will do.
func (c *Config) enough(s Stage) null.Number {
	n := s.Present
	for null.Ratio(null.Of(n), null.Of(s.Required)) < c.Least {
		n++
	}
	return null.Ratio(null.Of(n), null.Of(s.Required))
}

package pipeline

import (
	"slices"

	"erba/analysis/sale"
	"erba/kernel"
)

// Board are the deals of a process, each under its step.
type Board struct {
	Today     kernel.Date `json:"today"`
	Currency  string      `json:"currency"  doc:"The base currency"`
	Process   string      `json:"process"`
	Timed     bool        `json:"timed"     doc:"Its steps follow from the expected day: nobody moves a deal"`
	Processes []Process   `json:"processes" doc:"All that can be looked at"`
	Columns   []Column    `json:"columns"`
	Total     Held        `json:"total"`
}

// Process is one that can be looked at, and how many deals go by it.
type Process struct {
	Key   string `json:"key"`
	Zh    string `json:"zh"`
	En    string `json:"en"`
	Count int    `json:"count"`
}

// Column is a step with the deals that stand at it.
type Column struct {
	Key        string           `json:"key"`
	Zh         string           `json:"zh"`
	En         string           `json:"en"`
	Percent    int              `json:"percent"`
	Dwell      int              `json:"dwell"      doc:"Days a deal may stay; 0: as long as it likes"`
	Known      bool             `json:"known"      doc:"The process has this step (still)"`
	Milestones []sale.Milestone `json:"milestones" doc:"Those without which the next step is not reached"`
	Cards      []Card           `json:"cards"      doc:"The next expected first; more of them on demand"`
	Held
}

// columnsOf are the steps of a process, empty.
func columnsOf(p sale.Process) []Column {
	all := make([]Column, len(p.Stages))
	for i, s := range p.Stages {
		all[i] = Column{Key: s.Key, Zh: s.Zh, En: s.En, Percent: s.Percent, Dwell: s.Dwell, Known: true, Milestones: []sale.Milestone{}, Cards: []Card{}}
		for _, m := range s.Milestones {
			if m.Mandatory {
				all[i].Milestones = append(all[i].Milestones, m)
			}
		}
	}
	return all
}

// hold says what stands at each step. A step that is none any more is shown behind
// the others, not hidden.
func (b *Board) hold(all []sum) {
	for _, one := range all {
		col := b.column(one.Stage)
		col.Held = Held{one.Count, one.Amount, kernel.Percent(one.Amount, col.Percent), one.Count - one.Known}
		b.Total.join(col.Held)
	}
}

// column is that of a step.
func (b *Board) column(stage string) *Column {
	i := slices.IndexFunc(b.Columns, func(c Column) bool { return c.Key == stage })
	if i < 0 {
		i = len(b.Columns)
		b.Columns = append(b.Columns, Column{Key: stage, Zh: stage, En: stage, Milestones: []sale.Milestone{}, Cards: []Card{}})
	}
	return &b.Columns[i]
}

// place puts deals under their steps.
func (b *Board) place(all []Card) {
	for _, c := range all {
		col := b.column(c.Stage)
		col.Cards = append(col.Cards, c)
	}
}

// processesOf are those of a configuration with how many deals go by each.
func processesOf(cfg sale.Config, counts map[string]int) []Process {
	all := make([]Process, len(cfg.Processes))
	for i, p := range cfg.Processes {
		all[i] = Process{p.Key, p.Zh, p.En, counts[p.Key]}
	}
	return all
}

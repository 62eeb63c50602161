package pipeline

import (
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/funnel"
	"erba/analysis/null"
	"erba/analysis/sale"
	"erba/feature/opportunity"
	"erba/kernel"
)

// gone is how deals went on from some place: how many went farther, of how many
// that went farther or ended there.
type gone struct{ on, of int }

// step is a step of a process.
type step struct{ process, stage string }

// past is how deals of the last years went from step to step.
type past struct {
	steps   sale.Config
	funnel  funnel.Config
	went    map[step]gone
	stays   map[step][]int // days, of stays that have ended
	classes map[string]gone
	timed   map[string]gone           // levels: signed, of decided ones that were at it
	since   map[kernel.ID]kernel.Date // of open deals: when they came to their class
}

func newPast(steps sale.Config, f funnel.Config) *past {
	return &past{steps, f, map[step]gone{}, map[step][]int{}, map[string]gone{}, map[string]gone{}, map[kernel.ID]kernel.Date{}}
}

// take counts a deal in with all its moves.
func (p *past) take(d opportunity.Deal, moves []opportunity.Move) {
	process, ok := p.steps.Process(d.Process)
	if !ok {
		return
	}
	p.stay(d, moves)
	p.since[d.ID] = p.came(process, d, moves)
	if process.Timed {
		p.slid(process, d, moves)
		return
	}
	p.reach(process, d, moves)
}

// stay notes how long a deal was at each step that it has left.
func (p *past) stay(d opportunity.Deal, moves []opportunity.Move) {
	from := d.Opened
	for _, m := range moves {
		if m.From != "" && m.From != m.To {
			p.stays[step{d.Process, m.From}] = append(p.stays[step{d.Process, m.From}], max(0, m.On.Days(from)))
		}
		if m.From != m.To {
			from = m.On
		}
	}
}

// reach counts how a deal went on from each step and class that it came to. Who
// leaves a step out has come as far, too.
func (p *past) reach(process sale.Process, d opportunity.Deal, moves []opportunity.Move) {
	farthest := process.Index(d.Stage)
	for _, m := range moves {
		farthest = max(farthest, process.Index(m.From), process.Index(m.To))
	}
	won, ended := d.State == opportunity.Won, !d.Live()
	if won {
		farthest = len(process.Stages) - 1
	}
	seen := map[string]bool{}
	for i := range farthest + 1 {
		at, class := step{d.Process, process.Stages[i].Key}, p.funnel.Class(process.Stages[i].Percent)
		p.went[at] = p.went[at].count(won || i < farthest, ended)
		if !seen[class] {
			seen[class] = true
			p.classes[class] = p.classes[class].count(won || p.funnel.Class(process.Stages[farthest].Percent) != class, ended)
		}
	}
}

func (g gone) count(on, ended bool) gone {
	if on {
		g.on++
	}
	if on || ended {
		g.of++
	}
	return g
}

// slid counts at which levels a decided deal of a timed process was, and whether it was signed.
func (p *past) slid(process sale.Process, d opportunity.Deal, moves []opportunity.Move) {
	signed := d.State == opportunity.Won || process.Index(d.Stage) == len(process.Stages)-1
	if !signed && d.Live() {
		return
	}
	seen := map[string]bool{}
	for _, m := range moves {
		if level := m.To; m.State == opportunity.Going && process.Index(level) >= 0 && process.Index(level) < len(process.Stages)-1 && !seen[level] {
			seen[level] = true
			p.timed[level] = p.timed[level].count(signed, true)
		}
	}
}

// came is when a deal came to the class of the funnel that it is in.
func (p *past) came(process sale.Process, d opportunity.Deal, moves []opportunity.Move) kernel.Date {
	since, last := d.Opened, ""
	if len(moves) == 0 {
		return d.Entered
	}
	for _, m := range moves {
		if class := p.funnel.Class(process.Percent(m.To)); class != last {
			since, last = m.On, class
		}
	}
	return since
}

// share is how a gone stands as a share with its interval.
func (g gone) share(cfg forecast.Config) forecast.Share { return cfg.Share(g.on, g.of) }

// middle is the one in the middle of some days; none of none.
func middle(days []int) null.Number {
	if len(days) == 0 {
		return null.None
	}
	slices.Sort(days)
	n := len(days)
	return (null.Of(days[(n-1)/2]) + null.Of(days[n/2])) / 2
}

package forecast

import (
	rules "erba/analysis/forecast"
	"erba/analysis/null"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

// step is a step of a process.
type step struct{ process, stage string }

// past is how deals went on that came to a step, and how long they lasted.
type past struct {
	cfg     rules.Config
	ladders map[string][]string // the steps of each process, in their order
	reached map[step][2]int     // decided deals that came as far: won, and all
	courses []rules.Course
	cycle   rules.Cycle
	since   kernel.Date // what ended before is not looked at
	until   kernel.Date
}

// take counts a deal of the last years in, with all its moves. One that skipped a
// step came as far, too; one that is open counts for how long it has lasted alone.
func (p *past) take(d opportunity.Deal, moves []opportunity.Move) {
	end := d.Closed
	if end.IsZero() {
		end = p.until
	}
	if !d.Unopened {
		p.courses = append(p.courses, rules.Course{Days: max(0, end.Days(d.Opened)), Decided: !d.Closed.IsZero()})
	}
	if d.Closed.IsZero() {
		return
	}
	for _, stage := range p.ladders[d.Process][:p.farthest(d, moves)+1] {
		at := step{d.Process, stage}
		n := p.reached[at]
		if n[1]++; d.State == opportunity.Won {
			n[0]++
		}
		p.reached[at] = n
	}
}

// farthest is the place of the highest step that a deal was at; −1 where its
// process has none of them any more.
func (p *past) farthest(d opportunity.Deal, moves []opportunity.Move) int {
	ladder := p.ladders[d.Process]
	if d.State == opportunity.Won {
		return len(ladder) - 1
	}
	at := place(ladder, d.Stage)
	for _, m := range moves {
		at = max(at, place(ladder, m.From), place(ladder, m.To))
	}
	return at
}

// place is where a step stands on a ladder, −1 where it is none of its steps.
func place(ladder []string, stage string) int {
	for i, s := range ladder {
		if s == stage {
			return i
		}
	}
	return -1
}

// rate is how deals went on that came to a step.
func (p *past) rate(process, stage string) rules.Share {
	n := p.reached[step{process, stage}]
	return p.cfg.Share(n[0], n[1])
}

// inTime is how likely a deal is decided until a day, as old as it is.
func (p *past) inTime(opened, until kernel.Date) null.Number {
	left := until.Days(p.until)
	if left < 0 {
		return 0
	}
	return p.cycle.Within(max(0, p.until.Days(opened)), left)
}

// deals counts all deals in; how likely they are is known once all have been read.
func (m *maker) deals(tx *db.Tx) (err error) {
	var counting []opportunity.Deal
	m.past, err = m.s.past(tx, m.cfg, func(d opportunity.Deal) {
		if d.Live() || m.Period.Holds(d.Closed) || m.was[d.ID] != nil {
			counting = append(counting, d)
		}
	})
	if err != nil {
		return err
	}
	for _, d := range counting {
		m.take(d)
	}
	return m.s.deals.Each(tx, opportunity.Filter{ClosedUntil: m.past.since.Add(-1)}, func(d opportunity.Deal) error {
		m.take(d)
		return nil
	})
}

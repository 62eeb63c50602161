package pipeline

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/funnel"
	"erba/analysis/null"
	"erba/analysis/sale"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

// Class are the deals of a class of the funnel.
type Class struct {
	Class    string         `json:"class"          enum:"A,B,C"`
	Count    int            `json:"count"`
	Amount   int64          `json:"amount_minor"`
	Counted  int            `json:"counted"        doc:"Percent of the amount that is counted on"`
	Weighted int64          `json:"weighted_minor" doc:"Amount × that"`
	Unknown  int            `json:"unknown"        doc:"Without an amount"`
	Wants    int            `json:"wants"          doc:"How many there should be beside the A; 0: no minimum"`
	Thin     bool           `json:"thin"           doc:"There are fewer"`
	Went     forecast.Share `json:"went"           doc:"How many went on to the next class, of those that did or ended there"`
	First    []Card         `json:"first"          doc:"Which of them come first: late ones, then large ones"`
}

// Jam is a deal that has been B for too long.
type Jam struct {
	Card
	Since kernel.Date `json:"since" doc:"Since when it has been B"`
	Lasts int         `json:"lasts" doc:"Days"`
}

// Funnel is how full the pipe is.
type Funnel struct {
	Today    kernel.Date   `json:"today"`
	Currency string        `json:"currency"`
	Config   funnel.Config `json:"config"`
	Classes  []Class       `json:"classes"        doc:"C, B and A"`
	Weighted int64         `json:"weighted_minor" doc:"Of all classes"`
	Healthy  bool          `json:"healthy"`
	Stuck    []Jam         `json:"stuck"          doc:"The longest first"`
	Jams     int           `json:"jams"           doc:"How many there are"`
	Steps    []Step        `json:"steps"          doc:"How deals went on from each step, and how long they stayed"`
	Months   int           `json:"months"         doc:"How far back"`
}

// Step is how deals went through a step.
type Step struct {
	Process string         `json:"process"`
	Stage   string         `json:"stage"`
	Zh      string         `json:"zh"`
	En      string         `json:"en"`
	Percent int            `json:"percent"`
	Now     int            `json:"now"    doc:"Deals that stand there"`
	Stuck   int            `json:"stuck"  doc:"Of these, longer than they may"`
	Went    forecast.Share `json:"went"   doc:"How many went on, of those that did or ended there"`
	Stays   int            `json:"stays"  doc:"Stays that have ended"`
	Median  null.Number    `json:"median" doc:"Days of such a stay"`
	Dwell   int            `json:"dwell"  doc:"Days it may last; 0: as long as it likes"`
}

const (
	mostStuck = 50
	mostFirst = 3
)

// Funnel shows how full the pipe is, of a process where one is named.
func (s *Service) Funnel(ctx context.Context, w Which) (f Funnel, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		w.State = open
		v, err := s.look(tx, w)
		if err != nil {
			return err
		}
		rates, err := s.shares(tx)
		if err != nil {
			return err
		}
		went, err := s.past(tx, v, w, rates.Window)
		f = Funnel{Today: v.today, Currency: v.currency, Config: v.funnel, Months: rates.Window, Stuck: []Jam{}}
		f.classes(v, went, rates)
		f.jam(v, went)
		f.Steps = stepsOf(v, w, went, rates)
		return err
	})
	return f, err
}

// past reads how deals of a choice went on.
func (s *Service) past(tx *db.Tx, v sight, w Which, months int) (*past, error) {
	p := newPast(v.steps, v.funnel)
	return p, s.Deals.History(tx, v.today.AddMonths(-months), func(d opportunity.Deal, moves []opportunity.Move) error {
		if (w.Owner.IsZero() || d.Owner == w.Owner) && (w.Process == "" || d.Process == w.Process) {
			p.take(d, moves)
		}
		return nil
	})
}

func (f *Funnel) classes(v sight, went *past, rates forecast.Config) {
	held := map[string]*Class{}
	for _, c := range []Class{{Class: funnel.C, Counted: v.funnel.PercentC}, {Class: funnel.B, Counted: v.funnel.PercentB}, {Class: funnel.A, Counted: v.funnel.PercentA}} {
		c.Went, c.First = went.classes[c.Class].share(rates), []Card{}
		f.Classes = append(f.Classes, c)
	}
	for i := range f.Classes {
		held[f.Classes[i].Class] = &f.Classes[i]
	}
	for _, one := range v.all {
		c := held[one.Class]
		c.Count, c.Amount, c.First = c.Count+1, c.Amount+one.amount(), append(c.First, one)
		if one.Amount == nil {
			c.Unknown++
		}
	}
	f.judge(held[funnel.A], held[funnel.B], held[funnel.C])
	for i := range f.Classes {
		c := &f.Classes[i]
		slices.SortFunc(c.First, func(a, b Card) int { return cmp.Or(funnel.Order(a.task(v.today), b.task(v.today)), sooner(a, b)) })
		c.First = slices.Clip(c.First[:min(mostFirst, len(c.First))])
		for j := range c.First {
			c.First[j].Why = new(f.Config.Explain(c.First[j].Percent))
		}
	}
}

// judge holds the classes against each other.
func (f *Funnel) judge(a, b, c *Class) {
	f.Weighted = f.Config.Weighted(a.Amount, b.Amount, c.Amount)
	a.Weighted, b.Weighted, c.Weighted = f.Config.Weighted(a.Amount, 0, 0), f.Config.Weighted(0, b.Amount, 0), f.Config.Weighted(0, 0, c.Amount)
	b.Wants, c.Wants = a.Count*f.Config.Bs, a.Count*f.Config.Cs
	thin := f.Config.Thin(funnel.Counts{A: a.Count, B: b.Count, C: c.Count})
	b.Thin, c.Thin, f.Healthy = slices.Contains(thin, funnel.B), slices.Contains(thin, funnel.C), len(thin) == 0
}

// jam finds what has been B for too long.
func (f *Funnel) jam(v sight, went *past) {
	for _, c := range v.all {
		since, ok := went.since[c.ID]
		if !ok {
			since = c.Entered
		}
		if lasts := v.today.Days(since); v.funnel.IsStuck(c.Class, lasts) {
			f.Stuck = append(f.Stuck, Jam{c, since, lasts})
		}
	}
	slices.SortFunc(f.Stuck, func(a, b Jam) int { return cmp.Or(b.Lasts-a.Lasts, larger(a.Card, b.Card)) })
	f.Jams = len(f.Stuck)
	f.Stuck = f.Stuck[:min(mostStuck, f.Jams)]
	for i := range f.Stuck {
		f.Stuck[i].Why = new(f.Config.Explain(f.Stuck[i].Percent))
	}
}

// stepsOf are the steps of the processes that are looked at.
func stepsOf(v sight, w Which, went *past, rates forecast.Config) []Step {
	all := []Step{}
	for _, p := range v.steps.Processes {
		if p.Timed || w.Process != "" && p.Key != w.Process {
			continue
		}
		for _, s := range p.Stages {
			all = append(all, stepOf(v, p, s, went, rates))
		}
	}
	return all
}

func stepOf(v sight, p sale.Process, s sale.Stage, went *past, rates forecast.Config) Step {
	at := step{p.Key, s.Key}
	one := Step{Process: p.Key, Stage: s.Key, Zh: s.Zh, En: s.En, Percent: s.Percent, Dwell: s.Dwell,
		Went: went.went[at].share(rates), Stays: len(went.stays[at]), Median: middle(went.stays[at])}
	for _, c := range v.all {
		if c.Process == p.Key && c.Stage == s.Key {
			one.Now++
			if c.Stuck {
				one.Stuck++
			}
		}
	}
	return one
}

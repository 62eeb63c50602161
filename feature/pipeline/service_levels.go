package pipeline

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/purchase"
	"erba/kernel"
	"erba/platform/db"
)

// Level are the deals whose order is about as near.
type Level struct {
	Level  string         `json:"level"  enum:"H,A,B,C"`
	Within int            `json:"within" doc:"Days until the order at most; 0: no bound"`
	Every  int            `json:"every"  doc:"Called every so many days"`
	Passed int            `json:"passed" doc:"Of these, the expected day has gone by"`
	Signed forecast.Share `json:"signed" doc:"Of decided deals by levels that were at it, how many were signed"`
	Cards  []Card         `json:"cards"  doc:"The next expected first"`
	Held
}

// Call is somebody who is to be called today.
type Call struct {
	Card
	Level string      `json:"level" enum:"H,A,B,C"`
	Last  kernel.Date `json:"last,omitzero" doc:"When somebody was in touch with the account last; empty: never"`
	Due   kernel.Date `json:"due"`
	Late  int         `json:"late"  doc:"Days"`
}

// Levels are deals by how near their order is (M29).
type Levels struct {
	Today    kernel.Date     `json:"today"`
	Currency string          `json:"currency"`
	Config   purchase.Config `json:"config"`
	Levels   []Level         `json:"levels"`
	Calls    []Call          `json:"calls" doc:"The nearest level first, then the latest"`
	Count    int             `json:"count" doc:"How many are to be called"`
	Months   int             `json:"months"`
}

const mostCalls = 100

// order is that of levels, the nearest first.
var order = []string{purchase.H, purchase.A, purchase.B, purchase.C}

// Levels shows deals by how near their order is, and who is to be called today.
func (s *Service) Levels(ctx context.Context, w Which) (l Levels, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		w.State = open
		v, err := s.look(tx, w)
		if err != nil {
			return err
		}
		cfg, err := s.purchase(tx)
		if err != nil {
			return err
		}
		rates, err := s.shares(tx)
		if err != nil {
			return err
		}
		went, err := s.past(tx, v, w, rates.Window)
		if err != nil {
			return err
		}
		l = Levels{Today: v.today, Currency: v.currency, Config: cfg, Calls: []Call{}, Months: rates.Window}
		l.Levels = levelsOf(cfg, went, rates)
		last, err := s.last(tx, v.all)
		l.place(v, last)
		return err
	})
	return l, err
}

func levelsOf(cfg purchase.Config, went *past, rates forecast.Config) []Level {
	within := map[string]int{purchase.H: cfg.H, purchase.A: cfg.A, purchase.B: cfg.B}
	all := make([]Level, len(order))
	for i, level := range order {
		all[i] = Level{Level: level, Within: within[level], Every: cfg.Due(level, kernel.On(2026, 1, 1)).Days(kernel.On(2026, 1, 1)),
			Signed: went.timed[level].share(rates), Cards: []Card{}}
	}
	return all
}

// last is when somebody was in touch with the accounts of deals.
func (s *Service) last(tx *db.Tx, all []Card) (map[kernel.ID]kernel.Date, error) {
	asked := map[kernel.ID]bool{{}: true}
	var ids []kernel.ID
	for _, c := range all {
		if !asked[c.Account] {
			asked[c.Account], ids = true, append(ids, c.Account)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return s.Contacts.Latest(tx, ids...)
}

func (l *Levels) place(v sight, last map[kernel.ID]kernel.Date) {
	for _, c := range v.all {
		rating := l.Config.Rate(c.Expected, v.today)
		at := &l.Levels[slices.Index(order, rating.Level)]
		at.Cards = append(at.Cards, c)
		at.add(c)
		if rating.Passed {
			at.Passed++
		}
		if call := l.call(c, rating.Level, last[c.Account]); call.Late >= 0 {
			l.Calls = append(l.Calls, call)
		}
	}
	slices.SortFunc(l.Calls, nearer)
	l.Count = len(l.Calls)
	l.Calls = slices.Clip(l.Calls[:min(mostCalls, l.Count)])
	for i := range l.Calls {
		l.Calls[i].Why = new(l.Config.Explain(l.Calls[i].Expected, v.today))
	}
	for i := range l.Levels {
		at := &l.Levels[i]
		slices.SortFunc(at.Cards, sooner)
		at.Cards = slices.Clip(at.Cards[:min(pageOf, len(at.Cards))])
	}
}

// call is when somebody is to be called: so many days after the last time, and of
// whom nobody has been in touch with, on the day on which the deal began.
func (l *Levels) call(c Card, level string, last kernel.Date) Call {
	one := Call{Card: c, Level: level, Last: last, Due: c.Opened}
	if !last.IsZero() {
		one.Due = l.Config.Due(level, last)
	}
	one.Late = l.Today.Days(one.Due)
	return one
}

func nearer(a, b Call) int {
	return cmp.Or(cmp.Compare(slices.Index(order, a.Level), slices.Index(order, b.Level)), b.Late-a.Late, sooner(a.Card, b.Card))
}

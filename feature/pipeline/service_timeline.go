package pipeline

import (
	"cmp"
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Month are the deals that are expected in one.
type Month struct {
	Month kernel.Date `json:"month,omitzero" doc:"Its first day; empty: nobody knows when, or the day has passed"`
	Kind  string      `json:"kind"           enum:"passed,month,unknown"`
	Cards []Card      `json:"cards"          doc:"The largest first"`
	Held
}

// Timeline are deals by the month in which they are expected.
type Timeline struct {
	Today    kernel.Date `json:"today"`
	Currency string      `json:"currency"`
	Months   []Month     `json:"months"`
	Total    Held        `json:"total"`
}

// The kinds of months.
const (
	passed  = "passed"
	month   = "month"
	unknown = "unknown"
)

// Timeline shows deals by the month in which they are expected.
func (s *Service) Timeline(ctx context.Context, w Which) (t Timeline, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		w.State = cmp.Or(w.State, open)
		v, err := s.look(tx, w)
		t = Timeline{Today: v.today, Currency: v.currency, Months: []Month{}}
		t.place(v.all)
		return err
	})
	return t, err
}

func (t *Timeline) place(all []Card) {
	type place struct {
		kind string
		day  kernel.Date
	}
	found := map[place]*Month{}
	for _, c := range all {
		p := place{month, c.Expected}
		switch {
		case c.Expected.IsZero():
			p.kind = unknown
		case c.Expected.Compare(t.Today) < 0:
			p = place{kind: passed}
		default:
			p.day = c.Expected.Month()
		}
		if found[p] == nil {
			found[p] = &Month{Month: p.day, Kind: p.kind, Cards: []Card{}}
		}
		found[p].Cards = append(found[p].Cards, c)
		found[p].add(c)
		t.Total.add(c)
	}
	for _, m := range found {
		slices.SortFunc(m.Cards, larger)
		m.Cards = m.Cards[:min(pageOf, len(m.Cards))]
		t.Months = append(t.Months, *m)
	}
	order := []string{passed, month, unknown}
	slices.SortFunc(t.Months, func(a, b Month) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)), a.Month.Compare(b.Month))
	})
}

// larger puts the deal first that holds more.
func larger(a, b Card) int {
	return cmp.Or(-cmp.Compare(a.amount(), b.amount()), cmp.Compare(a.Code, b.Code))
}

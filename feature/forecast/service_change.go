package forecast

import (
	"cmp"
	"slices"

	"erba/feature/opportunity"
	"erba/kernel"
)

// stood is how a deal was when it was last written down.
type stood struct {
	Deal     kernel.ID   `db:"opportunity_id"`
	Owner    kernel.ID   `db:"owner_id"`
	Process  string      `db:"process"`
	Stage    string      `db:"stage"`
	Percent  int         `db:"percent"`
	Category string      `db:"category"`
	Amount   int64       `db:"amount_minor"`
	Expected kernel.Date `db:"expected_on"`
}

// What can have happened to a deal since.
const (
	Added  = "new"
	Won    = "won"
	Lost   = "lost"
	Gone   = "gone" // put aside
	More   = "more" // asks for more
	Less   = "less"
	Sooner = "sooner"
	Later  = "later"
	Up     = "up" // its leader is surer
	Down   = "down"
)

// Changes are what has happened to the deals of a period since they were last
// written down.
type Changes struct {
	Since kernel.Date `json:"since,omitzero" doc:"Empty: nothing was written down before"`
	Was   int64       `json:"was"            doc:"What the deals of the period held then"`
	Now   int64       `json:"now"`
	Kinds []Kind      `json:"kinds"`
	Rows  []Change    `json:"rows"           doc:"The largest first"`
}

// Kind is what changes of one kind come to.
type Kind struct {
	Kind   string `json:"kind" enum:"new,won,lost,gone,more,less,sooner,later"`
	Count  int    `json:"count"`
	Amount int64  `json:"amount" doc:"What that changed in the sum of the period"`
}

// Change is one thing that happened to a deal.
type Change struct {
	Deal   kernel.ID `json:"deal" row:"deal"`
	Code   string    `json:"code"`
	Name   string    `json:"name"`
	Kind   string    `json:"kind"   enum:"new,won,lost,gone,more,less,sooner,later,up,down"`
	Amount int64     `json:"amount" doc:"What that changed in the sum of the period; up and down change none"`
	From   string    `json:"from"   doc:"The day or the category before"`
	To     string    `json:"to"`
}

// sureness is the order of what leaders say.
var sureness = []string{opportunity.Omitted, opportunity.Pipeline, opportunity.Best, opportunity.Commit}

// compare is what happened to a deal: how it stood, if it did, and how it is, if
// somebody still works on it. The amounts of all changes of a period are what its
// sum has changed.
func compare(p Period, was *stood, d opportunity.Deal) (all []Change) {
	add := func(kind string, amount int64, from, to string) {
		all = append(all, Change{d.ID, d.Code, d.Name, kind, amount, from, to})
	}
	before, now := was != nil && p.Holds(was.Expected), d.State == opportunity.Going && p.Holds(d.Expected)
	asks := amountOf(d)
	switch {
	case was == nil && now:
		add(Added, asks, "", d.Expected.String())
	case before && !now:
		add(left(d, p), -was.Amount, was.Expected.String(), d.Expected.String())
	case !before && now:
		add(entered(was.Expected, d.Expected), asks, was.Expected.String(), d.Expected.String())
	case before && asks != was.Amount:
		add(map[bool]string{true: More, false: Less}[asks > was.Amount], asks-was.Amount, "", "")
	}
	if before && now && was.Category != d.Category {
		add(map[bool]string{true: Up, false: Down}[slices.Index(sureness, d.Category) > slices.Index(sureness, was.Category)], 0, was.Category, d.Category)
	}
	return all
}

// left is why a deal is in a period no more.
func left(d opportunity.Deal, p Period) string {
	switch {
	case d.State == opportunity.Won:
		return Won
	case d.State == opportunity.Lost:
		return Lost
	case d.State == opportunity.Nurture:
		return Gone
	case !d.Expected.IsZero() && d.Expected.Compare(p.From) < 0:
		return Sooner
	}
	return Later
}

// entered is why a deal that there was is in a period now.
func entered(was, is kernel.Date) string {
	if !was.IsZero() && was.Compare(is) < 0 {
		return Later
	}
	return Sooner
}

func amountOf(d opportunity.Deal) int64 {
	if d.Amount == nil {
		return 0
	}
	return *d.Amount
}

// shown is how many changes a board shows one by one.
const shown = 40

// sum brings changes together.
func sum(since kernel.Date, rows []Change, was, now int64) Changes {
	c := Changes{Since: since, Was: was, Now: now, Kinds: []Kind{}, Rows: []Change{}}
	for _, kind := range []string{Added, More, Sooner, Later, Less, Won, Lost, Gone} {
		one := Kind{Kind: kind}
		for _, r := range rows {
			if r.Kind == kind {
				one.Count, one.Amount = one.Count+1, one.Amount+r.Amount
			}
		}
		if one.Count > 0 {
			c.Kinds = append(c.Kinds, one)
		}
	}
	slices.SortStableFunc(rows, func(a, b Change) int { return cmp.Compare(size(b.Amount), size(a.Amount)) })
	c.Rows = append(c.Rows, rows[:min(shown, len(rows))]...)
	return c
}

func size(n int64) int64 { return max(n, -n) }

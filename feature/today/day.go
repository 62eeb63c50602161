package today

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/analysis/urgency"
	"erba/analysis/why"
	"erba/kernel"
)

// How a day is sorted.
const (
	ByLoss    = "loss"
	ByDue     = "due"
	ByAccount = "account"
)

// Task is an item as it is shown.
type Task struct {
	Rule    string          `json:"rule"             doc:"Text key of its name"`
	Area    string          `json:"area"             doc:"Text key of the part of the work"`
	Account kernel.ID       `json:"account,omitzero" row:"account"`
	Code    string          `json:"code,omitempty"`
	Name    string          `json:"name,omitempty"`
	Tier    string          `json:"tier,omitempty"   enum:"MAJOR,NAMED,NONNAMED,MASS" doc:"Computed; empty: none, or not to be told"`
	Subject kernel.ID       `json:"subject,omitzero"`
	User    kernel.ID       `json:"user,omitzero"    doc:"Who is to do it, where it is not the viewer"`
	Title   Said            `json:"title"`
	Reason  Said            `json:"reason"`
	Amount  *int64          `json:"amount"           doc:"At stake, minor units; null: none, or not to be told"`
	Chance  *float64        `json:"chance"           doc:"Of losing it"`
	Loss    *int64          `json:"loss"             doc:"The product of both"`
	Due     kernel.Date     `json:"due,omitzero"`
	Late    bool            `json:"late"             doc:"Its day has passed"`
	Path    string          `json:"path"             doc:"Where it is finished"`
	Does    string          `json:"does"             doc:"Text key of the button"`
	Version int64           `json:"version"          doc:"Of the subject"`
	Why     why.Explanation `json:"why"`

	thing urgency.Thing
	sort  string
}

// Group is the tasks of one urgency.
type Group struct {
	Key   string `json:"key"   enum:"now,week,wait"`
	Count int    `json:"count"`
	Loss  int64  `json:"loss"  doc:"Of all of them, minor units"`
	Tasks []Task `json:"tasks" doc:"The first ones"`
}

// Day is what somebody has to do.
type Day struct {
	On       kernel.Date `json:"on"`
	AsOf     kernel.Date `json:"as_of,omitzero" doc:"The last day of the ledger"`
	Currency string      `json:"currency"`
	Sort     string      `json:"sort"     enum:"loss,due,account"`
	Config   int64       `json:"config"   doc:"Version of the rules"`
	Accounts int         `json:"accounts" doc:"That the viewer answers for"`
	Others   int         `json:"others"   doc:"Tasks of those who report to the viewer that they have not done in time"`
	Hidden   int         `json:"hidden"   doc:"Ticked off or put off"`
	Capped   bool        `json:"capped"   doc:"There are more of some kind than were looked at"`
	Groups   []Group     `json:"groups"`
}

// arrange puts tasks into the groups of a day, in order, at most so many of each.
func (d *Day) arrange(tasks map[string][]Task, most int) {
	for _, key := range urgency.Groups {
		all := tasks[key]
		g := Group{Key: key, Count: len(all)}
		for _, t := range all {
			if t.Loss != nil {
				g.Loss += *t.Loss
			}
		}
		slices.SortStableFunc(all, order(d.Sort))
		g.Tasks = all[:min(most, len(all))]
		d.Groups = append(d.Groups, g)
	}
}

// order compares tasks as somebody wants to see them; equals stand by name.
func order(by string) func(a, b Task) int {
	return func(a, b Task) int {
		first := a.thing.Compare(b.thing)
		switch by {
		case ByDue:
			first = cmp.Or(a.thing.Earlier(b.thing), first)
		case ByAccount:
			first = cmp.Or(cmp.Compare(noName(a), noName(b)), cmp.Compare(a.sort, b.sort), first)
		}
		return cmp.Or(first, cmp.Compare(a.sort, b.sort), cmp.Compare(a.Rule, b.Rule), a.Subject.Compare(b.Subject))
	}
}

// noName puts what is about no account behind what is about one.
func noName(t Task) int {
	if t.Account.IsZero() {
		return 1
	}
	return 0
}

// weigh is an item with what hangs on it: the amount that its rule's setting says,
// None where the viewer may not be told.
func weigh(i Item, s Setting, sales null.Number) urgency.Thing {
	t := urgency.Thing{Amount: null.None, Chance: null.Of(s.Chance), Due: i.Due}
	switch {
	case s.Amount == Sales:
		t.Amount = sales
	case s.Amount == Own && (i.Account.IsZero() || sales.Known()):
		t.Amount = null.Of(i.Amount)
	}
	if i.Chance.Known() && i.Chance > 0 {
		t.Chance = i.Chance
	}
	if s.Amount == None {
		t.Chance = null.None
	}
	return t
}

// task is an item as it is shown on a day.
func (d *Day) task(r *Rule, i Item, t urgency.Thing) Task {
	one := Task{Rule: r.Name, Area: r.Area, Account: i.Account, Subject: i.Subject, Title: i.Title, Reason: i.Reason, Due: i.Due,
		Late: !i.Due.IsZero() && i.Due.Compare(d.On) < 0, Path: i.Path, Does: i.Does, Version: i.Version, thing: t}
	if loss := t.Loss(); loss.Known() {
		one.Amount, one.Chance, one.Loss = new(int64(t.Amount)), new(float64(t.Chance)), new(int64(loss))
	}
	return one
}

package pipeline

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/funnel"
	days "erba/analysis/visit"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/db"
)

// Task is what could be done tomorrow for a deal.
type Task struct {
	Card
	Does string `json:"does" enum:"sign,visit,meet" doc:"Sign with an A, visit a B, meet a C"`
	Late int    `json:"late" doc:"Days that its next step has been late for by tomorrow"`
}

// Tomorrow is what comes first tomorrow, and whether the week leaves time for what
// has to come after it.
type Tomorrow struct {
	Day      kernel.Date       `json:"day"`
	Currency string            `json:"currency"`
	Tasks    []Task            `json:"tasks"`
	Count    int               `json:"count"   doc:"How many there are"`
	From     kernel.Date       `json:"from"    doc:"The week of that day"`
	Until    kernel.Date       `json:"until"`
	Week     funnel.Week       `json:"week"    doc:"Minutes of visits by the class of the account's nearest deal"`
	Without  int               `json:"without" doc:"Minutes with accounts that have no open deal: they do not count"`
	Visits   int               `json:"visits"`
	Short    []funnel.Shortage `json:"short"   doc:"Classes for which the week has too little time"`
	Config   funnel.Config     `json:"config"`
}

const (
	mostTasks = 50
	week      = 7
)

// does is what is done for a deal of a class.
var does = map[string]string{funnel.A: "sign", funnel.B: "visit", funnel.C: "meet"}

// task is a deal as the order of tomorrow looks at it.
func (c Card) task(on kernel.Date) funnel.Task {
	t := funnel.Task{Class: c.Class, Amount: c.amount()}
	if !c.NextOn.IsZero() {
		t.Late = max(0, on.Days(c.NextOn))
	}
	return t
}

// Tomorrow is what somebody does first tomorrow; nobody named: the viewer. Deals
// whose next step has its day later are left out.
func (s *Service) Tomorrow(ctx context.Context, owner kernel.ID) (t Tomorrow, err error) {
	owner = cmp.Or(owner, viewer(ctx))
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		v, err := s.look(tx, Which{State: open})
		if err != nil {
			return err
		}
		t = Tomorrow{Day: v.today.Add(1), Currency: v.currency, Config: v.funnel, Tasks: []Task{}}
		t.put(v, owner)
		return s.budget(tx, &t, v, owner)
	})
	return t, err
}

func (t *Tomorrow) put(v sight, owner kernel.ID) {
	for _, c := range v.all {
		if c.Owner == owner && (c.NextOn.IsZero() || c.NextOn.Compare(t.Day) <= 0) {
			t.Tasks = append(t.Tasks, Task{c, does[c.Class], c.task(t.Day).Late})
		}
	}
	slices.SortFunc(t.Tasks, func(a, b Task) int { return cmp.Or(funnel.Order(a.task(t.Day), b.task(t.Day)), sooner(a.Card, b.Card)) })
	t.Count = len(t.Tasks)
	t.Tasks = slices.Clip(t.Tasks[:min(mostTasks, t.Count)])
}

// budget lays out the week's visits over the classes.
func (s *Service) budget(tx *db.Tx, t *Tomorrow, v sight, owner kernel.ID) error {
	t.Until = days.Sunday(t.Day)
	t.From = t.Until.Add(1 - week)
	all, err := s.Visits.Between(tx, t.From, t.Until, owner)
	nearest := nearestOf(v.all)
	for _, one := range all {
		if one.State != visit.IsCancelled {
			t.spend(nearest[one.Account], int(one.Length))
		}
	}
	t.Short = append([]funnel.Shortage{}, v.funnel.Short(t.Week)...)
	return err
}

// nearestOf is the class of each account's deal that is nearest to a contract.
func nearestOf(all []Card) map[kernel.ID]string {
	found := map[kernel.ID]string{}
	for _, c := range all {
		if was, ok := found[c.Account]; !c.Account.IsZero() && (!ok || c.Class < was) {
			found[c.Account] = c.Class
		}
	}
	return found
}

func (t *Tomorrow) spend(class string, minutes int) {
	t.Visits++
	switch class {
	case funnel.A:
		t.Week.A += minutes
	case funnel.B:
		t.Week.B += minutes
	case funnel.C:
		t.Week.C += minutes
	default:
		t.Without += minutes
	}
}

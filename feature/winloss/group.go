package winloss

import (
	"cmp"
	"fmt"
	"slices"

	"erba/analysis/forecast"
	"erba/analysis/pareto"
	"erba/analysis/sale"
	"erba/kernel"
)

// named is a group that a deal belongs to.
type named struct {
	key, name, label string
	words            sale.Words
}

// words are what keys are called that are no words themselves.
type words struct {
	products    map[string]string    // by code
	competitors map[kernel.ID]string // by ID
	processes   sale.Config
}

// groups are those that a deal belongs to: several, if several competed for it.
func (w *words) groups(by By, f *fact) []named {
	switch by {
	case ByAccount:
		return one(f.Account.String(), f.AccountName, f.Account.IsZero())
	case BySector:
		return one(f.Sector, f.Sector, f.Sector == "")
	case ByRegion:
		return one(f.Region, f.Region, f.Region == "")
	case ByProduct:
		return one(f.Product, cmp.Or(w.products[f.Product], f.Product), f.Product == "")
	case ByPerson:
		return one(cmp.Or(f.ownerKey(), f.OwnerName), f.OwnerName, f.OwnerName == "")
	case ByManager:
		return one(f.Manager, f.Manager, f.Manager == "")
	case ByCompetitor:
		return w.against(f)
	case ByStrategy:
		return []named{{key: f.Strategy, label: label("strategy.way_", f.Strategy)}}
	case ByStage:
		return []named{w.step(f)}
	case ByQuarter:
		return f.quarter()
	}
	return nil
}

// one is the group of a key, or of those that have none.
func one(key, name string, none bool) []named {
	if none {
		return []named{{label: "winloss.unsaid"}}
	}
	return []named{{key: key, name: name}}
}

func (f *fact) ownerKey() string {
	if f.Owner.IsZero() {
		return ""
	}
	return f.Owner.String()
}

func label(prefix, key string) string {
	if key == "" {
		return "winloss.unsaid"
	}
	return prefix + key
}

// against are the competitors of a deal, each once.
func (w *words) against(f *fact) []named {
	ids := slices.Clone(f.Rivals)
	if !f.Winner.IsZero() {
		ids = append(ids, f.Winner)
	}
	slices.SortFunc(ids, kernel.ID.Compare)
	var all []named
	for _, id := range slices.Compact(ids) {
		all = append(all, named{key: id.String(), name: w.competitors[id]})
	}
	if len(all) == 0 {
		return []named{{label: "winloss.nobody"}}
	}
	return all
}

// step is the one that a deal has reached.
func (w *words) step(f *fact) named {
	n := named{key: f.Process + " " + f.Stage, name: f.Stage}
	if p, ok := w.processes.Process(f.Process); ok {
		if i := p.Index(f.Stage); i >= 0 {
			n.words = sale.Words{Zh: p.Stages[i].Zh, En: p.Stages[i].En}
		}
	}
	return n
}

// quarter is when a deal ended; of one that has not there is none.
func (f *fact) quarter() []named {
	if f.Closed.IsZero() {
		return nil
	}
	year, month, _ := f.Closed.Parts()
	key := fmt.Sprintf("%dQ%d", year, (int(month)+2)/3)
	return []named{{key: key, name: key}}
}

// count tells deals apart and judges each group beside all.
func (w *words) count(by By, rules *forecast.Config, facts []fact) (total Group, groups []Group) {
	all, each := &tally{}, map[string]*tally{}
	for i := range facts {
		f := &facts[i]
		all.add(f)
		for _, n := range w.groups(by, f) {
			t := each[n.key]
			if t == nil {
				t = &tally{group: Group{Key: n.key, Name: n.name, Label: n.label, Words: n.words}}
				each[n.key] = t
			}
			t.add(f)
		}
	}
	total = all.done(rules)
	total.judge(rules, total.Rate)
	groups = []Group{}
	for _, t := range each {
		g := t.done(rules)
		g.judge(rules, total.Rate)
		groups = append(groups, g)
	}
	slices.SortFunc(groups, order(by))
	if by == ByAccount {
		classify(groups)
	}
	return total, groups
}

// classify says which accounts bring most of what was won (ABC).
func classify(groups []Group) {
	brought := make([]int64, len(groups))
	for i, g := range groups {
		brought[i] = g.Revenue
	}
	for i, class := range pareto.ABC(brought, pareto.Default()) {
		groups[i].Class = class
	}
}

// order puts periods into their own order, and what was decided most often first.
func order(by By) func(x, y Group) int {
	return func(x, y Group) int {
		if by == ByQuarter {
			return cmp.Compare(x.Key, y.Key)
		}
		return cmp.Or(cmp.Compare(y.Won+y.Lost, x.Won+x.Lost), cmp.Compare(y.Deals, x.Deals), cmp.Compare(x.Key, y.Key))
	}
}

// reasons counts those that were given, the most frequent first.
func reasons(facts []fact) []Reason {
	n := map[[2]string]int{}
	for _, f := range facts {
		if f.State == won || f.State == lost {
			n[[2]string{f.State, f.Reason}]++
		}
	}
	all := make([]Reason, 0, len(n))
	for k, deals := range n {
		all = append(all, Reason{k[0], k[1], deals})
	}
	slices.SortFunc(all, func(x, y Reason) int {
		return cmp.Or(cmp.Compare(y.Deals, x.Deals), cmp.Compare(x.State, y.State), cmp.Compare(x.Reason, y.Reason))
	})
	return all
}

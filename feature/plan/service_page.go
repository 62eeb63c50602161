package plan

import (
	"cmp"
	"context"
	"slices"

	"erba/analysis/planning"
	"erba/kernel"
	"erba/platform/db"
)

// Page is the plan as it is printed.
func (s *Service) Page(ctx context.Context, id kernel.ID) (page Page, err error) {
	p, st, err := s.stand(ctx, id)
	if err != nil {
		return page, err
	}
	page = Page{Progress: s.progress(ctx, p, st), Rows: []Entry{}}
	var ids []kernel.ID
	for id, tier := range st.tiers {
		if slices.Contains(important, tier) {
			ids = append(ids, id)
		}
	}
	none := map[kernel.ID]bool{}
	slices.SortFunc(ids, func(a, b kernel.ID) int { return cmp.Or(st.order(a, b, none), a.Compare(b)) })
	page.Count, ids = len(ids), ids[:min(len(ids), mostEntries)]
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := accounts(tx, ids)
		if err != nil {
			return err
		}
		open, err := openOf(tx, ids)
		by := st.hindered(open)
		for _, a := range found {
			page.Rows = append(page.Rows, st.entry(a, by))
		}
		return err
	})
	slices.SortStableFunc(page.Rows, func(x, y Entry) int { return st.order(x.Account, y.Account, none) })
	return page, err
}

// hindrances are what accounts stand against and what is open for them, account by
// account: it is looked up for hundreds of them.
type hindrances struct {
	lacks, stale map[kernel.ID][]int
	open         map[kernel.ID][]Action
}

func (st *standing) hindered(open []Action) hindrances {
	by := hindrances{map[kernel.ID][]int{}, map[kernel.ID][]int{}, map[kernel.ID][]Action{}}
	for number := 1; number <= planning.Steps; number++ {
		for _, id := range st.blocking[number] {
			by.lacks[id] = append(by.lacks[id], number)
		}
		for id := range st.marked(number) {
			by.stale[id] = append(by.stale[id], number)
		}
	}
	for _, one := range open {
		by.open[one.Account] = append(by.open[one.Account], one)
	}
	return by
}

// entry is an account with what it stands against, and what is open for it.
func (st *standing) entry(a known, by hindrances) Entry {
	return Entry{Account: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Tier: st.tiers[a.ID], Lacks: append([]int{}, by.lacks[a.ID]...),
		Stale: append([]int{}, by.stale[a.ID]...), Actions: append([]Action{}, by.open[a.ID]...)}
}

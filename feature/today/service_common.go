package today

import (
	"context"
	"sync"

	"erba/feature/portfolio"
	"erba/kernel"
)

// common is what a rule finds for everybody, until its number changes or the day
// ends.
type common struct {
	mu       sync.Mutex
	found    bool
	revision int64
	on       kernel.Date
	columns  *portfolio.Columns
	finding
}

// finding is what a rule has found, and where that stands in some columns. It is
// replaced, never changed.
type finding struct {
	items []Item
	rows  []int32               // of the items' accounts
	by    map[kernel.ID][]int32 // which items are whose to do
}

// place says where the accounts of the items stand in some columns, and whose they
// are to do.
func (c *common) place(columns *portfolio.Columns) {
	c.columns, c.rows, c.by = columns, make([]int32, len(c.items)), map[kernel.ID][]int32{}
	for i := range c.items {
		row := columns.Row(c.items[i].Account)
		doer := c.items[i].User
		if doer.IsZero() && row >= 0 {
			doer = columns.Account(row).Owner
		}
		c.rows[i], c.by[doer] = row, append(c.by[doer], int32(i))
	}
}

// shared is what a common rule has found, placed in some columns.
func (s *Service) shared(ctx context.Context, r *Rule, f *portfolio.Facts, on kernel.Date) (found finding, err error) {
	s.mu.Lock()
	c, there := s.common[r.Name]
	if !there {
		c = &common{}
		s.common[r.Name] = c
	}
	s.mu.Unlock()
	whole := system(ctx)
	revision, err := r.Revision(whole)
	if err != nil {
		return found, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.found || c.revision != revision || c.on != on {
		items, err := r.Find(whole, Ask{On: on})
		if err != nil {
			return found, err
		}
		c.found, c.revision, c.on, c.items, c.columns = true, revision, on, items, nil
	}
	if c.columns != f.Columns {
		c.place(f.Columns)
	}
	return c.finding, nil
}

// owned is which rows of some columns belong to whom.
type owned struct {
	columns *portfolio.Columns
	rows    map[kernel.ID][]int32
}

// ownedIn finds whose accounts some columns hold, once for as long as they count.
func (s *Service) ownedIn(c *portfolio.Columns) map[kernel.ID][]int32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.owned == nil || s.owned.columns != c {
		o := &owned{c, map[kernel.ID][]int32{}}
		for row := range int32(c.Len()) {
			if owner := c.Account(row).Owner; !owner.IsZero() {
				o.rows[owner] = append(o.rows[owner], row)
			}
		}
		s.owned = o
	}
	return s.owned.rows
}

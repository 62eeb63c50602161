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
	items    []Item
	columns  *portfolio.Columns
	rows     []int32 // where the items' accounts stand in the columns
}

// shared are the items of a common rule and their rows in some columns.
func (s *Service) shared(ctx context.Context, r *Rule, f *portfolio.Facts, on kernel.Date) ([]Item, []int32, error) {
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
		return nil, nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.found || c.revision != revision || c.on != on {
		items, err := r.Find(whole, Ask{On: on})
		if err != nil {
			return nil, nil, err
		}
		c.found, c.revision, c.on, c.items, c.columns = true, revision, on, items, nil
	}
	if c.columns != f.Columns {
		c.columns, c.rows = f.Columns, make([]int32, len(c.items))
		for i := range c.items {
			c.rows[i] = f.Row(c.items[i].Account)
		}
	}
	return c.items, c.rows, nil
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

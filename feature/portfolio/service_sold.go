package portfolio

import (
	"context"

	"erba/kernel"
)

// Columns are all accounts as they are now, whoever asks: who counts for
// everybody what he tells only some reads them.
func (s *Service) Columns(ctx context.Context) (*Columns, error) {
	st, err := s.current(ctx)
	if err != nil {
		return nil, err
	}
	return st.columns, nil
}

// Sold is what every account of the columns bought between two days, both
// included, net, row by row.
func (s *Service) Sold(ctx context.Context, c *Columns, from, to kernel.Date) ([]int64, error) {
	a := Ask{From: from, AsOf: to, Measure: Sales, Returns: Net}
	w := windowOf(a, c.Until)
	edges, err := s.edges(ctx, w)
	if err != nil {
		return nil, err
	}
	return c.sum(a, w, edges).sales, nil
}

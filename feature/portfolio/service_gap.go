package portfolio

import (
	"context"
	"iter"
	"strconv"

	"erba/kernel"
	"erba/platform/export"
)

// Gaps are the estimates that are missing or have expired, in the order in which
// asking for them could change most.
func (s *Service) Gaps(ctx context.Context, f Filter, kind string, from, limit int) (Gaps, error) {
	v, all, err := s.gaps(ctx, f, kind)
	if err != nil {
		return Gaps{}, err
	}
	g := Gaps{Frame: v.Frame, Count: len(all)}
	for i := range all {
		if all[i].Value == nil {
			g.Missing++
		}
	}
	g.Expired = g.Count - g.Missing
	from = min(max(from, 0), len(all))
	to := min(from+limit, len(all))
	if g.Rows = all[from:to]; to < len(all) {
		g.Next = strconv.Itoa(to)
	}
	return g, nil
}

func (s *Service) gaps(ctx context.Context, f Filter, kind string) (*View, []Gap, error) {
	v, err := s.view(ctx, Ask{}, f)
	if err != nil {
		return nil, nil, err
	}
	kinds := openKinds[:]
	if kind != "" {
		kinds = []string{kind}
	}
	return v, v.gaps(kernel.Today(), kinds), nil
}

// Sheet are the columns of the list that is asked with: filled in, it is read
// back. Its kinds are written as codes, which every language reads.
var Sheet = []string{"portfolio.code", "portfolio.name", "portfolio.sheet_kind", "portfolio.sheet_sales", "portfolio.sheet_turns",
	"portfolio.sheet_last", "portfolio.sheet_until", "portfolio.sheet_value", "portfolio.sheet_evidence", "portfolio.sheet_expires"}

// Asking is the list of what is to be asked, as rows under Sheet: the last three
// columns are empty, to be filled in.
func (s *Service) Asking(ctx context.Context, f Filter, kind string) (iter.Seq[[]any], error) {
	_, all, err := s.gaps(ctx, f, kind)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, g := range all {
			if !yield(g.cells()) {
				return
			}
		}
	}, nil
}

func (g Gap) cells() []any {
	var last any
	if g.Value != nil {
		last = export.Amount(*g.Value)
		if g.Kind == Influence {
			last = *g.Value
		}
	}
	return []any{g.Code, g.Name, g.Kind, export.Amount(g.Sales), int64(len(g.Turns)), last, g.Expires, nil, nil, kernel.Date{}}
}

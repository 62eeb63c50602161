package receivable

import (
	"context"
	"iter"

	"erba/platform/export"
	"erba/platform/identity"
)

// Exported are the columns of an exported ageing, as text keys.
var Exported = []string{"receivable.code", "receivable.who", "receivable.accounts", "receivable.bucket_0", "receivable.bucket_1", "receivable.bucket_2",
	"receivable.bucket_3", "receivable.bucket_4", "receivable.total", "receivable.late", "receivable.worst", "receivable.advance", "receivable.soon"}

// Export is the ageing of a day as rows under Exported.
func (s *Service) Export(ctx context.Context, ask Ask) (iter.Seq[[]any], error) {
	a, err := s.Ageing(ctx, ask)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for i := range a.Rows {
			if !yield(a.Rows[i].cells()) {
				return
			}
		}
	}, nil
}

func (r *Row) cells() []any {
	cells := []any{r.Code, r.Name, r.Accounts}
	for _, sum := range r.Ages {
		cells = append(cells, export.Amount(sum))
	}
	return append(cells, export.Amount(r.Total), export.Amount(r.Late), r.Worst, export.Amount(r.Advance), export.Amount(r.Soon))
}

// Population says of how many rows an export is a part.
func (s *Service) Population(ask Ask) func(context.Context) (int64, error) {
	return func(ctx context.Context) (int64, error) {
		a, err := s.Ageing(identity.With(ctx, identity.System()), ask)
		return int64(len(a.Rows)), err
	}
}

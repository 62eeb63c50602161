package store

import (
	"context"
	"iter"

	"erba/kernel"
)

// Exported are the columns of the ranking, as text keys.
var Exported = []string{"store.code", "store.account", "store.shop", "store.day", "store.total", "store.bottleneck", "store.by", "store.note"}

// Export is the ranking as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	r, err := s.Rank(ctx)
	return func(yield func([]any) bool) {
		for _, row := range r.Rows {
			weak := ""
			if row.Bottleneck != "" {
				weak = say("display." + row.Bottleneck)
			}
			cells := []any{row.Code, row.Name, row.Shop, row.Day, nil, weak, row.By, row.Note}
			if row.Total != nil {
				cells[4] = kernel.Micro(*row.Total)
			}
			if !yield(cells) {
				return
			}
		}
	}, err
}

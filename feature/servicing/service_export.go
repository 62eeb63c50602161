package servicing

import (
	"context"
	"iter"
	"math"

	"erba/kernel"
	"erba/platform/export"
)

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"servicing.code", "servicing.account", "servicing.type", "servicing.index_before", "servicing.index_after",
	"servicing.cost_before", "servicing.cost_after", "servicing.gross_before", "servicing.gross_after", "servicing.service_change",
	"servicing.cost_change", "servicing.marginal"}

// everything is more accounts than anybody has.
const everything = 1 << 30

// Export is the list as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.From, w.Limit = 0, everything
	l, err := s.List(ctx, w)
	return func(yield func([]any) bool) {
		for i := range l.Rows {
			if !yield(l.Rows[i].cells(say)) {
				return
			}
		}
	}, err
}

func (r *Row) cells(say func(key string) string) []any {
	kind := "servicing.short_" + r.Type
	cells := []any{r.Code, r.Name, say(kind), rating(r.Before), rating(r.After)}
	for _, sum := range []*int64{r.Before.Cost, r.After.Cost, r.Before.Gross, r.After.Gross} {
		if cells = append(cells, nil); sum != nil {
			cells[len(cells)-1] = export.Amount(*sum)
		}
	}
	for _, n := range []*float64{r.Service, r.Compared.Cost, r.Marginal} {
		if cells = append(cells, nil); n != nil {
			cells[len(cells)-1] = kernel.Micro(int64(math.Round(*n*1e4)) * 100)
		}
	}
	return cells
}

func rating(q Quarter) any {
	if q.Version == 0 {
		return nil
	}
	return q.Value
}

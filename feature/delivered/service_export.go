package delivered

import (
	"context"
	"iter"
	"math"

	"erba/kernel"
	"erba/platform/export"
)

// Exported are the columns of an exported sheet, as text keys.
var Exported = []string{"delivered.side", "delivered.component", "delivered.amount", "delivered.evidence", "delivered.by", "delivered.on", "delivered.level", "delivered.share"}

// Export is a sheet as rows under Exported, in words that say() says: each side with
// its components, then what it amounts to.
func (s *Service) Export(ctx context.Context, id kernel.ID, say func(key string) string) (iter.Seq[[]any], error) {
	o, err := s.Find(ctx, id)
	return func(yield func([]any) bool) {
		for i := range o.Sides {
			for _, cells := range o.cells(i, say) {
				if !yield(cells) {
					return
				}
			}
		}
	}, err
}

func (o *Offer) cells(at int, say func(key string) string) (all [][]any) {
	side := &o.Sides[at]
	name := side.Name
	if at == 0 {
		name = say("delivered.ours")
	}
	for c, v := range side.Values {
		cells := []any{name, say("delivered." + v.Component), nil, v.Evidence, v.By, nil, nil, nil}
		if v.Version > 0 {
			cells[2], cells[5] = export.Amount(v.Amount), v.On
		}
		if step := o.Standing.Steps[c]; at == 0 && step.To != nil {
			cells[6] = export.Amount(*step.To)
			if step.Share != nil {
				cells[7] = kernel.Micro(int64(math.Round(*step.Share*1e4)) * 100)
			}
		}
		all = append(all, cells)
	}
	for _, sum := range []struct {
		key    string
		amount *int64
	}{{"value", side.Sum.Value}, {"cost", side.Sum.Cost}, {"delivered", side.Sum.Delivered}} {
		cells := []any{name, say("delivered." + sum.key), nil, nil, nil, nil, nil, nil}
		if sum.amount != nil {
			cells[2] = export.Amount(*sum.amount)
		}
		all = append(all, cells)
	}
	return all
}

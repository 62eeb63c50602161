package strategy

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Exported are the columns of the exported log, as text keys.
var Exported = []string{"strategy.deal_code", "strategy.deal", "strategy.state", "strategy.chosen", "strategy.advised", "strategy.reason", "strategy.ratio",
	"strategy.gate", "strategy.by", "strategy.on"}

// Export are the choices that count as rows under Exported.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	var rows [][]any
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		return log(tx, func(l logged) error {
			state, chosen, advised := "strategy.state_"+l.State, "strategy.way_"+string(l.Strategy), "strategy.way_"+string(l.Advised)
			rows = append(rows, []any{l.Code, l.Name, say(state), say(chosen), say(advised), l.Reason, decimal(l.Ratio), whole64(l.Gate), l.By, l.On})
			return nil
		})
	})
	return func(yield func([]any) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}, err
}

func decimal(hundredths *int64) any {
	if hundredths == nil {
		return nil
	}
	return kernel.Micro(*hundredths * 10_000)
}

func whole64(n *int64) any {
	if n == nil {
		return nil
	}
	return *n
}

// Population is how many choices there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
}

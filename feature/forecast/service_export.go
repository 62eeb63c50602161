package forecast

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
)

// Header are the columns of an exported forecast, as text keys.
var Header = []string{"forecast.code", "forecast.deal", "forecast.leader", "forecast.process", "forecast.stage", "forecast.percent", "forecast.category",
	"forecast.amount", "forecast.weighted", "forecast.expected", "forecast.slips", "forecast.change"}

// Export is the deals of a period as rows under Header; say is how words are said.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.whole(ctx, w)
	if err != nil {
		return nil, err
	}
	rows := func(yield func([]any) bool) {
		for i := range b.Deals {
			if !yield(b.Deals[i].cells(say)) {
				return
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "forecast.exported", "opportunity", kernel.ID{}, map[string]any{"deals": len(b.Deals), "period": b.Period.Key})
	})
}

func (l *Line) cells(say func(key string) string) []any {
	word := func(prefix, word string) any {
		if word == "" {
			return nil
		}
		return say(prefix + word)
	}
	return []any{l.Code, l.Name, l.Who, l.Process, l.Stage, l.Percent, word("forecast.category_", l.Category), export.Amount(l.Amount),
		export.Amount(kernel.Percent(l.Amount, l.Percent)), l.Expected, l.Slips, word("forecast.change_", l.Change)}
}

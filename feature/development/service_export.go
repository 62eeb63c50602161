package development

import (
	"context"
	"iter"
	"math"

	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/square"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Header are the columns of an exported list.
var Header = []string{"development.account_code", "development.account_name", "development.tier", "development.stage", "development.since",
	"development.trend", "development.interrupted", "development.target", "involvement.product", "involvement.involvement", "development.cell",
	"supplier.index", "development.class", "square.relationship_x", "square.relationship_y", "square.relationship_square", "square.views_y"}

// Export is the whole list as rows under Header; say is how words are said.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	v, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	all := v.rows(w)
	rows := func(yield func([]any) bool) {
		for _, row := range all {
			if r := v.row(row); !yield(r.cells(say)) {
				return
			}
		}
	}
	return rows, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "development.exported", "development", kernel.ID{}, map[string]any{"accounts": len(all)})
	})
}

func (r *Row) cells(say func(key string) string) []any {
	cells := []any{r.Code, r.Name, r.Tier, say(stages.Key(r.Stage)), day(r.Since), say(r.Trend.key()), say(answer(r.Interrupted)),
		say(stages.Key(r.Target)), mean(r.Product), mean(r.Involvement), nil, mean(r.Index), nil, nil, nil, nil, nil}
	if r.Cell > 0 {
		cells[10] = say(involvement.Key(r.Cell))
	}
	if r.Class != "" {
		cells[12] = say(r.Class.Key())
	}
	if p := r.Relation; p != nil {
		cells[13], cells[14], cells[15] = int64(p.X), int64(p.Y), int64(square.Point{X: p.X, Y: p.Y}.Cell())
	}
	if r.Views != nil {
		cells[16] = int64(r.Views.Y)
	}
	return cells
}

func day(d kernel.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

func mean(v *float64) any {
	if v == nil {
		return nil
	}
	return kernel.Micro(int64(math.Round(*v * million)))
}

func answer(yes bool) string {
	if yes {
		return "ui.yes"
	}
	return "ui.no"
}

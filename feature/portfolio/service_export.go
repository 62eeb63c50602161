package portfolio

import (
	"iter"
	"strings"

	"erba/platform/export"
)

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"portfolio.code", "portfolio.name", "portfolio.region", "portfolio.industry", "portfolio.rank",
	"portfolio.amount", "portfolio.orders", "portfolio.last_order", "portfolio.model_abc", "portfolio.model_rfm",
	"portfolio.model_grid", "portfolio.model_quadrant", "portfolio.model_pyramid", "portfolio.demand", "portfolio.rules"}

// export is the accounts behind a mark as rows of a spreadsheet, the largest first.
func (v *View) export(model, mark string) (iter.Seq[[]any], error) {
	behind, err := v.behind(model, mark)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, row := range v.order(byValueDown).rows {
			if v.mask.Has(row) && behind(row) && !yield(v.member(row).cells()) {
				return
			}
		}
	}, nil
}

// cells are a member as a row under Exported.
func (m Member) cells() []any {
	tier := m.Tier
	if m.Provisional {
		tier += provisionalSign
	}
	var demand any
	if m.Demand != nil {
		demand = export.Amount(*m.Demand)
	}
	return []any{m.Code, m.Name, m.Region, m.Industry, m.Rank, export.Amount(m.Amount), int64(m.Orders), m.LastOrder, m.ABC, m.RFM,
		m.Grid, m.Type, tier, demand, strings.Join(m.Rules, " ")}
}

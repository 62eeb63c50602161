package kpi

import (
	"context"
	"iter"
	"math"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/export"
)

// Exported are the columns of the exported dashboard, as text keys.
var Exported = []string{"kpi.indicator", "kpi.value", "kpi.unit", "kpi.target", "kpi.light", "kpi.owner", "kpi.year_ago", "kpi.from", "kpi.until", "kpi.definition"}

// Export is the dashboard as rows under Exported, in words that say() says in the
// reader's language.
func (s *Service) Export(ctx context.Context, n Narrow, say func(key string) string) (iter.Seq[[]any], error) {
	d, err := s.Dashboard(ctx, n)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	return func(yield func([]any) bool) {
		for _, i := range d.Indicators {
			if !yield([]any{say(key("name", i.Name)), cell(i.Unit, i.Value), say(key("unit", string(i.Unit))), cell(i.Unit, i.Target), say(key("light", string(i.Light))),
				names[i.Owner], cell(i.Unit, i.Trend[0].Value), d.From, d.Until, say(key("rule", i.Name))}) {
				return
			}
		}
	}, err
}

// key is the text key of a word of some kind.
func key(kind, word string) string { return "kpi." + kind + "_" + word }

// cell is a figure as a sheet holds it; what is not known is empty.
func cell(unit why.Unit, n null.Number) any {
	switch {
	case !n.Known():
		return nil
	case unit == why.Amount:
		return export.Amount(math.Round(float64(n)))
	}
	return kernel.Micro(int64(math.Round(float64(n) * millionths)))
}

// ExportedAccounts are the columns of the accounts behind a figure, as text keys.
var ExportedAccounts = []string{"kpi.code", "kpi.account", "kpi.tier", "kpi.owner", "kpi.sales", "kpi.orders", "kpi.figure"}

const everything = 1 << 30 // more accounts than there are

// ExportAccounts are all accounts behind a figure, as rows under ExportedAccounts.
func (s *Service) ExportAccounts(ctx context.Context, name string, n Narrow, say func(key string) string) (iter.Seq[[]any], error) {
	a, err := s.Accounts(ctx, name, n, 0, everything)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	unit := figured(name)
	return func(yield func([]any) bool) {
		for _, r := range a.Rows {
			tier := ""
			if r.Tier != "" {
				tier = say(key("tier", r.Tier))
			}
			if !yield([]any{r.Code, r.Name, tier, names[r.Owner], export.Amount(r.Sales), r.Orders, cell(unit, r.Value)}) {
				return
			}
		}
	}, err
}

// figured is the unit of the figure that puts an account behind an indicator.
func figured(name string) why.Unit {
	if name == Loyalty {
		return why.Share
	}
	return why.Amount
}

// names are those of everybody who works here or did.
func (s *Service) names(ctx context.Context) (map[kernel.ID]string, error) {
	all, err := s.users.Users(ctx)
	names := map[kernel.ID]string{}
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

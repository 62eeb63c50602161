package worth

import (
	"context"
	"iter"
	"math"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts worth on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/costs", "worth:read", s.getCosts)
	web.Download(r, "/worth/steps/export", "worth:export", s.exportSteps)
	web.Download(r, "/worth/contribution/export", "worth:export", s.exportContributions)
	web.Download(r, "/worth/effort/export", "worth:export", s.exportEfforts)
}

type getCosts struct {
	Account kernel.ID `path:"account" row:"account"`
	After   string    `query:"after" maxLength:"40" doc:"The field next of the page before"`
	Limit   int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getCosts(ctx context.Context, in *getCosts) (ledger.CostRows, error) {
	return s.Costs(ctx, in.Account, in.After, in.Limit)
}

type exportSteps struct {
	Account kernel.ID   `query:"account" row:"account" doc:"Whose steps"`
	AsOf    kernel.Date `query:"as_of"`
	Format  string      `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportSteps(ctx context.Context, in *exportSteps) (export.Table, error) {
	steps, err := s.Steps(ctx, in.Account, portfolio.Ask{AsOf: in.AsOf})
	if err != nil {
		return export.Table{}, err
	}
	return s.table(ctx, "contribution", in.Format, Steps, func(yield func([]any) bool) {
		for _, p := range steps {
			var hours any
			if p.Hours != nil {
				hours = kernel.Micro(*p.Hours)
			}
			if !yield([]any{text.Say(ctx, "worth.part_"+p.Name, nil), hours, sum(p.Amount)}) {
				return
			}
		}
	}), nil
}

func (s *Service) table(ctx context.Context, name, format string, header []string, rows iter.Seq[[]any]) export.Table {
	t := web.Table(ctx, name, format, header, rows)
	t.Population = s.accounts.Population
	return t
}

type exportList struct {
	portfolio.Window
	portfolio.Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportContributions(ctx context.Context, in *exportList) (export.Table, error) {
	rows, err := s.Contributions(ctx, in.Ask(), in.Filter())
	if err != nil {
		return export.Table{}, err
	}
	return s.table(ctx, "contributions", in.Format, Contributions, rows), nil
}

func (s *Service) exportEfforts(ctx context.Context, in *exportList) (export.Table, error) {
	all, err := s.Efforts(ctx, in.Ask(), in.Filter())
	if err != nil {
		return export.Table{}, err
	}
	return s.table(ctx, "effort", in.Format, Efforts, func(yield func([]any) bool) {
		for one := range all {
			if !yield(effortRow(ctx, one)) {
				return
			}
		}
	}), nil
}

// effortRow is an account as a row under Efforts.
func effortRow(ctx context.Context, e portfolio.EffortSpot) []any {
	var returned any
	if e.ROI != nil {
		returned = places(*e.ROI)
	}
	target := ""
	if e.Target {
		target = text.Say(ctx, "worth.yes", nil)
	}
	return []any{e.Code, e.Name, export.Amount(e.Sales), sum(e.Gross), export.Amount(e.Spent), places(e.Output), places(e.Input), returned,
		text.Say(ctx, "effort."+e.Quadrant, nil), target}
}

// places is a figure with two places.
func places(v float64) kernel.Decimal { return kernel.Micro(int64(math.Round(v*100)) * 10_000) }

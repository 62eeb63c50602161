package coverage

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

type exportPeople struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportPeople(ctx context.Context, in *exportPeople) (export.Table, error) {
	rows, err := s.PeopleRows(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "coverage", in.Format, PeopleSheet, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type exportFits struct {
	Fit    string `query:"fit"    enum:"over,under,unknown,enough" default:"over"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportFits(ctx context.Context, in *exportFits) (export.Table, error) {
	rows, err := s.FitRows(ctx, in.Fit, saying(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "service", in.Format, FitSheet, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type exportShares struct {
	ID     kernel.ID `path:"id"`
	Format string    `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportShares(ctx context.Context, in *exportShares) (export.Table, error) {
	rows, err := s.ShareRows(ctx, in.ID, saying(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "resources", in.Format, ShareSheet, rows)
	t.Population = s.accounts.Population
	return t, nil
}

func saying(ctx context.Context) func(key string) string {
	return func(key string) string { return text.Say(ctx, key, nil) }
}

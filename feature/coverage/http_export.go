package coverage

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

type exportAccounts struct {
	Fit    string `query:"fit"    enum:"over,under,unknown,enough" doc:"Empty: all accounts"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportAccounts(ctx context.Context, in *exportAccounts) (export.Table, error) {
	rows, err := s.Rows(ctx, in.Fit, saying(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "coverage", in.Format, Sheeted, rows)
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

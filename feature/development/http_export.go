package development

import (
	"context"

	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "development", in.Format, Header, rows)
	t.Population = s.accounts.Population
	return t, nil
}

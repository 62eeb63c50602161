package visit

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is how big a file with visits may be.
const largest = 8 << 20

type getExport struct {
	Account kernel.ID   `query:"account" doc:"Empty: all in sight"`
	State   string      `query:"state"   enum:"planned,booked,executed,evaluated,closed,cancelled" doc:"Empty: all"`
	From    kernel.Date `query:"from"`
	Until   kernel.Date `query:"until"`
	Format  string      `query:"format"  enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, Which{Account: in.Account, State: in.State, From: in.From, Until: in.Until})
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "visits", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type postImport struct {
	Try bool `query:"try" doc:"Only says what would be taken"`
}

func (s *Service) postImport(ctx context.Context, in *postImport, body io.Reader) (Imported, error) {
	return s.Import(ctx, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}

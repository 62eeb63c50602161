package relation

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largestSheet is how many bytes of a list are taken.
const largestSheet = 8 << 20

// sheets are the routes by which maps come and go as files.
func (s *Service) sheets(r *web.Router) {
	web.Download(r, "/accounts/{account}/relations/export", taking, s.exportMap)
	web.Upload(r, "/accounts/{account}/relations/import", "relation:write", largestSheet, s.postSheet)
}

type exportMapOf struct {
	Account kernel.ID `path:"account"`
	List    string    `query:"list"   enum:"people,judgements,lines" default:"people"`
	Format  string    `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportMap(ctx context.Context, in *exportMapOf) (export.Table, error) {
	rows, err := s.Rows(ctx, in.Account, in.List, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "relations-"+in.List, in.Format, sheets[in.List], rows)
	t.Population = s.Population
	return t, nil
}

type postSheetOf struct {
	Account kernel.ID `path:"account"`
	List    string    `query:"list" enum:"people,judgements,lines" default:"people"`
	Try     bool      `query:"try"  doc:"Only say what would become of it"`
}

func (s *Service) postSheet(ctx context.Context, in *postSheetOf, body io.Reader) (ImportedFile, error) {
	return s.Import(ctx, in.Account, in.List, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}

package forecast

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts forecasts on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/forecast", "forecast:read", s.getBoard)
	web.Download(r, "/forecast/export", "forecast:export", s.getExport)
}

// Narrowing is the part of the query that says which forecast.
type Narrowing struct {
	Period string    `query:"period" maxLength:"7" doc:"2026, 2026-Q2 or 2026-06; empty: this quarter"`
	Owner  kernel.ID `query:"owner"  doc:"Who leads the deals, or has a part of them; empty: everybody"`
}

func (n Narrowing) which() Which { return Which(n) }

type getBoard struct{ Narrowing }

func (s *Service) getBoard(ctx context.Context, in *getBoard) (Board, error) {
	return s.Board(ctx, in.which())
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "forecast", in.Format, Header, rows)
	t.Population = s.deals.Population
	return t, nil
}

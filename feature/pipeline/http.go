package pipeline

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts boards on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/pipeline/board", "pipeline:read", s.getBoard)
	web.Get(r, "/pipeline/column", "pipeline:read", s.getColumn)
	web.Get(r, "/pipeline/timeline", "pipeline:read", s.getTimeline)
	web.Get(r, "/pipeline/funnel", "pipeline:read", s.getFunnel)
	web.Get(r, "/pipeline/levels", "pipeline:read", s.getLevels)
	web.Get(r, "/pipeline/tomorrow", "pipeline:read", s.getTomorrow)
	web.Download(r, "/pipeline/export", "pipeline:export", s.getExport)
}

type asked struct{ Which }

func (s *Service) getBoard(ctx context.Context, in *asked) (Board, error) {
	return s.Board(ctx, in.Which)
}

type getColumn struct {
	Which
	Stage string `query:"stage" required:"true" maxLength:"20"`
	Skip  int    `query:"skip"  minimum:"0" maximum:"100000" doc:"Cards that are shown already"`
}

func (s *Service) getColumn(ctx context.Context, in *getColumn) ([]Card, error) {
	return s.Rest(ctx, in.Which, in.Stage, in.Skip)
}

func (s *Service) getTimeline(ctx context.Context, in *asked) (Timeline, error) {
	return s.Timeline(ctx, in.Which)
}

func (s *Service) getFunnel(ctx context.Context, in *asked) (Funnel, error) {
	return s.Funnel(ctx, in.Which)
}

func (s *Service) getLevels(ctx context.Context, in *asked) (Levels, error) {
	return s.Levels(ctx, in.Which)
}

type getTomorrow struct {
	Owner kernel.ID `query:"owner" doc:"Whose; empty: the viewer's"`
}

func (s *Service) getTomorrow(ctx context.Context, in *getTomorrow) (Tomorrow, error) {
	return s.Tomorrow(ctx, in.Owner)
}

type getExport struct {
	Which
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.Which, text.Language(ctx))
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "pipeline", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

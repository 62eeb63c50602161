package portfolio

import (
	"context"
	"io"

	"erba/platform/export"
	"erba/platform/web"
)

// largestSheet is how big a filled-in list may be.
const largestSheet = 8 << 20

// gapRoutes puts what is to be asked on the REST API.
func (s *Service) gapRoutes(r *web.Router) {
	web.Get(r, "/portfolio/gaps", "portfolio:read", s.getGaps)
	web.Download(r, "/portfolio/gaps/export", "portfolio:export", s.getAsking)
	web.Upload(r, "/portfolio/estimates", "portfolio:estimate", largestSheet, s.postEstimates)
}

type getGaps struct {
	Narrowing
	Kind  string `query:"kind"  enum:"demand,potential,influence" doc:"Empty: all three"`
	After int    `query:"after" minimum:"0" doc:"The field next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getGaps(ctx context.Context, in *getGaps) (Gaps, error) {
	return s.Gaps(ctx, in.filter(), in.Kind, in.After, in.Limit)
}

type getAsking struct {
	Narrowing
	Kind   string `query:"kind"   enum:"demand,potential,influence" doc:"Empty: all three"`
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getAsking(ctx context.Context, in *getAsking) (export.Table, error) {
	rows, err := s.Asking(ctx, in.filter(), in.Kind)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "portfolio-estimates", in.Format, Sheet, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type postEstimates struct{}

func (s *Service) postEstimates(ctx context.Context, _ *postEstimates, body io.Reader) (Filled, error) {
	return s.Fill(ctx, body)
}

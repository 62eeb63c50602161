package portfolio

import (
	"context"

	"erba/platform/web"
)

// scoreRoutes are those of the scorecards.
func (s *Service) scoreRoutes(r *web.Router) {
	web.Get(r, "/portfolio/worth", "portfolio:read", s.getWorth)
	web.Get(r, "/portfolio/single", "portfolio:read", s.getSingle)
	web.Get(r, "/portfolio/matrix", "portfolio:read", s.getMatrix)
	web.Get(r, "/portfolio/agreement", "portfolio:read", s.getAgreement)
	web.Get(r, "/portfolio/mistakes", "portfolio:read", s.getMistakes)
}

func (s *Service) getWorth(ctx context.Context, in *getPortfolio) (Scorecard, error) {
	return s.Scorecard(ctx, in.ask(), in.filter())
}

func (s *Service) getSingle(ctx context.Context, in *getPortfolio) (Single, error) {
	return s.Single(ctx, in.ask(), in.filter())
}

func (s *Service) getMatrix(ctx context.Context, in *getPortfolio) (Matrix, error) {
	return s.Matrix(ctx, in.ask(), in.filter())
}

func (s *Service) getAgreement(ctx context.Context, in *getPortfolio) (Agreement, error) {
	return s.Agreement(ctx, in.ask(), in.filter())
}

func (s *Service) getMistakes(ctx context.Context, in *getPortfolio) (Mistakes, error) {
	return s.Mistakes(ctx, in.ask(), in.filter())
}

package portfolio

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// effortRoutes are those of what is put into accounts: only for who is told margins.
func (s *Service) effortRoutes(r *web.Router) {
	web.Get(r, "/portfolio/effort", margins, s.getEffort)
	web.Get(r, "/portfolio/contribution", margins, s.getContribution)
	web.Get(r, "/accounts/{account}/contribution", margins, s.getBalance)
}

func (s *Service) getEffort(ctx context.Context, in *getPortfolio) (Efforts, error) {
	return s.Efforts(ctx, in.ask(), in.filter())
}

func (s *Service) getContribution(ctx context.Context, in *getPortfolio) (Contribution, error) {
	return s.Contribution(ctx, in.ask(), in.filter())
}

type getBalance struct {
	Account kernel.ID   `path:"account" row:"account"`
	AsOf    kernel.Date `query:"as_of" doc:"Empty: the last day of the ledger, at most today"`
}

func (s *Service) getBalance(ctx context.Context, in *getBalance) (Balance, error) {
	return s.Balance(ctx, in.Account, Ask{AsOf: in.AsOf})
}

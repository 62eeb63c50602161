package exporting

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts the asking for exports on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Post(r, "/export-permits", "exporting:ask", web.Fresh(s.postAsk))
	web.Get(r, "/export-permits", "exporting:ask", s.getPermits)
}

type postAsk struct {
	Body struct {
		Address string `json:"address" maxLength:"2000" doc:"Of the list, such as /api/accounts/export?region=north"`
		Reason  string `json:"reason" minLength:"5" maxLength:"1000" doc:"Which the second person reads"`
	}
}

// Asked is the proposal that a second person decides.
type Asked struct {
	ID kernel.ID `json:"id"`
}

func (s *Service) postAsk(ctx context.Context, in *postAsk) (Asked, error) {
	p, err := s.Ask(ctx, in.Body.Address, in.Body.Reason)
	return Asked{p.ID}, err
}

// Open is a list that can be fetched once.
type Open struct {
	ID      kernel.ID `json:"id"      doc:"Of the proposal"`
	Address string    `json:"address" doc:"Where the list is fetched"`
	Until   int64     `json:"until"   doc:"Microseconds since 1970, UTC"`
}

func (s *Service) getPermits(ctx context.Context, _ *struct{}) ([]Open, error) {
	found, err := s.Permits(ctx)
	all := make([]Open, len(found))
	for i, p := range found {
		all[i] = Open{p.ID, p.Request().Address(), p.Until}
	}
	return all, err
}

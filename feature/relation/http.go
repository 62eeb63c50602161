package relation

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts relationship maps on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/relations", "relation:read", s.getMap)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getMap(ctx context.Context, in *ofAccount) (Map, error) {
	return s.Map(ctx, in.Account)
}

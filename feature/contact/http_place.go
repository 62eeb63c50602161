package contact

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// places are the routes about where people stand, leave to and come from.
func (s *Service) places(r *web.Router) {
	web.Put(r, "/contacts/{id}/leave", "contact:write", s.putLeave)
	web.Post(r, "/contacts/{id}/move", "contact:write", s.postMove)
	web.Get(r, "/contacts/{id}/career", "contact:read", s.getCareer)
}

type putLeave struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		On kernel.Date `json:"on,omitzero" doc:"Since when he is not there any more; left out: he is there again"`
	}
}

func (s *Service) putLeave(ctx context.Context, in *putLeave) (Card, error) {
	version, err := in.Replaces()
	if err != nil {
		return Card{}, err
	}
	return s.Leave(ctx, Contact{ID: in.ID, Version: version}, in.Body.On)
}

type postMoveOf struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Transfer
}

func (s *Service) postMove(ctx context.Context, in *postMoveOf) (Card, error) {
	version, err := in.Replaces()
	if err != nil {
		return Card{}, err
	}
	return s.Transfer(ctx, Contact{ID: in.ID, Version: version}, in.Body)
}

func (s *Service) getCareer(ctx context.Context, in *byID) ([]Job, error) {
	return s.Career(ctx, in.ID)
}

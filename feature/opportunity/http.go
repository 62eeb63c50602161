package opportunity

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts deals on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Post(r, "/opportunities/{opportunity}/move", "opportunity:write", s.postMove)
}

// At names a deal at the version that was read.
type At struct {
	ID kernel.ID `path:"opportunity"`
	web.Match
}

type postMove struct {
	At
	Body struct {
		Stage  string `json:"stage"            maxLength:"20"`
		Reason string `json:"reason,omitempty" maxLength:"1000" doc:"Needed to leave steps out, and to go back"`
	}
}

func (s *Service) postMove(ctx context.Context, in *postMove) (Deal, error) {
	version, err := in.Replaces()
	if err != nil {
		return Deal{}, err
	}
	return s.Advance(ctx, in.ID, version, in.Body.Stage, in.Body.Reason)
}

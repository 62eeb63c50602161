package plan

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts plans on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/plans", "plan:read", s.getPlans)
	web.Post(r, "/plans", "plan:direct", s.postPlan)
	web.Put(r, "/plans/{id}", "plan:direct", s.putPlan)
	web.Post(r, "/plans/{id}/end", "plan:direct", s.postEnd)
}

func (s *Service) getPlans(ctx context.Context, _ *struct{}) ([]Plan, error) { return s.Plans(ctx) }

// said is what its author says of a plan.
type said struct {
	Name  string      `json:"name"  minLength:"2" maxLength:"60"`
	From  kernel.Date `json:"from"`
	Until kernel.Date `json:"until" doc:"The last day"`
}

type postPlan struct{ Body said }

func (s *Service) postPlan(ctx context.Context, in *postPlan) (Plan, error) {
	b := in.Body
	return s.Begin(ctx, Plan{Name: b.Name, From: b.From, Until: b.Until})
}

type putPlan struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body said
}

func (s *Service) putPlan(ctx context.Context, in *putPlan) (Plan, error) {
	version, err := in.Replaces()
	if err != nil {
		return Plan{}, err
	}
	b := in.Body
	return s.Change(ctx, Plan{ID: in.ID, Version: version, Name: b.Name, From: b.From, Until: b.Until})
}

type postEnd struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) postEnd(ctx context.Context, in *postEnd) (Plan, error) {
	version, err := in.Replaces()
	if err != nil {
		return Plan{}, err
	}
	return s.End(ctx, in.ID, version)
}

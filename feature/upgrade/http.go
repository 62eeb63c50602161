package upgrade

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts plans on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/upgrades", "upgrade:read", s.getPlans)
	web.Get(r, "/accounts/{account}/upgrade", "upgrade:read", s.getSheet)
	web.Post(r, "/accounts/{account}/upgrade", "upgrade:write", s.postPlan)
	web.Put(r, "/upgrades/{id}", "upgrade:write", s.putPlan)
	web.Post(r, "/upgrades/{id}/drop", "upgrade:write", s.postDrop)
}

type getPlans struct {
	State string    `query:"state" enum:"open,reached,dropped" doc:"Empty: all"`
	Mine  bool      `query:"mine"  doc:"Only those that the viewer sees to"`
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getPlans(ctx context.Context, in *getPlans) (Plans, error) {
	w := Which{State: in.State, After: in.After, Limit: in.Limit}
	if in.Mine {
		w.Owner = user(ctx)
	}
	return s.List(ctx, w)
}

type getSheet struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *getSheet) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

// asked is what its author says of a plan.
type asked struct {
	Owner kernel.ID   `json:"owner"`
	Due   kernel.Date `json:"due"`
	Steps []Step      `json:"steps" maxItems:"20"`
}

type postPlan struct {
	Account kernel.ID `path:"account"`
	Body    asked
}

func (s *Service) postPlan(ctx context.Context, in *postPlan) (Plan, error) {
	b := in.Body
	return s.Plan(ctx, Plan{Account: in.Account, Owner: b.Owner, Due: b.Due, Steps: b.Steps})
}

type putPlan struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body asked
}

func (s *Service) putPlan(ctx context.Context, in *putPlan) (Plan, error) {
	version, err := in.Replaces()
	if err != nil {
		return Plan{}, err
	}
	b := in.Body
	return s.Change(ctx, Plan{ID: in.ID, Version: version, Owner: b.Owner, Due: b.Due, Steps: b.Steps})
}

type postDrop struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Reason string `json:"reason" minLength:"2" maxLength:"300"`
	}
}

func (s *Service) postDrop(ctx context.Context, in *postDrop) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version, in.Body.Reason)
}

package coverage

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// budgets puts budgets on the REST API.
func (s *Service) budgets(r *web.Router) {
	web.Get(r, "/coverage/budgets", "coverage:budget", s.getPlans)
	web.Post(r, "/coverage/budgets", "coverage:plan", s.postPlan)
	web.Get(r, "/coverage/budgets/{id}", "coverage:budget", s.getSpread)
	web.Delete(r, "/coverage/budgets/{id}", "coverage:plan", s.deletePlan)
	web.Put(r, "/coverage/budgets/{id}/shares/{account}", "coverage:plan", s.putShare)
	web.Download(r, "/coverage/budgets/{id}/export", "coverage:export", s.exportShares)
}

func (s *Service) getPlans(ctx context.Context, _ *struct{}) (Plans, error) { return s.Plans(ctx) }

type postBudget struct {
	Body struct {
		Name   string      `json:"name"  minLength:"1" maxLength:"60"`
		Unit   string      `json:"unit"  enum:"money,hours"`
		From   kernel.Date `json:"from"  doc:"The first month, by any of its days"`
		Until  kernel.Date `json:"until" doc:"The last month, by any of its days"`
		Budget int64       `json:"budget" minimum:"1" maximum:"100000000000000" doc:"In hundredths"`
		Least  int64       `json:"least,omitempty" minimum:"0" maximum:"100000000000000" doc:"That every account gets, in hundredths"`
	}
}

func (s *Service) postPlan(ctx context.Context, in *postBudget) (Plan, error) {
	b := in.Body
	return s.Plan(ctx, Plan{Name: b.Name, Unit: b.Unit, From: b.From, Until: b.Until, Budget: b.Budget, Least: b.Least})
}

type getSpread struct {
	ID    kernel.ID `path:"id"`
	From  int       `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getSpread(ctx context.Context, in *getSpread) (Spread, error) {
	return s.Spread(ctx, in.ID, in.From, in.Limit)
}

func (s *Service) deletePlan(ctx context.Context, in *changing) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Discard(ctx, in.ID, version)
}

type putBudgetShare struct {
	ID      kernel.ID `path:"id"`
	Account kernel.ID `path:"account"`
	web.Match
	Body struct {
		Planned int64 `json:"planned" minimum:"0" maximum:"100000000000000" doc:"In hundredths"`
	}
}

func (s *Service) putShare(ctx context.Context, in *putBudgetShare) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Give(ctx, in.ID, version, in.Account, in.Body.Planned)
}

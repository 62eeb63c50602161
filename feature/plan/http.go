package plan

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts plans on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/plans", "plan:read", s.getPlans)
	web.Post(r, "/plans", "plan:direct", s.postPlan)
	web.Put(r, "/plans/{id}", "plan:direct", s.putPlan)
	web.Post(r, "/plans/{id}/end", "plan:direct", s.postEnd)
	web.Get(r, "/plans/{id}/progress", "plan:read", s.getProgress)
	web.Get(r, "/plans/{id}/page", "plan:read", s.getPage)
	web.Get(r, "/plans/{id}/blockers", "plan:read", s.getBlockers)
	web.Download(r, "/plans/{id}/blockers/export", "plan:export", s.exportBlockers)
	web.Post(r, "/plans/{id}/confirm", "plan:confirm", s.postConfirm)
	s.actionRoutes(r)
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

type ofPlan struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getProgress(ctx context.Context, in *ofPlan) (Progress, error) {
	return s.Progress(ctx, in.ID)
}

func (s *Service) getPage(ctx context.Context, in *ofPlan) (Page, error) { return s.Page(ctx, in.ID) }

type ofStep struct {
	ID   kernel.ID `path:"id"`
	Step int       `query:"step" minimum:"1" maximum:"8" default:"1"`
}

func (s *Service) getBlockers(ctx context.Context, in *ofStep) (Blockers, error) {
	return s.Blockers(ctx, in.ID, in.Step, mostBlockers)
}

type exportBlockers struct {
	ID     kernel.ID `path:"id"`
	Step   int       `query:"step" minimum:"1" maximum:"8" default:"1"`
	Format string    `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportBlockers(ctx context.Context, in *exportBlockers) (export.Table, error) {
	rows, err := s.ExportBlockers(ctx, in.ID, in.Step, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "plan", in.Format, Blocked, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type postConfirm struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		Step     int         `json:"step"     minimum:"0" maximum:"8" doc:"0: all steps"`
		Accounts []kernel.ID `json:"accounts" minItems:"1" maxItems:"200"`
	}
}

func (s *Service) postConfirm(ctx context.Context, in *postConfirm) (struct{}, error) {
	return struct{}{}, s.Confirm(ctx, in.ID, in.Body.Step, in.Body.Accounts)
}

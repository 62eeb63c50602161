package application

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts analyses of customers on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/analysis", "application:read", s.getAnalysis)
	web.Put(r, "/accounts/{account}/analysis", writing, s.putSheet)
	web.Post(r, "/accounts/{account}/projects", writing, s.postProject)
	web.Download(r, "/projects/export", "application:export", s.getExport)
	web.Put(r, "/projects/{project}", writing, s.putProject)
	web.Delete(r, "/projects/{project}", writing, s.deleteProject)
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getAnalysis(ctx context.Context, in *ofAccount) (Analysis, error) {
	return s.Analysis(ctx, in.Account)
}

// CustomerSheet is what somebody knows of a customer.
type CustomerSheet struct {
	Industry  string `json:"industry"  maxLength:"1000"`
	Level     string `json:"level"     maxLength:"1000"`
	Uses      string `json:"uses"      maxLength:"1000"`
	Strengths string `json:"strengths" maxLength:"1000"`
	Weakness  string `json:"weakness"  maxLength:"1000"`
	Chances   string `json:"chances"   maxLength:"1000"`
	Threats   string `json:"threats"   maxLength:"1000"`
	Expected  *int64 `json:"expected_minor,omitempty" minimum:"0" maximum:"1000000000000000"`
	Reason    string `json:"reason"    maxLength:"500"`
}

type putSheet struct {
	Account kernel.ID `path:"account"`
	web.Match
	Body CustomerSheet
}

func (s *Service) putSheet(ctx context.Context, in *putSheet) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	b := in.Body
	return s.Know(ctx, Sheet{Account: in.Account, Industry: b.Industry, Level: b.Level, Uses: b.Uses, Strengths: b.Strengths, Weakness: b.Weakness,
		Chances: b.Chances, Threats: b.Threats, Expected: b.Expected, Reason: b.Reason, Version: version})
}

// CustomerProject is what somebody says of a project of a customer.
type CustomerProject struct {
	Name     string      `json:"name"     maxLength:"120"`
	Budget   *int64      `json:"budget_minor,omitempty" minimum:"0" maximum:"1000000000000000"`
	Funding  string      `json:"funding"  enum:"treasury,own,loan,special,unsecured"`
	Purchase string      `json:"purchase" enum:"tender,project,single"`
	On       kernel.Date `json:"on,omitzero"`
	Chance   *int64      `json:"chance,omitempty" minimum:"0" maximum:"100"`
}

func (p CustomerProject) project() Project {
	return Project{Name: p.Name, Budget: p.Budget, Funding: p.Funding, Purchase: p.Purchase, On: p.On, Chance: p.Chance}
}

type postProject struct {
	Account kernel.ID `path:"account"`
	Body    CustomerProject
}

func (s *Service) postProject(ctx context.Context, in *postProject) (Project, error) {
	p := in.Body.project()
	p.Account = in.Account
	return s.Plan(ctx, p)
}

type putProject struct {
	ID kernel.ID `path:"project"`
	web.Match
	Body CustomerProject
}

func (s *Service) putProject(ctx context.Context, in *putProject) (Project, error) {
	version, err := in.Replaces()
	if err != nil {
		return Project{}, err
	}
	p := in.Body.project()
	p.ID, p.Version = in.ID, version
	return s.Plan(ctx, p)
}

type deleteProject struct {
	ID kernel.ID `path:"project"`
	web.Match
}

func (s *Service) deleteProject(ctx context.Context, in *deleteProject) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "projects", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

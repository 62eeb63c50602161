package kpi

import (
	"context"

	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts indicators on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/indicators", "indicator:read", s.getDashboard)
	web.Download(r, "/indicators/export", "indicator:export", s.exportDashboard)
	web.Get(r, "/indicators/inputs", "indicator:input", s.getInputs)
	web.Post(r, "/indicators/inputs", "indicator:input", s.postInputs)
	web.Post(r, "/indicators/inputs/{id}/back", "indicator:input", s.postInputBack)
	web.Get(r, "/indicators/detail", "indicator:read", s.getDetail)
	web.Get(r, "/indicators/accounts", "indicator:read", s.getAccounts)
	web.Download(r, "/indicators/accounts/export", "indicator:export", s.exportAccounts)
	web.Put(r, "/indicators/{name}/target", "indicator:target", s.putTarget)
}

// Among is the part of the query that says of which accounts.
type Among struct {
	Tier     string    `query:"tier"     enum:"MAJOR,NAMED,NONNAMED,MASS" doc:"Empty: all"`
	Region   string    `query:"region"   maxLength:"60" doc:"Empty: all"`
	Industry string    `query:"industry" maxLength:"60" doc:"Empty: all"`
	Owner    kernel.ID `query:"owner"    doc:"Empty: all"`
}

func (a Among) narrow() Narrow { return Narrow(a) }

type getDashboard struct{ Among }

func (s *Service) getDashboard(ctx context.Context, in *getDashboard) (Dashboard, error) {
	return s.Dashboard(ctx, in.narrow())
}

type exportDashboard struct {
	Among
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportDashboard(ctx context.Context, in *exportDashboard) (export.Table, error) {
	rows, err := s.Export(ctx, in.narrow(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "indicators", in.Format, Exported, rows)
	t.Population = func(context.Context) (int64, error) { return int64(len(Definitions)), nil }
	return t, nil
}

// Which is the part of the query that says which indicator; one that the viewer is
// not told of is none.
type Which struct {
	Name string `query:"name" default:"order_value" enum:"retention,churn,repeat,loyalty,order_value,marketing,lifetime,contribution,acquisition" may:"retention=indicator:customers,churn=indicator:customers,repeat=indicator:customers,loyalty=indicator:customers,marketing=margin:read,lifetime=margin:read,contribution=margin:read,acquisition=margin:read"`
}

type getDetail struct {
	Which
	By string `query:"by" enum:"tier,region,industry,owner" default:"tier"`
	Among
}

func (s *Service) getDetail(ctx context.Context, in *getDetail) (Detail, error) {
	return s.Detail(ctx, in.Name, in.By, in.narrow())
}

type getAccounts struct {
	Which
	Among
	From  int `query:"from"  minimum:"0" maximum:"1000000" doc:"How many to leave out"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getAccounts(ctx context.Context, in *getAccounts) (Accounts, error) {
	return s.Accounts(ctx, in.Name, in.narrow(), in.From, in.Limit)
}

type exportAccounts struct {
	Which
	Among
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportAccounts(ctx context.Context, in *exportAccounts) (export.Table, error) {
	rows, err := s.ExportAccounts(ctx, in.Name, in.narrow(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "indicator", in.Format, ExportedAccounts, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type putTarget struct {
	Name string `path:"name"`
	web.Match
	Body struct {
		Target null.Number `json:"target" doc:"Shares 0–1, amounts in minor units; null: nothing is aimed at"`
		Owner  kernel.ID   `json:"owner,omitzero" doc:"Who answers for it; empty: nobody"`
	}
}

func (s *Service) putTarget(ctx context.Context, in *putTarget) (Target, error) {
	version, err := in.Replaces()
	if err != nil {
		return Target{}, err
	}
	return s.Aim(ctx, in.Name, version, in.Body.Target, in.Body.Owner)
}

func (s *Service) getInputs(ctx context.Context, _ *struct{}) ([]Input, error) { return s.Inputs(ctx) }

type postInputs struct {
	Body struct {
		Rows []struct {
			Kind   string      `json:"kind"   enum:"winning,keeping"`
			Month  kernel.Date `json:"month"  doc:"Any day of it"`
			Amount int64       `json:"amount" minimum:"0" maximum:"10000000000000" doc:"Minor units"`
			Source string      `json:"source" minLength:"2" maxLength:"120" doc:"Where the figure is from"`
		} `json:"rows" minItems:"1" maxItems:"120"`
	}
}

func (s *Service) postInputs(ctx context.Context, in *postInputs) ([]Input, error) {
	all := make([]Input, len(in.Body.Rows))
	for i, r := range in.Body.Rows {
		all[i] = Input{Kind: r.Kind, Month: r.Month, Amount: r.Amount, Source: r.Source}
	}
	return s.Enter(ctx, all)
}

type postInputBack struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) postInputBack(ctx context.Context, in *postInputBack) (Input, error) {
	return s.TakeBack(ctx, in.ID)
}

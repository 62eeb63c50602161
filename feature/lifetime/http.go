package lifetime

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts lifetime values on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/lifetime", "lifetime:read", s.getLifetimes)
	web.Download(r, "/lifetime/export", "lifetime:export", s.getExport)
	web.Get(r, "/accounts/{account}/lifetime", "lifetime:read", s.getSheet)
}

// Narrowing is the part of the query that says which values.
type Narrowing struct {
	Basis string `query:"basis" enum:"margin,sales" default:"margin" doc:"sales: what is bought, not what is left of it"`
	Way   string `query:"way"   enum:"forecast,formula,unknown" doc:"Empty: all"`
}

func (n Narrowing) which() Which { return Which{Basis: Basis(n.Basis), Way: n.Way} }

type getLifetimes struct {
	Narrowing
	From  int `query:"from"  minimum:"0" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getLifetimes(ctx context.Context, in *getLifetimes) (Lifetimes, error) {
	w := in.which()
	w.From, w.Limit = in.From, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "lifetime-"+in.Basis, in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type getSheet struct {
	Account kernel.ID `path:"account" row:"account"`
	Basis   string    `query:"basis" enum:"margin,sales" default:"margin" doc:"sales: what is bought, not what is left of it"`
}

func (s *Service) getSheet(ctx context.Context, in *getSheet) (Sheet, error) {
	return s.Sheet(ctx, in.Account, Basis(in.Basis))
}

package latent

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts latent demand on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/latent", "latent:read", s.getList)
	web.Get(r, "/latent/pairs", "latent:read", s.getPairs)
	web.Download(r, "/latent/export", "latent:export", s.getExport)
	web.Get(r, "/accounts/{account}/latent", "latent:read", s.getSheet)
	web.Post(r, "/accounts/{account}/latent/declined", "latent:decide", s.postDeclined)
	web.Post(r, "/latent/declined/{id}/back", "latent:decide", s.postBack)
}

// Narrowing is the part of the query that says which candidates.
type Narrowing struct {
	Kind     string    `query:"kind"     enum:"gap,affinity,reorder" doc:"Empty: all"`
	Owner    kernel.ID `query:"owner"    doc:"Of this person's accounts only"`
	Industry string    `query:"industry" maxLength:"60" doc:"As accounts have it"`
	Product  string    `query:"product"  maxLength:"120" doc:"Its code"`
}

func (n Narrowing) which() Which { return Which(n) }

type getList struct {
	Narrowing
	From  int `query:"from"  minimum:"0" maximum:"100000" doc:"The field next of the page before"`
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getList(ctx context.Context, in *getList) (Rows, error) {
	return s.List(ctx, in.which(), in.From, in.Limit)
}

type getPairs struct {
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getPairs(ctx context.Context, in *getPairs) (Pairs, error) {
	return s.Pairs(ctx, in.Limit)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	say := func(key string) string { return text.Say(ctx, key, nil) }
	rows, err := s.Export(ctx, in.which(), say)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "latent", in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type postDeclined struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Product string `json:"product" maxLength:"120" doc:"Its code"`
		Kind    string `json:"kind"    enum:"gap,affinity,reorder" doc:"As what it was proposed"`
		Reason  string `json:"reason"  maxLength:"200" doc:"Why it is nothing for this account"`
	}
}

func (s *Service) postDeclined(ctx context.Context, in *postDeclined) (Declined, error) {
	return s.Decline(ctx, in.Account, in.Body.Product, in.Body.Kind, in.Body.Reason)
}

type postBack struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) postBack(ctx context.Context, in *postBack) (Declined, error) {
	return s.Reconsider(ctx, in.ID)
}

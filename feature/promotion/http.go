package promotion

import (
	"context"

	"erba/analysis/promotion"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts promotions on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/promotions", "promotion:read", s.getCalendar)
	web.Download(r, "/promotions/export", "promotion:export", s.getExport)
	web.Get(r, "/promotions/{promotion}", "promotion:read", s.getPromotion)
	web.Put(r, "/promotions/{promotion}", "promotion:write", s.putPromotion)
	web.Post(r, "/promotions/{promotion}/turn", "promotion:write", s.postTurn)
	web.Post(r, "/accounts/{account}/promotions", "promotion:write", s.postPromotion)
	web.Post(r, "/accounts/{account}/promotions/foresee", "promotion:write", s.postForesee)
}

type getCalendar struct {
	Account kernel.ID   `query:"account" doc:"Empty: of all in sight"`
	From    kernel.Date `query:"from"    required:"true"`
	Until   kernel.Date `query:"until"   required:"true"`
}

func (s *Service) getCalendar(ctx context.Context, in *getCalendar) (Calendar, error) {
	return s.Calendar(ctx, in.Account, in.From, in.Until)
}

// Planning is what somebody says of a promotion.
type Planning struct {
	Name       string           `json:"name"       maxLength:"80"`
	Background string           `json:"background" maxLength:"500"`
	From       kernel.Date      `json:"from,omitzero"`
	Until      kernel.Date      `json:"until,omitzero"`
	Products   []string         `json:"products"   maxItems:"40" doc:"Codes; none: all of them"`
	Place      string           `json:"place"      maxLength:"500"`
	Audience   string           `json:"audience"   maxLength:"500"`
	Budget     promotion.Budget `json:"budget"`
	Ways       []string         `json:"ways"       maxItems:"40"`
	Tools      []string         `json:"tools"      maxItems:"40"`
	Baseline   int64            `json:"baseline"   minimum:"0" maximum:"100000000000" doc:"Minor units"`
	Expected   int64            `json:"expected"   minimum:"0" maximum:"100000000000" doc:"Minor units"`
}

func (p Planning) promotion() Promotion {
	return Promotion{Name: p.Name, Background: p.Background, From: p.From, Until: p.Until, Products: p.Products, Place: p.Place, Audience: p.Audience,
		Budget: Means{p.Budget}, Ways: p.Ways, Tools: p.Tools, Baseline: p.Baseline, Expected: p.Expected}
}

type postPromotion struct {
	Account kernel.ID `path:"account"`
	Body    Planning
}

func (s *Service) postPromotion(ctx context.Context, in *postPromotion) (Promotion, error) {
	p := in.Body.promotion()
	p.Account = in.Account
	return s.Plan(ctx, p)
}

func (s *Service) postForesee(ctx context.Context, in *postPromotion) (Foreseen, error) {
	p := in.Body.promotion()
	p.Account = in.Account
	return s.Foresee(ctx, p)
}

// ByPromotion names one.
type ByPromotion struct {
	ID kernel.ID `path:"promotion"`
}

func (s *Service) getPromotion(ctx context.Context, in *ByPromotion) (Sheet, error) {
	return s.Find(ctx, in.ID)
}

type putPromotion struct {
	ByPromotion
	web.Match
	Body Planning
}

func (s *Service) putPromotion(ctx context.Context, in *putPromotion) (Promotion, error) {
	version, err := in.Replaces()
	if err != nil {
		return Promotion{}, err
	}
	p := in.Body.promotion()
	p.ID, p.Version = in.ID, version
	return s.Plan(ctx, p)
}

// Turned is what becomes of a promotion.
type Turned struct {
	State  string `json:"state"  enum:"evaluated,cancelled"`
	Lesson string `json:"lesson" maxLength:"500"`
}

type postTurn struct {
	ByPromotion
	web.Match
	Body Turned
}

func (s *Service) postTurn(ctx context.Context, in *postTurn) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Turn(ctx, in.ID, version, in.Body.State, in.Body.Lesson)
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "promotions", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

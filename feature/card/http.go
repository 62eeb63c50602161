package card

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts cards on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/cards", "card:read", s.getCards)
	web.Get(r, "/cards/badges", "card:read", s.getBadges)
	web.Download(r, "/cards/export", "card:export", s.getExport)
	web.Get(r, "/accounts/{account}/card", "card:read", s.getSheet)
	web.Post(r, "/accounts/{account}/card/uses", "card:use", s.postUse)
	web.Post(r, "/card-uses/{id}/back", "card:use", s.postBack)
	web.Post(r, "/accounts/{account}/card/renewal", "card:renew", s.postRenewal)
}

// Narrowing is the part of the query that says which cards.
type Narrowing struct {
	Level string `query:"level" enum:"SILVER,GOLD,PLATINUM" doc:"Empty: all"`
	Soon  bool   `query:"soon"  doc:"Only those about to expire"`
}

type getCards struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getCards(ctx context.Context, in *getCards) (Cards, error) {
	return s.List(ctx, Which{in.Level, in.Soon, in.After, in.Limit})
}

func (s *Service) getBadges(ctx context.Context, _ *struct{}) ([]Badge, error) { return s.Badges(ctx) }

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	say := func(key string) string { return text.Say(ctx, key, nil) }
	rows, err := s.Export(ctx, Which{Level: in.Level, Soon: in.Soon}, say)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "cards", in.Format, Exported, rows)
	t.Population = s.accounts.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

type postUse struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Benefit string      `json:"benefit" enum:"events,seats"`
		Number  int64       `json:"number"  minimum:"1" maximum:"10000"`
		On      kernel.Date `json:"on,omitempty" doc:"Empty: today"`
		Note    string      `json:"note"    maxLength:"200" doc:"For whom, and which event"`
	}
}

func (s *Service) postUse(ctx context.Context, in *postUse) (Use, error) {
	b := in.Body
	return s.Use(ctx, in.Account, Use{Benefit: b.Benefit, Number: b.Number, On: b.On, Note: b.Note})
}

type postBack struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) postBack(ctx context.Context, in *postBack) (Use, error) {
	return s.TakeBack(ctx, in.ID)
}

func (s *Service) postRenewal(ctx context.Context, in *ofAccount) (struct{}, error) {
	return struct{}{}, s.Renew(ctx, in.Account)
}

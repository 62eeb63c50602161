package terms

import (
	"context"
	"io"

	"erba/analysis/terms"
	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is how big a file with terms may be.
const largest = 8 << 20

// Routes puts terms on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/terms", "terms:read", s.getSheet)
	web.Post(r, "/accounts/{account}/terms", "terms:write", s.postTerms)
	web.Delete(r, "/accounts/{account}/terms/{id}", "terms:write", s.deleteTerms)
	web.Post(r, "/terms/preview", "terms:read", s.postPreview)
	web.Download(r, "/terms/export", "terms:export", s.getExport)
	web.Upload(r, "/terms/import", "terms:write", largest, s.postImport)
	web.Get(r, "/terms/days", "dayoff:read", s.getDays)
	web.Put(r, "/terms/days/{day}", "dayoff:write", s.putDay)
	web.Delete(r, "/terms/days/{day}", "dayoff:write", s.deleteDay)
}

// OfAccount names an account.
type OfAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *OfAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

// Agreeing is what was agreed.
type Agreeing struct {
	Contract string      `json:"contract,omitempty" maxLength:"60" doc:"Empty: all that no other contract speaks of"`
	Since    kernel.Date `json:"since"`
	Agreed   terms.Terms `json:"agreed"`
	Basis    string      `json:"basis,omitempty"    maxLength:"200"`
}

type postTerms struct {
	OfAccount
	Body Agreeing
}

func (s *Service) postTerms(ctx context.Context, in *postTerms) (Agreement, error) {
	b := in.Body
	return s.Agree(ctx, Agreement{Account: in.Account, Contract: b.Contract, Since: b.Since, Agreed: Wording{b.Agreed}, Basis: b.Basis})
}

type deleteTerms struct {
	OfAccount
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteTerms(ctx context.Context, in *deleteTerms) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Withdraw(ctx, in.ID, version)
}

// Supposed is a document that there might be.
type Supposed struct {
	Agreed terms.Terms `json:"agreed"`
	On     kernel.Date `json:"on,omitzero"     doc:"Empty: today"`
	Amount int64       `json:"amount,omitzero" minimum:"0" maximum:"100000000000000" doc:"Minor units"`
}

type postPreview struct{ Body Supposed }

func (s *Service) postPreview(ctx context.Context, in *postPreview) (Preview, error) {
	return s.Preview(ctx, in.Body.Agreed, in.Body.Amount, in.Body.On)
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "terms", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type postImport struct {
	Try bool `query:"try" doc:"Only says what would be taken"`
}

func (s *Service) postImport(ctx context.Context, in *postImport, body io.Reader) (Imported, error) {
	return s.Import(ctx, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}

type getDays struct {
	Year int `query:"year" minimum:"0" maximum:"2200" doc:"0: all"`
}

func (s *Service) getDays(ctx context.Context, in *getDays) (Calendar, error) {
	return s.Calendar(ctx, in.Year)
}

// Said is what the calendar says of a day.
type Said struct {
	Working bool   `json:"working" doc:"A Saturday or Sunday on which people work; else a day off"`
	Name    string `json:"name"    maxLength:"60"`
}

type putDay struct {
	Day  kernel.Date `path:"day"`
	Body Said
}

func (s *Service) putDay(ctx context.Context, in *putDay) (Day, error) {
	return s.SetDay(ctx, Day{in.Day, in.Body.Working, in.Body.Name})
}

type deleteDay struct {
	Day kernel.Date `path:"day"`
}

func (s *Service) deleteDay(ctx context.Context, in *deleteDay) (struct{}, error) {
	return struct{}{}, s.DropDay(ctx, in.Day)
}

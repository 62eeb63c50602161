package store

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is the longest file that is taken as a photo.
const largest = 12 << 20

// Routes puts looks at shops on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/stores", "store:read", s.getRanking)
	web.Download(r, "/stores/export", "store:export", s.getExport)
	web.Get(r, "/stores/tools", "store:read", s.getTools)
	web.Get(r, "/accounts/{account}/stores", "store:read", s.getChecks)
	web.Post(r, "/accounts/{account}/stores", "store:write", s.postCheck)
	web.Get(r, "/stores/{id}", "store:read", s.getCheck)
	web.Put(r, "/stores/{id}", "store:write", s.putCheck)
	web.Delete(r, "/stores/{id}", "store:write", s.deleteCheck)
	web.Upload(r, "/stores/{id}/photos", "store:write", largest, s.postPhoto)
	web.Get(r, "/stores/photos/{photo}", "store:read", s.getPhoto)
	web.Delete(r, "/stores/photos/{photo}", "store:write", s.deletePhoto)
}

func (s *Service) getRanking(ctx context.Context, _ *struct{}) (Ranking, error) { return s.Rank(ctx) }

type getStoreExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getStoreExport) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "stores", in.Format, Exported, rows)
	t.Population = export.Endless
	return t, nil
}

func (s *Service) getTools(ctx context.Context, _ *struct{}) (Tools, error) { return s.Tools(ctx) }

type getChecks struct {
	Account kernel.ID `path:"account" row:"account"`
	After   kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit   int       `query:"limit" minimum:"1" maximum:"50" default:"20"`
}

func (s *Service) getChecks(ctx context.Context, in *getChecks) (Checks, error) {
	return s.Of(ctx, in.Account, in.After, in.Limit)
}

// StoreCheck is what was found in a shop.
type StoreCheck struct {
	Shop    string      `json:"shop"    maxLength:"60" doc:"Which of the account's shops"`
	Day     kernel.Date `json:"day"`
	Note    string      `json:"note"    maxLength:"500"`
	Answers []Answer    `json:"answers" maxItems:"60"`
}

func (b StoreCheck) check() Check { return Check{Shop: b.Shop, Day: b.Day, Note: b.Note} }

type postStoreCheck struct {
	Account kernel.ID `path:"account"`
	Body    StoreCheck
}

func (s *Service) postCheck(ctx context.Context, in *postStoreCheck) (Sheet, error) {
	c := in.Body.check()
	c.Account = in.Account
	return s.Enter(ctx, c, in.Body.Answers)
}

type byCheck struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getCheck(ctx context.Context, in *byCheck) (Sheet, error) {
	return s.Find(ctx, in.ID)
}

type putStoreCheck struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body StoreCheck
}

func (s *Service) putCheck(ctx context.Context, in *putStoreCheck) (Sheet, error) {
	version, err := in.Replaces()
	if err != nil {
		return Sheet{}, err
	}
	c := in.Body.check()
	c.ID, c.Version = in.ID, version
	return s.Enter(ctx, c, in.Body.Answers)
}

type deleteStoreCheck struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteCheck(ctx context.Context, in *deleteStoreCheck) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type postStorePhoto struct {
	ID   kernel.ID `path:"id"`
	Tool string    `query:"tool" maxLength:"30" doc:"What it shows; empty: the shop"`
}

func (s *Service) postPhoto(ctx context.Context, in *postStorePhoto, r io.Reader) (Photo, error) {
	return s.Take(ctx, in.ID, in.Tool, r)
}

type byPhoto struct {
	Photo kernel.ID `path:"photo"`
}

func (s *Service) getPhoto(ctx context.Context, in *byPhoto) (Whole, error) {
	return s.Photo(ctx, in.Photo)
}

func (s *Service) deletePhoto(ctx context.Context, in *byPhoto) (struct{}, error) {
	return struct{}{}, s.Forget(ctx, in.Photo)
}

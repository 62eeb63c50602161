package review

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts reviews on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/reviews", "review:read", s.getSheet)
	web.Download(r, "/reviews/export", "review:export", s.getExport)
	web.Put(r, "/reviews/{month}/comment", "review:own", s.putComment)
	web.Post(r, "/reviews/{month}/{user}/sign", "review:sign", s.postSign)
	web.Post(r, "/reviews/{month}/{user}/reopen", "review:sign", s.postReopen)
}

type getSheet struct {
	Month kernel.Date `query:"month" doc:"A day of it; empty: this one"`
}

func (s *Service) getSheet(ctx context.Context, in *getSheet) (Sheet, error) {
	return s.Sheet(ctx, in.Month)
}

type getExport struct {
	Month  kernel.Date `query:"month"  doc:"A day of it; empty: this one"`
	Format string      `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.Month)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "review", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type putComment struct {
	Month kernel.Date `path:"month" doc:"A day of it"`
	web.Match
	Body struct {
		Comment string `json:"comment" minLength:"2" maxLength:"1000"`
	}
}

func (s *Service) putComment(ctx context.Context, in *putComment) (Review, error) {
	version, err := in.Replaces()
	if err != nil {
		return Review{}, err
	}
	return s.Comment(ctx, in.Month, version, in.Body.Comment)
}

// Whose names somebody's month.
type Whose struct {
	Month kernel.Date `path:"month" doc:"A day of it"`
	User  kernel.ID   `path:"user"`
	web.Match
}

type postSign struct {
	Whose
	Body struct {
		Verdict string `json:"verdict" minLength:"2" maxLength:"1000"`
	}
}

func (s *Service) postSign(ctx context.Context, in *postSign) (Review, error) {
	version, err := in.Replaces()
	if err != nil {
		return Review{}, err
	}
	return s.Sign(ctx, in.User, in.Month, version, in.Body.Verdict)
}

func (s *Service) postReopen(ctx context.Context, in *Whose) (Review, error) {
	version, err := in.Replaces()
	if err != nil {
		return Review{}, err
	}
	return s.Reopen(ctx, in.User, in.Month, version)
}

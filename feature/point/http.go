package point

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts points on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/points", "point:read", s.getList)
	web.Download(r, "/points/export", "point:export", s.getExport)
	web.Get(r, "/accounts/{account}/points", "point:read", s.getSheet)
	web.Post(r, "/accounts/{account}/points/membership", "point:write", s.postMember)
	web.Delete(r, "/accounts/{account}/points/membership", "point:write", s.deleteMember)
	web.Post(r, "/accounts/{account}/points/uses", "point:write", s.postUse)
	web.Post(r, "/accounts/{account}/points/reversals", "point:write", s.postReverse)
}

func (s *Service) getList(ctx context.Context, _ *struct{}) ([]Row, error) { return s.List(ctx) }

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "points", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

func (s *Service) postMember(ctx context.Context, in *ofAccount) (Member, error) {
	return s.Enrol(ctx, in.Account)
}

type deleteMember struct {
	Account kernel.ID `path:"account"`
	web.Match
}

func (s *Service) deleteMember(ctx context.Context, in *deleteMember) (Member, error) {
	version, err := in.Replaces()
	if err != nil {
		return Member{}, err
	}
	return s.Leave(ctx, in.Account, version)
}

// Wanted is what somebody wants to use points for.
type Wanted struct {
	Points int64  `json:"points" minimum:"1" maximum:"1000000"`
	Reason string `json:"reason" maxLength:"200" doc:"What they are used for"`
}

type postUse struct {
	Account kernel.ID `path:"account"`
	Body    Wanted
}

func (s *Service) postUse(ctx context.Context, in *postUse) (Booking, error) {
	return s.Redeem(ctx, Use{in.Account, in.Body.Points, in.Body.Reason})
}

// Mistaken is a use that did not happen, and why.
type Mistaken struct {
	Use    kernel.ID `json:"use"`
	Reason string    `json:"reason" maxLength:"200"`
}

type postReverse struct {
	Account kernel.ID `path:"account"`
	Body    Mistaken
}

func (s *Service) postReverse(ctx context.Context, in *postReverse) (Booking, error) {
	return s.Reverse(ctx, in.Account, in.Body.Use, in.Body.Reason)
}

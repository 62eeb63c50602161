package bundle

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts packages and sharing on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/bundles", "bundle:read", s.getShelf)
	web.Post(r, "/bundles", "bundle:write", s.postBundle)
	web.Put(r, "/bundles/{bundle}", "bundle:write", s.putBundle)
	web.Download(r, "/bundles/export", "bundle:export", s.getExport)
	web.Post(r, "/bundles/partners", "bundle:write", s.postPartner)
	web.Put(r, "/bundles/partners/{partner}", "bundle:write", s.putPartner)
	web.Get(r, "/sharing", "sharing:read", s.getSharings)
	web.Post(r, "/sharing", "sharing:write", s.postAgreement)
	web.Delete(r, "/sharing/{agreement}", "sharing:write", s.deleteAgreement)
	web.Post(r, "/sharing/{agreement}/lists", "sharing:export", s.postList)
	web.Download(r, "/sharing/lists/{list}/export", "sharing:export", s.getList)
	web.Get(r, "/accounts/{account}/consents", "consent:read", s.getConsents)
	web.Post(r, "/accounts/{account}/consents", "consent:write", s.postConsent)
	web.Delete(r, "/accounts/{account}/consents/{id}", "consent:write", s.deleteConsent)
}

func (s *Service) getShelf(ctx context.Context, _ *struct{}) (Shelf, error) { return s.Shelf(ctx) }

// Packing is what somebody says of a package.
type Packing struct {
	Name  string `json:"name"  maxLength:"80"`
	Note  string `json:"note"  maxLength:"500"`
	Asked int64  `json:"asked" minimum:"1" maximum:"100000000000" doc:"Minor units"`
	Items []Item `json:"items" maxItems:"20"`
	Ended bool   `json:"ended" doc:"It is no longer sold"`
}

func (p Packing) bundle() Bundle {
	return Bundle{Name: p.Name, Note: p.Note, Asked: p.Asked, Items: p.Items}
}

type postBundle struct{ Body Packing }

func (s *Service) postBundle(ctx context.Context, in *postBundle) (Bundle, error) {
	return s.Pack(ctx, in.Body.bundle())
}

type putBundle struct {
	ID kernel.ID `path:"bundle"`
	web.Match
	Body Packing
}

func (s *Service) putBundle(ctx context.Context, in *putBundle) (Bundle, error) {
	version, err := in.Replaces()
	if err != nil {
		return Bundle{}, err
	}
	b := in.Body.bundle()
	b.ID, b.Version = in.ID, version
	return s.Repack(ctx, b, in.Body.Ended)
}

// OfFormat is the kind of file.
type OfFormat struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *OfFormat) (export.Table, error) {
	rows, err := s.Export(ctx)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "bundles", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

// Meeting is what somebody says of a partner.
type Meeting struct {
	Name string `json:"name" maxLength:"80"`
	Note string `json:"note" maxLength:"500"`
	Ways []Way  `json:"ways" maxItems:"4"`
}

type postPartner struct{ Body Meeting }

func (s *Service) postPartner(ctx context.Context, in *postPartner) (Partner, error) {
	return s.Meet(ctx, Partner{Name: in.Body.Name, Note: in.Body.Note, Ways: in.Body.Ways})
}

type putPartner struct {
	ID kernel.ID `path:"partner"`
	web.Match
	Body Meeting
}

func (s *Service) putPartner(ctx context.Context, in *putPartner) (Partner, error) {
	version, err := in.Replaces()
	if err != nil {
		return Partner{}, err
	}
	return s.Weigh(ctx, Partner{ID: in.ID, Name: in.Body.Name, Note: in.Body.Note, Ways: in.Body.Ways, Version: version})
}

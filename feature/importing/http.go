package importing

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/web"
)

// largest is how big an uploaded file may be; the command line has no limit.
const largest = 512 << 20

// Routes puts imports on the REST API.
func (s *Service) Routes(r *web.Router) {
	r.Grants = append(r.Grants, Wants[Invoices]) // files ask for it, no route does
	web.Upload(r, "/imports", "import:write", largest, s.postImport)
	web.Get(r, "/imports", "import:read", s.getImports)
	web.Get(r, "/imports/{id}", "import:read", s.getImport)
	web.Put(r, "/imports/{id}", "import:write", s.putImport)
	web.Delete(r, "/imports/{id}", "import:write", s.deleteImport)
	web.Post(r, "/imports/{id}/check", "import:write", s.postCheck)
	web.Post(r, "/imports/{id}/book", "import:write", s.postBook)
	web.Post(r, "/imports/{id}/undo", "import:undo", s.postUndo)
	web.Document(r, "/imports/{id}/errors", "import:read", s.getErrors)
	web.Get(r, "/import-quality", "import:read", s.getQuality)
	web.Get(r, "/import-profiles", "import:read", s.getProfiles)
	web.Delete(r, "/import-profiles/{name}", "import:write", s.deleteProfile)
}

type postImport struct {
	Name    string `query:"name" required:"true" maxLength:"200" doc:"Of the file"`
	Kind    string `query:"kind" enum:"accounts,contacts,products,orders,invoices,receipts,costs,rates,opportunities" default:"orders"`
	Profile string `query:"profile" maxLength:"60" doc:"Settings to begin with"`
}

func (s *Service) postImport(ctx context.Context, in *postImport, body io.Reader) (Import, error) {
	return s.Receive(ctx, in.Name, in.Kind, in.Profile, body)
}

type getImports struct {
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getImports(ctx context.Context, in *getImports) ([]Import, error) {
	return s.List(ctx, in.Limit)
}

type oneImport struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getImport(ctx context.Context, in *oneImport) (Import, error) {
	return s.Find(ctx, in.ID)
}

type putImport struct {
	ID   kernel.ID `path:"id"`
	Body Settings
}

func (s *Service) putImport(ctx context.Context, in *putImport) (Import, error) {
	return s.Inspect(ctx, in.ID, in.Body)
}

type nothing struct{}

func (s *Service) deleteImport(ctx context.Context, in *oneImport) (nothing, error) {
	return nothing{}, s.Drop(ctx, in.ID)
}

func (s *Service) postCheck(ctx context.Context, in *oneImport) (Import, error) {
	return s.Check(ctx, in.ID)
}

func (s *Service) postBook(ctx context.Context, in *oneImport) (Import, error) {
	return s.Book(ctx, in.ID)
}

func (s *Service) postUndo(ctx context.Context, in *oneImport) (Import, error) {
	return s.Undo(ctx, in.ID)
}

func (s *Service) getErrors(ctx context.Context, in *oneImport) (web.File, error) {
	one, err := s.Find(ctx, in.ID)
	if err != nil {
		return web.File{}, err
	}
	return web.File{Name: one.File.Name + ".errors.csv", Type: "text/csv; charset=utf-8",
		Write: func(w io.Writer) error { return s.WriteErrors(ctx, in.ID, w) }}, nil
}

type getProfiles struct {
	Kind string `query:"kind" enum:"accounts,contacts,products,orders,invoices,receipts,costs,rates,opportunities"`
}

func (s *Service) getProfiles(ctx context.Context, in *getProfiles) ([]Profile, error) {
	return s.Profiles(ctx, in.Kind)
}

func (s *Service) getQuality(ctx context.Context, _ *nothing) ([]Quality, error) {
	return s.Quality(ctx)
}

type deleteProfile struct {
	Name string `path:"name" maxLength:"60"`
}

func (s *Service) deleteProfile(ctx context.Context, in *deleteProfile) (nothing, error) {
	return nothing{}, s.DropProfile(ctx, in.Name)
}

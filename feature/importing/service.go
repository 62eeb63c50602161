package importing

import (
	"context"
	"errors"
	"io"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/job"
)

// Service is what others may ask of importing.
type Service struct {
	db       *db.DB
	jobs     *job.Queue
	accounts *account.Service
	ledger   *ledger.Service
}

// NewService returns the import service.
func NewService(d *db.DB, jobs *job.Queue, accounts *account.Service, books *ledger.Service) *Service {
	return &Service{d, jobs, accounts, books}
}

var errSoon = errors.ErrUnsupported

// Receive keeps an uploaded file and looks at it.
func (s *Service) Receive(ctx context.Context, name, kind, profile string, body io.Reader) (Import, error) {
	return Import{}, errSoon
}
func (s *Service) List(ctx context.Context, limit int) ([]Import, error)  { return nil, errSoon }
func (s *Service) Find(ctx context.Context, id kernel.ID) (Import, error) { return Import{}, errSoon }
func (s *Service) Inspect(ctx context.Context, id kernel.ID, o Settings) (Import, error) {
	return Import{}, errSoon
}
func (s *Service) Drop(ctx context.Context, id kernel.ID) error                     { return errSoon }
func (s *Service) Check(ctx context.Context, id kernel.ID) (Import, error)          { return Import{}, errSoon }
func (s *Service) Book(ctx context.Context, id kernel.ID) (Import, error)           { return Import{}, errSoon }
func (s *Service) Undo(ctx context.Context, id kernel.ID) (Import, error)           { return Import{}, errSoon }
func (s *Service) WriteErrors(ctx context.Context, id kernel.ID, w io.Writer) error { return errSoon }
func (s *Service) Profiles(ctx context.Context, kind string) ([]Profile, error)     { return nil, errSoon }
func (s *Service) DropProfile(ctx context.Context, name string) error               { return errSoon }
func (s *Service) Jobs()                                                            {}

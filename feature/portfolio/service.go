package portfolio

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/db"
)

// Service answers questions to the portfolio.
type Service struct {
	db *db.DB
}

// NewService returns the portfolio service.
func NewService(d *db.DB) *Service { return &Service{db: d} }

// Summary returns the key figures.
func (s *Service) Summary(context.Context, Ask, Filter) (a Summary, err error)   { return a, err }
func (s *Service) Pareto(context.Context, Ask, Filter) (a Pareto, err error)     { return a, err }
func (s *Service) ABC(context.Context, Ask, Filter) (a ABC, err error)           { return a, err }
func (s *Service) RFM(context.Context, Ask, Filter) (a RFM, err error)           { return a, err }
func (s *Service) Grid(context.Context, Ask, Filter) (a Grid, err error)         { return a, err }
func (s *Service) Quadrant(context.Context, Ask, Filter) (a Quadrant, err error) { return a, err }
func (s *Service) Pyramid(context.Context, Ask, Filter) (a Pyramid, err error)   { return a, err }
func (s *Service) Register(context.Context, Ask, Filter, string, Page) (a Register, err error) {
	return a, err
}
func (s *Service) Members(context.Context, Ask, Filter, string, string, Page) (a Members, err error) {
	return a, err
}
func (s *Service) Export(context.Context, Ask, Filter, string, string, string) (w func(io.Writer) error, err error) {
	return w, err
}
func (s *Service) Changes(context.Context, kernel.ID, string, Page) (a Changes, err error) {
	return a, err
}
func (s *Service) Evaluate(context.Context) (id kernel.ID, err error)        { return id, err }
func (s *Service) Setting(context.Context) (a Setting, err error)            { return a, err }
func (s *Service) Configure(context.Context, Setting) (a Setting, err error) { return a, err }
func (s *Service) Card(context.Context, kernel.ID, Ask) (a Card, err error)  { return a, err }
func (s *Service) Estimate(context.Context, kernel.ID, string) (a Estimate, err error) {
	return a, err
}
func (s *Service) Judge(context.Context, Estimate) (a Estimate, err error)        { return a, err }
func (s *Service) Nominate(context.Context, Nomination) (a Nomination, err error) { return a, err }
func (s *Service) Approve(context.Context, kernel.ID, int64) (a Nomination, err error) {
	return a, err
}
func (s *Service) Since(context.Context, kernel.ID, kernel.Date) (a Status, err error) {
	return a, err
}

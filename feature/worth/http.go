package worth

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts worth on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/costs", "worth:read", s.getCosts)
	s.groupRoutes(r)
	web.Download(r, "/worth/steps/export", "worth:export", s.exportSteps)
	web.Download(r, "/worth/contribution/export", "worth:export", s.exportContributions)
	web.Download(r, "/worth/effort/export", "worth:export", s.exportEfforts)
}

type getCosts struct {
	Account kernel.ID `path:"account" row:"account"`
	After   string    `query:"after" maxLength:"40" doc:"The field next of the page before"`
	Limit   int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getCosts(ctx context.Context, in *getCosts) (Costs, error) {
	return s.Costs(ctx, in.Account, in.After, in.Limit)
}

type exportSteps struct {
	Account kernel.ID   `query:"account" row:"account" doc:"Whose steps"`
	AsOf    kernel.Date `query:"as_of"`
	Format  string      `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) exportSteps(ctx context.Context, in *exportSteps) (export.Table, error) {
	rows, err := s.Steps(ctx, in.Account, in.AsOf, saying(ctx))
	return s.table(ctx, "contribution", in.Format, Steps, rows, err)
}

// exportList asks in the words of the portfolio's screen. Which window it shows,
// and by which measure, changes nothing: contributions are of twelve whole months.
type exportList struct {
	From     kernel.Date `query:"from"`
	Months   int         `query:"months"   minimum:"0" maximum:"120"`
	All      bool        `query:"all"`
	Measure  string      `query:"measure"  enum:"sales,gross" default:"sales"`
	AsOf     kernel.Date `query:"as_of"    doc:"Empty: the last day of the ledger, at most today"`
	Returns  string      `query:"returns"  enum:"net,ignore" default:"net"`
	Region   string      `query:"region"   maxLength:"60"`
	Industry string      `query:"industry" maxLength:"60"`
	Owner    kernel.ID   `query:"owner"`
	Segment  kernel.ID   `query:"segment" may:"segment:read" doc:"A saved segment (M23)"`
	Band     int         `query:"band"    may:"segment:read" minimum:"0" maximum:"1000"`
	Format   string      `query:"format"   enum:"csv,xlsx" default:"xlsx"`
}

func (in *exportList) ask() Ask {
	return Ask{in.AsOf, in.Returns, in.Region, in.Industry, in.Owner, in.Segment, in.Band}
}

func (s *Service) exportContributions(ctx context.Context, in *exportList) (export.Table, error) {
	rows, err := s.Contributions(ctx, in.ask())
	return s.table(ctx, "contributions", in.Format, Contributions, rows, err)
}

func (s *Service) exportEfforts(ctx context.Context, in *exportList) (export.Table, error) {
	rows, err := s.Efforts(ctx, in.ask(), saying(ctx))
	return s.table(ctx, "effort", in.Format, Efforts, rows, err)
}

// saying says text keys in the reader's language.
func saying(ctx context.Context) Say {
	return func(key string) string { return text.Say(ctx, key, nil) }
}

func (s *Service) table(ctx context.Context, name, format string, header []string, rows iter.Seq[[]any], err error) (export.Table, error) {
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, name, format, header, rows)
	t.Population = s.accounts.Population
	return t, nil
}

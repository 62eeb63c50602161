package application

import (
	"cmp"
	"context"
	"errors"

	"erba/analysis/application"
	"erba/analysis/campaign"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/competitor"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/plan"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Projects is the method of projects and what will be bought, Whole that of how much
// is known, and Phases that which says how much is enough.
const (
	Projects = "M62"
	Whole    = "M95"
	Phases   = "M70"
	writing  = "application:write"
)

// Others are what analyses of customers stand on.
type Others struct {
	Accounts    *account.Service
	Methods     *method.Service
	Ledger      *ledger.Service
	Plans       *plan.Service
	Relations   *relation.Service
	Deals       *opportunity.Service
	Competitors *competitor.Service
}

// Service keeps what is known of customers.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of analyses of customers.
func NewService(d *db.DB, events *event.Bus, o Others) *Service {
	account.Keep(events, account.Kept[kernel.ID]{Table: "application_sheets", Columns: "k.id", Reason: "application.was_known", Settle: first, Bring: bringSheet})
	account.Keep(events, account.Kept[kernel.ID]{Table: "application_projects", Columns: "k.id", Reason: "application.was_planned", Bring: bringProject})
	return &Service{Others: o, db: d, today: kernel.Today}
}

// first lets a sheet go along only where there is none yet.
func first(row kernel.ID, own []kernel.ID) (kernel.ID, bool) { return row, len(own) == 0 }

// Complete is how well a customer is known, in percent.
func (s *Service) Complete(tx *db.Tx, account kernel.ID) (null.Number, error) {
	a, err := s.analysis(identity.As(tx, "application:read"), account)
	return a.Complete, err
}

// analysis is all that is known of a customer but for his sales.
func (s *Service) analysis(tx *db.Tx, account kernel.ID) (a Analysis, err error) {
	if err := s.Accounts.Require(tx, account); err != nil {
		return a, err
	}
	acting, err := s.acting(tx)
	if err != nil {
		return a, err
	}
	if a.Sheet, err = sheetOf(tx, account); err != nil {
		return a, err
	}
	if a.Projects, err = projects(tx, account); err != nil {
		return a, err
	}
	if a.Rivals, err = s.rivals(tx, account); err != nil {
		return a, err
	}
	if a.Pending, a.Actions, err = s.Plans.Tally(identity.As(tx, "action:read"), account); err != nil {
		return a, err
	}
	metrics, err := s.Relations.Metrics(tx, account)
	a.Boxes, a.Blocks, a.Gate = a.Sheet.boxes(), a.Sheet.blocks(len(a.Projects)), acting.Gate
	a.Known = application.Known{Organisation: metrics.Coverage * 100, People: metrics.Layers * 100, Application: application.Filled(filled(a.Blocks), len(a.Blocks)),
		Competitors: application.Filled(rated(a.Rivals), len(a.Rivals)), Plan: application.Planned(a.Boxes, a.Actions)}
	a.Complete = a.Known.Complete()
	a.Enough = acting.Enough(a.Complete)
	return a, err
}

// acting is from when on an analysis is complete enough to act on it, as the method of
// phases says where it is among those of the product.
func (s *Service) acting(tx *db.Tx) (campaign.Config, error) {
	cfg, _, err := method.Setting[campaign.Config](s.Methods, tx, Phases)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return campaign.Default(), nil
	}
	return cfg, err
}

// rivals are the competitors in the deals of a customer that have not ended.
func (s *Service) rivals(tx *db.Tx, account kernel.ID) (all []Rival, err error) {
	all = []Rival{}
	found, err := s.Competitors.RivalsAt(identity.As(tx, "competitor:read"), account)
	at := map[kernel.ID]int{}
	for _, r := range found {
		i, known := at[r.Competitor]
		if !known {
			i = len(all)
			at[r.Competitor], all = i, append(all, Rival{ID: r.Competitor, Name: r.Name, Of: len(r.Ratings)})
		}
		all[i].Rated = max(all[i].Rated, marks(r.Ratings))
	}
	return all, err
}

func marks(ratings []int) (n int) {
	for _, r := range ratings {
		if r > 0 {
			n++
		}
	}
	return n
}

// rated is how many rivals have every rating.
func rated(all []Rival) (n int) {
	for _, r := range all {
		if r.Rated == r.Of {
			n++
		}
	}
	return n
}

// Analysis is all that is known of a customer, with what he will buy.
func (s *Service) Analysis(ctx context.Context, account kernel.ID) (a Analysis, err error) {
	var cfg application.Config
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if a, err = s.analysis(tx, account); err != nil {
			return err
		}
		a.Write = s.Accounts.Require(identity.As(tx, writing), account) == nil
		cfg, _, err = method.Setting[application.Config](s.Methods, tx, Projects)
		return err
	})
	if err != nil {
		return a, err
	}
	a.Forecast, err = s.forecast(identity.Under(ctx, "revenue:read"), account, cfg)
	if f, is := errors.AsType[*kernel.Fault](err); is && f.Kind == kernel.KindMissing {
		return a, nil // his sales are out of sight
	}
	return a, err
}

// forecast is what follows from the last three whole years.
func (s *Service) forecast(ctx context.Context, account kernel.ID, cfg application.Config) (*Forecast, error) {
	year, _, _ := s.today().Parts()
	now, err := s.Ledger.Summary(ctx, account, s.today(), 12)
	if err != nil {
		return nil, err
	}
	last, err := s.Ledger.Summary(ctx, account, kernel.On(year-1, 12, 31), 12)
	if err != nil {
		return nil, err
	}
	early, err := s.Ledger.Summary(ctx, account, kernel.On(year-3, 12, 31), 12)
	if err != nil {
		return nil, err
	}
	f := Forecast{Year: year, Years: []int64{early.Net, last.Before, last.Net}, Cautious: cfg.Cautious, Currency: now.Currency}
	three := [3]null.Number{null.Of(early.Net), null.Of(last.Before), null.Of(last.Net)}
	f.Growth, f.Reckoned = application.Growth(three), cfg.Forecast(three)
	for _, bar := range now.Bars {
		if bar.Month.Day(1).Compare(kernel.On(year, 1, 1)) >= 0 {
			f.Actual += bar.Sales
		}
	}
	return &f, nil
}

// author is who says something.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// Know says what is known of a customer, in place of the version that was read.
func (s *Service) Know(ctx context.Context, next Sheet) (Sheet, error) {
	trim(next.texts()...)
	next.ByID, next.By = author(ctx)
	next.On = s.today()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.Accounts.Require(tx, next.Account); err != nil {
			return err
		}
		if err := next.Check(); err != nil {
			return err
		}
		old, err := sheetOf(tx, next.Account)
		switch {
		case err != nil:
			return err
		case old.Version != next.Version:
			return kernel.Stale("db.stale")
		}
		if next.Version++; old.Version == 0 {
			next.ID = kernel.NewID()
			err = addSheet(tx, next)
		} else {
			next.ID = old.ID
			over := next
			over.Version = old.Version
			err = replaceSheet(tx, over)
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "application.known", "account", next.Account, old, next)
	})
	return next, err
}

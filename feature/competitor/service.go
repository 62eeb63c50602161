package competitor

import (
	"cmp"
	"context"

	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/method"
	"erba/feature/opportunity"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Others are what rivals stand on.
type Others struct {
	Accounts *account.Service
	Contacts *contact.Service
	Products *product.Service
	Methods  *method.Service
	Deals    *opportunity.Service
}

// Scorer knows how somebody is scored at the third gate of a deal; no competitor is
// ourselves.
type Scorer func(tx *db.Tx, deal, competitor kernel.ID) (null.Number, error)

// Service keeps who competes with us.
type Service struct {
	Others
	db     *db.DB
	scores Scorer
	today  func() kernel.Date
}

// NewService returns the service of competitors.
func NewService(d *db.DB, events *event.Bus, p *privacy.Service, o Others) *Service {
	s := &Service{Others: o, db: d, today: kernel.Today, scores: unscored}
	account.Keep(events, rated)
	account.Keep(events, cleared)
	p.Keeps(keeper{s})
	return s
}

// unscored is everybody while nobody knows scores.
func unscored(*db.Tx, kernel.ID, kernel.ID) (null.Number, error) { return null.None, nil }

// ScoredBy names who knows how somebody is scored at the third gate.
func (s *Service) ScoredBy(by Scorer) { s.scores = by }

// The grants that rivals ask for themselves.
const (
	writing = "competitor:write"
	keeping = "competitor:keep"
)

// may reports whether the viewer holds a grant for any row.
func may(ctx context.Context, grant string) bool {
	viewer, _ := identity.From(ctx)
	return viewer.May(grant)
}

// author is who says something.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// List is everybody who competes with us, with how we fared against him.
func (s *Service) List(ctx context.Context) (l List, err error) {
	l = List{Rows: []Listed{}, Scope: scope(ctx), Write: may(ctx, writing), Keep: may(ctx, keeping)}
	return l, s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := everybody(tx)
		if err != nil {
			return err
		}
		against, err := s.Records(tx)
		for _, c := range all {
			c.Stale = c.Expires.Compare(s.today()) <= 0
			l.Rows = append(l.Rows, Listed{c, record(against, c.ID)})
		}
		return err
	})
}

// record is how we fared against somebody, nothing if we never met.
func record(all map[kernel.ID]Record, id kernel.ID) Record {
	if r, ok := all[id]; ok {
		return r
	}
	return Record{Competitor: id, Share: share(0, 0)}
}

func share(won, of int) forecast.Share {
	cfg := forecast.Default()
	return cfg.Share(won, of)
}

// Records are how we fared against each competitor in the deals in sight.
func (s *Service) Records(tx *db.Tx) (map[kernel.ID]Record, error) {
	rows, err := records(tx)
	all := map[kernel.ID]Record{}
	for _, r := range rows {
		r.Share = share(r.Won, r.Met)
		all[r.Competitor] = r
	}
	return all, err
}

// scope says whether the viewer's figures are about everything.
func scope(ctx context.Context) string {
	if viewer, _ := identity.From(ctx); viewer.SeesAll() {
		return "all"
	}
	return "own"
}

// Page is a competitor with the deals in which we met him.
func (s *Service) Page(ctx context.Context, id kernel.ID) (p Page, err error) {
	p.Keep, p.Scope = may(ctx, keeping), scope(ctx)
	return p, s.db.Read(ctx, func(tx *db.Tx) error {
		if p.Competitor, err = find(tx, id); err != nil {
			return err
		}
		p.Stale = p.Expires.Compare(s.today()) <= 0
		against, err := s.Records(tx)
		if err != nil {
			return err
		}
		p.Record = record(against, id)
		p.Deals, err = deals(tx, id)
		return err
	})
}

// Name adds somebody who competes with us. Who is there already is not added again.
func (s *Service) Name(ctx context.Context, c Competitor) (Competitor, error) {
	c.tidy(s.today())
	if err := c.Check(s.today()); err != nil {
		return c, err
	}
	c.ID, c.Version = kernel.NewID(), 1
	c.ByID, c.By = author(ctx)
	return c, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.free(tx, c); err != nil {
			return err
		}
		if err := add(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "competitor.named", "competitor", c.ID, nil, c)
	})
}

// free refuses a name that another one has.
func (s *Service) free(tx *db.Tx, c Competitor) error {
	same, err := called(tx, c.Key)
	if err == nil && len(same) > 0 && same[0].ID != c.ID {
		return kernel.Refused("competitor.taken", "name", c.Name).In("name")
	}
	return err
}

// Write writes a battle card over the version that was read.
func (s *Service) Write(ctx context.Context, c Competitor) (Competitor, error) {
	c.tidy(s.today())
	if err := c.Check(s.today()); err != nil {
		return c, err
	}
	c.ByID, c.By = author(ctx)
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := find(tx, c.ID)
		if err != nil {
			return err
		}
		if err := s.free(tx, c); err != nil {
			return err
		}
		if err := replace(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "competitor.written", "competitor", c.ID, old, c)
	})
	c.Version++
	return c, err
}

// Named are the names of competitors.
func (s *Service) Named(tx *db.Tx, ids ...kernel.ID) (map[kernel.ID]string, error) {
	all, err := everybody(tx)
	names := map[kernel.ID]string{}
	for _, c := range all {
		names[c.ID] = c.Name
	}
	wanted := map[kernel.ID]string{}
	for _, id := range ids {
		if name, ok := names[id]; ok {
			wanted[id] = name
		}
	}
	return wanted, err
}

// Everybody are all competitors by their names.
func (s *Service) Everybody(tx *db.Tx) ([]Competitor, error) { return everybody(tx) }

package maintenance

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"erba/analysis/maintenance"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps what is done to keep relationships.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	contacts  *contact.Service
	portfolio *portfolio.Service
	methods   *method.Service
	relations *relation.Service
	today     func() kernel.Date
}

// NewService returns the service of maintenance.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, contacts *contact.Service, p *portfolio.Service, methods *method.Service, relations *relation.Service) *Service {
	account.Keep(events, deeds)
	account.Keep(events, ratings)
	return &Service{d, accounts, contacts, p, methods, relations, kernel.Today}
}

// What was done for an account goes with it; how good the relationship is, unless
// the other one was rated itself.
var (
	deeds   = account.Kept[kernel.ID]{Table: "maintenance_activities", Columns: "k.id", Reason: "maintenance.done_for", Bring: bringDeed}
	ratings = account.Kept[kernel.ID]{Table: "maintenance_qualities", Columns: "k.id", Reason: "maintenance.rated_for", Bring: bringRating,
		Settle: func(id kernel.ID, own []kernel.ID) (kernel.ID, bool) { return id, len(own) == 0 }}
)

func bringDeed(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE maintenance_activities SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("maintenance_activities.account_id"))
}

func bringRating(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE maintenance_qualities SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("maintenance_qualities.account_id"))
}

// settings is the configuration in force.
func (s *Service) settings(tx *db.Tx) (maintenance.Config, int64, error) {
	return method.Setting[maintenance.Config](s.methods, tx, "M87")
}

// Record writes an activity down.
func (s *Service) Record(ctx context.Context, a Activity) (Activity, error) {
	a.tidy()
	viewer, _ := identity.From(ctx)
	a.ID, a.ByID, a.By, a.Version = kernel.NewID(), viewer.ID, cmp.Or(viewer.Name, viewer.Login), 1
	if a.People == nil {
		a.People = []kernel.ID{}
	}
	return a, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, a.Account); err != nil {
			return err
		}
		if err := s.sound(tx, a); err != nil {
			return err
		}
		if err := add(tx, a); err != nil {
			return err
		}
		return audit.Note(tx, "maintenance.done", "account", a.Account, a)
	})
}

// sound refuses an activity that is none, and people who do not work there.
func (s *Service) sound(tx *db.Tx, a Activity) error {
	if err := a.Check(s.today()); err != nil || len(a.People) == 0 {
		return err
	}
	people, err := s.contacts.Everybody(tx, a.Account)
	for _, id := range a.People {
		if err == nil && !slices.ContainsFunc(people, func(c contact.Contact) bool { return c.ID == id }) {
			err = kernel.Invalid("maintenance.stranger").In("people")
		}
	}
	return err
}

// Amend writes over an activity.
func (s *Service) Amend(ctx context.Context, next Activity) (a Activity, err error) {
	next.tidy()
	return a, s.db.Write(ctx, func(tx *db.Tx) error {
		before, err := find(tx, next.ID)
		if err != nil {
			return err
		}
		a = before
		a.Form, a.On, a.Title, a.Spend, a.Reached, a.People, a.Joined, a.Remark, a.Version = next.Form, next.On, next.Title, next.Spend, next.Reached, next.People, next.Joined, next.Remark, next.Version
		if a.People == nil {
			a.People = []kernel.ID{}
		}
		if err := s.sound(tx, a); err != nil {
			return err
		}
		if err := replace(tx, a); err != nil {
			return err
		}
		a.Version++
		return audit.Changed(tx, "maintenance.amended", "account", a.Account, before, a)
	})
}

// Undo takes an activity back that was not done.
func (s *Service) Undo(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		a, err := find(tx, id)
		if err != nil {
			return err
		}
		if err := drop(tx, id, version); err != nil {
			return err
		}
		return audit.Changed(tx, "maintenance.undone", "account", a.Account, a, nil)
	})
}

// Rate says how good a relationship is, in place of the version that was read.
func (s *Service) Rate(ctx context.Context, q Quality) (Quality, error) {
	viewer, _ := identity.From(ctx)
	q.Evidence, q.On, q.Expires = strings.TrimSpace(q.Evidence), s.today(), s.today().AddMonths(holds)
	q.ByID, q.By = viewer.ID, cmp.Or(viewer.Name, viewer.Login)
	return q, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, q.Account); err != nil {
			return err
		}
		if err := q.Check(); err != nil {
			return err
		}
		old, err := quality(tx, q.Account)
		switch {
		case err != nil:
			return err
		case old.Version != q.Version:
			return kernel.Stale("db.stale")
		}
		if q.ID = old.ID; q.Version == 0 {
			q.ID = kernel.NewID()
			first := q
			first.Version = 1
			err = addQuality(tx, first)
		} else {
			err = replaceQuality(tx, q)
		}
		if err != nil {
			return err
		}
		q.Version++
		return audit.Changed(tx, "maintenance.rated", "account", q.Account, old, q)
	})
}

// Qualities are how good relationships are, of those that are rated in all five
// respects and not too long ago: for signals of risk.
func (s *Service) Qualities(tx *db.Tx) (map[kernel.ID]null.Number, error) {
	all, err := qualities(tx, kernel.ID{})
	found := map[kernel.ID]null.Number{}
	for _, q := range all {
		if mean := q.rated().Mean(); mean.Known() && q.Expires.Compare(s.today()) > 0 {
			found[q.Account] = mean
		}
	}
	return found, err
}

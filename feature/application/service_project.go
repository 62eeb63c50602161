package application

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Plan adds a project of a customer, or with an ID writes over the version that was read.
func (s *Service) Plan(ctx context.Context, p Project) (Project, error) {
	trim(&p.Name)
	p.ByID, p.By = author(ctx)
	p.Said = s.today()
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		var before any
		if p.ID.IsZero() {
			err = s.Accounts.Require(tx, p.Account)
		} else {
			before, err = s.over(tx, &p)
		}
		if err != nil {
			return err
		}
		if err := p.Check(); err != nil {
			return err
		}
		if before == nil {
			p.ID, p.Version = kernel.NewID(), 1
			err = addProject(tx, p)
		} else {
			err = replaceProject(tx, p)
			p.Version++
		}
		if err != nil {
			return err
		}
		return audit.Changed(tx, "application.planned", "account", p.Account, before, p)
	})
	return p, err
}

// over is the project that another one is written over.
func (s *Service) over(tx *db.Tx, p *Project) (any, error) {
	old, err := findProject(tx, p.ID)
	p.Account = old.Account
	return old, err
}

// Drop takes a project off the list.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		p, err := findProject(tx, id)
		if err != nil {
			return err
		}
		before := p
		p.Version = version
		if err := dropProject(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "application.dropped", "account", p.Account, before, nil)
	})
}

// Exported are the columns of the exported projects, as text keys.
var Exported = []string{"application.account_code", "application.account", "application.project", "application.budget", "application.funding",
	"application.purchase", "application.buys_on", "application.chance", "application.by", "application.on"}

// Export are the projects in sight as rows under Exported.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	var all []listed
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		all, err = calendar(tx)
		return err
	})
	return func(yield func([]any) bool) {
		for _, l := range all {
			if !yield(l.row(say)) {
				return
			}
		}
	}, err
}

func (l listed) row(say func(string) string) []any {
	var budget, chance any
	if l.Budget != nil {
		budget = export.Amount(*l.Budget)
	}
	if l.Chance != nil {
		chance = *l.Chance
	}
	funding, purchase := "application.funding_"+l.Funding, "application.purchase_"+l.Purchase
	return []any{l.Code, l.Owner, l.Name, budget, say(funding), say(purchase), l.On, chance, l.By, l.Said}
}

// Population is how many projects there are.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(ctx, func(tx *db.Tx) error {
		n, err = count(identity.Whole(tx))
		return err
	})
}

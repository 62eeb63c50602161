package bundle

import (
	"context"
	"iter"
	"math"
	"slices"

	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/export"
	"erba/platform/identity"
)

// Service keeps packages, partners, and what they are told.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	approvals *approval.Service
	ledger    *ledger.Service
	today     func() kernel.Date
}

// NewService returns the service of packages.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, approvals *approval.Service, l *ledger.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, approvals, l, kernel.Today}
}

// belongings are the consents of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "sharing_consents", Columns: "k.id", Reason: "bundle.has_agreed", Bring: bring}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE sharing_consents SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("sharing_consents.account_id"))
	return err
}

// Shelf is all there is of packages and partners.
func (s *Service) Shelf(ctx context.Context) (shelf Shelf, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if shelf.Bundles, err = bundles(tx); err != nil {
			return err
		}
		if shelf.Partners, err = partners(tx); err != nil {
			return err
		}
		shelf.Currency, err = s.ledger.Currency(tx)
		return err
	})
	return shelf, err
}

// Meet adds a partner.
func (s *Service) Meet(ctx context.Context, p Partner) (Partner, error) {
	viewer, _ := identity.From(ctx)
	p.ID, p.By, p.Version = kernel.NewID(), viewer.ID, 1
	if err := p.check(); err != nil {
		return p, err
	}
	return p, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.unique(tx, p); err != nil {
			return err
		}
		if err := addPartner(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.met", "bundle", p.ID, nil, p)
	})
}

// Weigh writes what is known of a partner, and which ways there are.
func (s *Service) Weigh(ctx context.Context, p Partner) (Partner, error) {
	if err := p.check(); err != nil {
		return p, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := partners(tx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(o Partner) bool { return o.ID == p.ID })
		if at < 0 {
			return kernel.Missing("db.missing")
		}
		if err := s.unique(tx, p); err != nil {
			return err
		}
		if err := replacePartner(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.weighed", "bundle", p.ID, all[at], p)
	})
	p.Version++
	return p, err
}

// unique refuses a second partner of a name.
func (s *Service) unique(tx *db.Tx, p Partner) error {
	all, err := partners(tx)
	if slices.ContainsFunc(all, func(o Partner) bool { return o.Name == p.Name && o.ID != p.ID }) {
		return kernel.Invalid("bundle.there_already").In("name")
	}
	return err
}

// Pack adds a package.
func (s *Service) Pack(ctx context.Context, b Bundle) (Bundle, error) {
	viewer, _ := identity.From(ctx)
	b.ID, b.By, b.Made, b.Version = kernel.NewID(), viewer.ID, s.today(), 1
	if err := b.check(); err != nil {
		return b, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.known(tx, b); err != nil {
			return err
		}
		if err := addBundle(tx, b); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.packed", "bundle", b.ID, nil, b)
	})
	b.reckon()
	return b, err
}

// Repack writes over a package.
func (s *Service) Repack(ctx context.Context, b Bundle, ended bool) (Bundle, error) {
	if err := b.check(); err != nil {
		return b, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := bundles(tx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(o Bundle) bool { return o.ID == b.ID })
		if at < 0 {
			return kernel.Missing("db.missing")
		}
		b.By, b.Made, b.Ended = all[at].By, all[at].Made, all[at].Ended
		switch {
		case !ended:
			b.Ended = kernel.Date{}
		case b.Ended.IsZero():
			b.Ended = s.today()
		}
		if err := s.known(tx, b); err != nil {
			return err
		}
		if err := replaceBundle(tx, b); err != nil {
			return err
		}
		return audit.Changed(tx, "bundle.repacked", "bundle", b.ID, all[at], b)
	})
	b.Version++
	b.reckon()
	return b, err
}

// known refuses items of a partner that nobody knows.
func (s *Service) known(tx *db.Tx, b Bundle) error {
	all, err := partners(tx)
	for _, item := range b.Items {
		if !item.Partner.IsZero() && !slices.ContainsFunc(all, func(p Partner) bool { return p.ID == item.Partner }) {
			return kernel.Invalid("bundle.no_partner").In("items")
		}
	}
	return err
}

// Exported are the columns of exported packages, as text keys.
var Exported = []string{"bundle.name", "bundle.item", "bundle.partner", "bundle.item_cost", "bundle.asked", "bundle.left", "bundle.ended"}

// Export are all packages, a row an item.
func (s *Service) Export(ctx context.Context) (iter.Seq[[]any], error) {
	shelf, err := s.Shelf(ctx)
	named := map[kernel.ID]string{}
	for _, p := range shelf.Partners {
		named[p.ID] = p.Name
	}
	return func(yield func([]any) bool) {
		for _, b := range shelf.Bundles {
			for _, item := range b.Items {
				if !yield([]any{b.Name, item.Name, named[item.Partner], export.Amount(*item.Cost), export.Amount(b.Asked), share(b.Left), b.Ended}) {
					return
				}
			}
		}
	}, err
}

// share is what is left of a price as a cell has it; of a price of nothing, nothing.
func share(of null.Number) any {
	if !of.Known() {
		return nil
	}
	return kernel.Micro(int64(math.Round(float64(of) * 1e6)))
}

// Population is of how many rows the exported packages are.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := bundles(tx)
		for _, b := range all {
			n += int64(len(b.Items))
		}
		return err
	})
	return n, err
}

package pricing

import (
	"context"

	"erba/analysis/price"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/evaluation"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Others are what prices stand on.
type Others struct {
	Accounts    *account.Service
	Approvals   *approval.Service
	Evaluations *evaluation.Service
	Ledger      *ledger.Service
	Methods     *method.Service
	Notices     *notice.Service
	Deals       *opportunity.Service
	Products    *product.Service
}

// Service keeps prices.
type Service struct {
	Others
	db    *db.DB
	today func() kernel.Date
}

// NewService returns the service of prices. Agreed prices of an account that is
// merged into another go with it.
func NewService(d *db.DB, events *event.Bus, o Others) *Service {
	s := &Service{o, d, kernel.Today}
	account.Keep(events, account.Kept[kernel.ID]{Table: "framework_prices", Columns: "k.id", Reason: "pricing.was_agreed", Bring: bringFramework})
	return s
}

// setting is the method that says who may give away how much.
const setting = "prices"

func (s *Service) config(tx *db.Tx) (price.Config, error) {
	cfg, _, err := method.Setting[price.Config](s.Methods, tx, setting)
	return cfg, err
}

// Priced is what a product costs a customer on a day, for lines of deals: agreed with
// him, or of the list that means him, with the floor and the cost behind it.
func (s *Service) Priced(tx *db.Tx, account, product kernel.ID, on kernel.Date) (p opportunity.Price, err error) {
	of, err := wareOf(tx, product)
	if err != nil {
		return p, err
	}
	whole := identity.Whole(tx) // who may work on the deal is told what the customer pays
	p = opportunity.Price{List: of.Listed, Cost: of.Cost, From: "pricing.from_products"}
	if of.Listed == nil {
		p.From = ""
	}
	if err := s.listed(whole, account, product, on, &p); err != nil {
		return p, err
	}
	found, err := floorOn(whole, product, on)
	if err != nil || len(found) == 0 {
		return p, err
	}
	if p.Floor = found[0].Floor; found[0].Unit != nil {
		p.Cost = found[0].Unit
	}
	return p, nil
}

// listed puts in the price that was agreed, or that of the list that means the
// customer most closely.
func (s *Service) listed(tx *db.Tx, account, product kernel.ID, on kernel.Date, p *opportunity.Price) error {
	if !account.IsZero() {
		agreed, err := frameworks(tx, account, product, on, on)
		if err != nil {
			return err
		}
		if len(agreed) > 0 {
			p.List, p.From = &agreed[0].Agreed, fromFramework
			return nil
		}
	}
	all, err := offers(tx, product, on)
	if err != nil || len(all) == 0 {
		return err
	}
	of, err := s.asked(tx, account, all)
	if err != nil {
		return err
	}
	for _, scope := range closest {
		for _, one := range all {
			if one.Scope == scope && one.Place == of[scope] {
				p.List, p.From = &one.Listed, "pricing.from_"+scope
				return nil
			}
		}
	}
	return nil
}

// fromFramework is where an agreed price comes from.
const fromFramework = "pricing.from_framework"

// closest are the scopes of lists, the closest to a customer first.
var closest = []string{Tier, Industry, Region, Everybody}

// asked is what an account is in each scope; of no account every list but those for
// everybody means somebody else.
func (s *Service) asked(tx *db.Tx, account kernel.ID, all []offer) (map[string]string, error) {
	nobody := "\x00"
	of := map[string]string{Everybody: "", Tier: nobody, Industry: nobody, Region: nobody}
	narrow := false
	for _, one := range all {
		narrow = narrow || one.Scope != Everybody
	}
	if account.IsZero() || !narrow {
		return of, nil
	}
	c, err := customerOf(tx, account)
	if err != nil {
		return of, err
	}
	of[Region], of[Industry] = c.Region, c.Industry
	of[Tier], err = s.Evaluations.InForceOf(tx, account, evaluation.Tier)
	return of, err
}

// tag is what is known of a price, for whoever decides about it.
func tag(p opportunity.Price) price.Tag {
	return price.Tag{Known: p.List, Agreed: p.From == fromFramework, Floor: p.Floor}
}

func viewer(ctx context.Context) kernel.ID {
	v, _ := identity.From(ctx)
	return v.ID
}

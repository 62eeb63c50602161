package pricing

import (
	"context"
	"slices"

	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Offered is what a deal offers of a product, as far as its price takes consent.
type Offered struct {
	Product  kernel.ID       `json:"product"`
	Text     string          `json:"text"`
	Quantity kernel.Decimal  `json:"quantity" doc:"Of all lines of the product"`
	Asked    kernel.Decimal  `json:"asked"    doc:"The lowest"`
	Known    *kernel.Decimal `json:"list"     doc:"Agreed with the customer, or of a list; null: nobody has set it"`
	From     string          `json:"from"     doc:"Text key of where that comes from"`
	State    string          `json:"state"    enum:"free,needs,waiting,granted" doc:"free: no consent is needed; needs: nobody has asked for it"`
}

// OfDeal are the prices of a deal.
type OfDeal struct {
	Currency string    `json:"currency"`
	Lines    []Offered `json:"lines"`
	Requests []Request `json:"requests"`
	May      bool      `json:"may" doc:"The viewer may ask for a special price"`
}

// OfDeal are the prices of a deal, and which of them take consent.
func (s *Service) OfDeal(ctx context.Context, id kernel.ID) (o OfDeal, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, id)
		if err != nil {
			return err
		}
		if o.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		if o.Lines, err = s.offered(tx, d); err != nil {
			return err
		}
		if o.Requests, err = s.requests(tx, Asked{Deal: id}, mostRequests); err != nil {
			return err
		}
		o.May, err = inSight(identity.As(tx, "special:ask"), id)
		o.May = o.May && d.Live() && !d.Account.IsZero()
		return err
	})
	return o, err
}

// offered are the products of a deal, each with its lowest price and all that is
// sold of it: what consent speaks of.
func (s *Service) offered(tx *db.Tx, d opportunity.Deal) ([]Offered, error) {
	lines, err := linesOf(tx, d.ID)
	if err != nil {
		return nil, err
	}
	all := []Offered{}
	for _, l := range lines {
		at := slices.IndexFunc(all, func(o Offered) bool { return o.Product == l.Product })
		if at < 0 {
			all = append(all, Offered{Product: l.Product, Text: l.Text, Quantity: l.Quantity, Asked: l.Asked})
			continue
		}
		o := &all[at]
		o.Quantity = kernel.Micro(o.Quantity.Micro() + l.Quantity.Micro())
		if l.Asked.Micro() < o.Asked.Micro() {
			o.Asked = l.Asked
		}
	}
	return all, s.judge(tx, d, all)
}

// judge says of what a deal offers whether it takes consent, and has it.
func (s *Service) judge(tx *db.Tx, d opportunity.Deal, all []Offered) error {
	cfg, err := s.config(tx)
	if err != nil {
		return err
	}
	allowed, err := specials(identity.Whole(tx), d.ID)
	if err != nil {
		return err
	}
	for i := range all {
		o := &all[i]
		p, err := s.Priced(tx, d.Account, o.Product, s.today())
		if err != nil {
			return err
		}
		if o.Known, o.From, o.State = p.List, p.From, "free"; cfg.Needs(tag(p), o.Asked) {
			o.State = s.consent(*o, allowed)
		}
	}
	return nil
}

// consent is how a price stands that takes it.
func (s *Service) consent(o Offered, all []Special) string {
	state := "needs"
	for _, one := range all {
		if one.covers(o.Product, o.Quantity, o.Asked, s.today()) {
			return Granted
		}
		if one.Product == o.Product && one.State == Waiting {
			state = Waiting
		}
	}
	return state
}

// gate keeps a deal from being offered, and from being won, at a price to which
// nobody has agreed. What it says does not tell how far one may go.
func (s *Service) gate(tx *db.Tx, d opportunity.Deal, m opportunity.Move) error {
	if bound, err := s.binding(tx, d, m); err != nil || !bound {
		return err
	}
	all, err := s.offered(identity.Whole(tx), d)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.State != "free" && o.State != Granted {
			return kernel.Refused("pricing.needs_consent", "product", o.Text)
		}
	}
	return nil
}

// binding reports whether a move makes prices known to the customer.
func (s *Service) binding(tx *db.Tx, d opportunity.Deal, m opportunity.Move) (bool, error) {
	if m.State != opportunity.Going {
		return m.State == opportunity.Won, nil
	}
	cfg, err := s.config(tx)
	if err != nil {
		return false, err
	}
	ways, err := s.Deals.Config(tx)
	if err != nil {
		return false, err
	}
	way, _ := ways.Process(d.Process)
	to := way.Index(m.To)
	if to <= way.Index(m.From) {
		return false, nil
	}
	for _, step := range cfg.Steps {
		if at := way.Index(step); at >= 0 && to >= at {
			return true, nil
		}
	}
	return false, nil
}

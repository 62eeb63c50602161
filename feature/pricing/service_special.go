package pricing

import (
	"context"

	"erba/feature/approval"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// The grants of those who let special prices pass: a manager, and a director.
const (
	near = "special:approve"
	deep = "special:below"
)

// asking is the kind of proposal by which somebody asks for a special price. Whose
// consent it takes is said with each, and nowhere shown: it would tell of the floor.
var asking = approval.Kind{Name: "pricing.special", Propose: "special:ask", Bands: []approval.Band{{Approve: []string{deep}}, {Approve: []string{near}}}, Days: 14, Reason: true}

// wish is what a proposal is about.
type wish struct {
	Special kernel.ID `json:"special"`
}

// Ask asks for a special price in a deal.
func (s *Service) Ask(ctx context.Context, p Special) (Special, error) {
	p.ID, p.State, p.By, p.Made, p.Version = kernel.NewID(), Waiting, viewer(ctx), s.today(), 1
	if p.From.IsZero() {
		p.From = p.Made
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, p.Deal)
		switch {
		case err != nil:
			return err
		case !d.Live():
			return kernel.Refused("pricing.deal_ended")
		case d.Account.IsZero():
			return kernel.Refused("pricing.no_customer")
		}
		if err := p.Check(); err != nil {
			return err
		}
		if err := s.propose(tx, d, &p); err != nil {
			return err
		}
		if err := addSpecial(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "pricing.asked", "special", p.ID, nil, p)
	})
	return p, err
}

// propose sends a request to whoever may grant it.
func (s *Service) propose(tx *db.Tx, d opportunity.Deal, p *Special) error {
	waiting, err := specials(tx, d.ID)
	if err != nil {
		return err
	}
	for _, one := range waiting {
		if one.State == Waiting && one.Product == p.Product {
			return kernel.Refused("pricing.asked_already").In("product")
		}
	}
	priced, err := s.Priced(tx, d.Account, p.Product, s.today())
	if err != nil {
		return err
	}
	cfg, err := s.config(tx)
	if err != nil {
		return err
	}
	p.Known = priced.List
	if p.Known != nil && p.Wanted.Micro() >= p.Known.Micro() && !cfg.Needs(tag(priced), p.Wanted) {
		return kernel.Invalid("pricing.not_special").In("wanted")
	}
	step := near
	if cfg.Deep(tag(priced), p.Wanted) {
		step = deep
	}
	draft, err := s.draft(tx, d, *p)
	if err != nil {
		return err
	}
	draft.Steps = approval.Steps{step}
	made, err := s.Approvals.Propose(tx, draft)
	p.Approval = made.ID
	return err
}

// draft is the proposal in words that whoever asks may read.
func (s *Service) draft(tx *db.Tx, d opportunity.Deal, p Special) (a approval.Draft, err error) {
	currency, err := s.Ledger.Currency(tx)
	if err != nil {
		return a, err
	}
	of, err := wareOf(tx, p.Product)
	if err != nil {
		return a, err
	}
	sum, err := kernel.Amount(p.Quantity, p.Wanted)
	if err != nil {
		return a, kernel.Invalid("pricing.bad_quantity").In("quantity")
	}
	return approval.Draft{Kind: asking.Name, Object: "special", Subject: p.ID, Account: d.Account, Payload: wish{p.ID}, Amount: kernel.Money{Minor: sum, Currency: currency},
		Reason: p.Reason, Link: "/opportunities/" + d.ID.String(), Args: approval.Args{{Name: "deal", Text: d.Name}, {Name: "product", Text: of.Name},
			{Name: "quantity", Text: p.Quantity.String()}, {Name: "wanted", Text: p.Wanted.String()}, {Name: "until", Text: p.Until.String()}}}, nil
}

// course is what becomes of a request once somebody has decided.
func (s *Service) course() approval.Course[wish] {
	return approval.Course[wish]{
		Apply: func(tx *db.Tx, _ approval.Proposal, w wish) error { return s.decided(tx, w, Granted) },
		Ended: func(tx *db.Tx, p approval.Proposal, w wish) error {
			becomes, known := map[string]string{approval.Withdrawn: Withdrawn, approval.Lapsed: Lapsed}[p.State]
			if !known {
				becomes = Refused
			}
			return s.decided(tx, w, becomes)
		},
	}
}

func (s *Service) decided(tx *db.Tx, w wish, becomes string) error {
	tx = identity.Whole(tx)
	p, err := findSpecial(tx, w.Special)
	if err != nil {
		return err
	}
	before := p
	p.State = becomes
	if err := settle(tx, p); err != nil {
		return err
	}
	return audit.Changed(tx, "pricing."+becomes, "special", p.ID, before, p)
}

// Requests are special prices that were asked for, the latest first.
type Requests struct {
	Currency string    `json:"currency"`
	Rows     []Request `json:"rows"`
	More     bool      `json:"more" doc:"There are others that are not shown"`
}

// Requests are the special prices of the deals in sight.
func (s *Service) Requests(ctx context.Context, w Asked) (r Requests, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if r.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		r.Rows, err = s.requests(tx, w, mostRequests+1)
		return err
	})
	if r.More = len(r.Rows) > mostRequests; r.More {
		r.Rows = r.Rows[:mostRequests]
	}
	return r, err
}

// requests are special prices with what stands behind them, for whoever sees margins.
func (s *Service) requests(tx *db.Tx, w Asked, limit int) ([]Request, error) {
	rows, err := requests(tx, w, limit)
	if err != nil {
		return nil, err
	}
	cfg, err := s.config(tx)
	if err != nil {
		return nil, err
	}
	behind := map[kernel.ID]opportunity.Price{}
	for i := range rows {
		r := &rows[i]
		p, known := behind[r.Product]
		if !known {
			if p, err = s.Priced(tx, kernel.ID{}, r.Product, s.today()); err != nil {
				return nil, err
			}
			behind[r.Product] = p
		}
		r.Floor, r.Unit, r.Deep = p.Floor, p.Cost, new(cfg.Deep(tag(p), r.Wanted))
		if p.Cost != nil {
			r.Margin = new(1 - p.Cost.Float()/r.Wanted.Float())
		}
	}
	return append([]Request{}, rows...), nil
}

package credit

import (
	"context"

	"erba/feature/approval"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// releasing is the kind of proposal by which a blocked order passes after all.
var releasing = approval.Kind{Name: "credit.release", Propose: "credit:request", Days: 14, Reason: true,
	Bands: []approval.Band{{Approve: []string{writing, second, high}}}}

// let is what a proposal is about.
type let struct {
	Order kernel.ID `json:"order"`
}

// Release asks for an order to pass although it is blocked. Two people decide: who
// keeps the credit of the customer and somebody else. If the one who asks keeps it,
// he is the first of them.
func (s *Service) Release(ctx context.Context, id kernel.ID, version int64, reason string) (o Order, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if o, err = findOrder(tx, id); err != nil {
			return err
		}
		if err := o.opens(Blocked); err != nil {
			return err
		}
		if err := explained(reason); err != nil {
			return err
		}
		before := o
		o.State, o.Reason, o.Version = Asked, reason, version
		if err := s.plead(tx, &o); err != nil {
			return err
		}
		if err := settleOrder(tx, o); err != nil {
			return err
		}
		o.Version++
		return audit.Changed(tx, "credit.asked", "credit_order", id, before, o)
	})
	return o, err
}

// plead sends a request to those who decide. Its words are read by who asks, who may
// not know how much is owed.
func (s *Service) plead(tx *db.Tx, o *Order) error {
	cfg, err := s.config(tx)
	if err != nil {
		return err
	}
	steps := approval.Steps{writing}
	if s.Accounts.Require(identity.As(tx, writing), o.Account) == nil {
		steps = nil
	}
	if o.Amount > cfg.Band {
		steps = append(steps, high)
	} else {
		steps = append(steps, second)
	}
	base, err := s.Ledger.Currency(tx)
	if err != nil {
		return err
	}
	names, err := s.Accounts.Names(tx, []kernel.ID{o.Account})
	if err != nil {
		return err
	}
	made, err := s.Approvals.Propose(tx, approval.Draft{Kind: releasing.Name, Object: "credit_order", Subject: o.ID, Account: o.Account, Payload: let{o.ID},
		Amount: kernel.Money{Minor: o.Amount, Currency: base}, Steps: steps, Reason: o.Reason, Link: "/accounts/" + o.Account.String() + "?tab=ledger.money",
		Args: approval.Args{{Name: "account", Text: names[o.Account]}, {Name: "number", Text: o.Number}, {Name: "amount", Text: export.Amount(o.Amount).String()}}})
	o.Approval = made.ID
	return err
}

// releaseCourse is what becomes of an order once somebody has decided.
func (s *Service) releaseCourse() approval.Course[let] {
	return approval.Course[let]{
		Apply: func(tx *db.Tx, _ approval.Proposal, l let) error {
			return s.decided(tx, l, "credit.released", Released)
		},
		Ended: func(tx *db.Tx, _ approval.Proposal, l let) error {
			return s.decided(tx, l, "credit.kept_blocked", Blocked)
		},
	}
}

func (s *Service) decided(tx *db.Tx, l let, did, becomes string) error {
	whole := identity.Whole(tx)
	o, err := findOrder(whole, l.Order)
	if err != nil {
		return err
	}
	if err := o.opens(Asked); err != nil {
		return err
	}
	before := o
	o.State = becomes
	if err := settleOrder(whole, o); err != nil {
		return err
	}
	return audit.Changed(tx, did, "credit_order", o.ID, before, o)
}

package collection

import (
	"context"

	"erba/feature/approval"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// giving is the kind of proposal by which somebody agrees to give money up.
var giving = approval.Kind{Name: "collection.give_up", Propose: "collection:writeoff", Bands: approval.By("collection:approve"), Days: 60, Reason: true}

// given is what a proposal is about.
type given struct {
	WriteOff kernel.ID `json:"write_off"`
}

// GiveUp asks somebody to agree that so much of an invoice is given up.
func (s *Service) GiveUp(ctx context.Context, w WriteOff) (WriteOff, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		w.ID, w.By, w.Made, w.State, w.Version = kernel.NewID(), me(tx), s.today(), Waiting, 1
		if err := w.Check(); err != nil {
			return err
		}
		if err := s.fits(tx, w); err != nil {
			return err
		}
		p, err := s.propose(tx, w)
		if err != nil {
			return err
		}
		w.Approval = p.ID
		if err := addWriteOff(tx, w); err != nil {
			return err
		}
		return audit.Changed(tx, "collection.given_up", "account", w.Account, nil, w)
	})
	return w, err
}

// fits refuses to give up more than is left of an invoice, what others ask for included.
func (s *Service) fits(tx *db.Tx, w WriteOff) error {
	st, err := s.stand(tx, w.Account)
	if err != nil {
		return err
	}
	others, err := writeOffs(tx, w.Account)
	if err != nil {
		return err
	}
	left := st.owed(w.Number)
	if left == 0 {
		return kernel.Refused("collection.not_open", "number", w.Number).In("number")
	}
	for _, o := range others {
		if o.ID != w.ID && o.Number == w.Number && o.State == Waiting {
			left -= o.Amount
		}
	}
	if w.Amount > left {
		return kernel.Refused("collection.more_than_open", "number", w.Number).In("amount")
	}
	return nil
}

func (s *Service) propose(tx *db.Tx, w WriteOff) (p approval.Proposal, err error) {
	names, err := s.Accounts.Names(tx, []kernel.ID{w.Account})
	if err != nil {
		return p, err
	}
	currency, err := s.Ledger.Currency(tx)
	if err != nil {
		return p, err
	}
	return s.Approvals.Propose(tx, approval.Draft{Kind: giving.Name, Object: "account", Subject: w.ID, Account: w.Account, Payload: given{w.ID},
		Amount: kernel.Money{Minor: w.Amount, Currency: currency}, Reason: w.Reason, Link: "/accounts/" + w.Account.String() + "?tab=ledger.money",
		Args: approval.Args{{Name: "account", Text: names[w.Account]}, {Name: "number", Text: w.Number}}})
}

// course is what becomes of money that is to be given up once somebody has decided.
func (s *Service) course() approval.Course[given] {
	return approval.Course[given]{
		Apply: func(tx *db.Tx, _ approval.Proposal, g given) error { return s.decided(tx, g, Entered) },
		Ended: func(tx *db.Tx, _ approval.Proposal, g given) error { return s.decided(tx, g, Refused) },
	}
}

// decided books what is given up, or says that it is not.
func (s *Service) decided(tx *db.Tx, g given, becomes string) error {
	tx = identity.Whole(tx)
	w, err := findWriteOff(tx, g.WriteOff)
	if err != nil {
		return err
	}
	before := w
	if w.State = becomes; becomes == Entered {
		if err := s.fits(tx, w); err != nil {
			return err
		}
		d, err := s.Receivables.Book(tx, receivable.Document{Account: w.Account, Kind: receivable.Writeoff, Number: "WO-" + w.ID.String(), On: s.today(), Amount: w.Amount,
			Reference: w.Number, Note: cut(w.Reason, 300)})
		if err != nil {
			return err
		}
		w.Document = d.ID
	}
	if err := decide(tx, w); err != nil {
		return err
	}
	return audit.Changed(tx, "collection.decided", "account", w.Account, before, w)
}

// cut is the beginning of a text.
func cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}

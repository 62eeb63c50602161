package receivable

import (
	"slices"

	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Allocate says what pays what. No document pays more than it is, and none is paid
// more than it is.
func (s *Service) Allocate(tx *db.Tx, account kernel.ID, parts []Part) ([]Part, error) {
	return s.allocate(tx, account, parts, s.now())
}

// allocate is Allocate at an instant: what is decided together is known together.
func (s *Service) allocate(tx *db.Tx, account kernel.ID, parts []Part, at int64) ([]Part, error) {
	if err := alone(tx, account); err != nil {
		return nil, err
	}
	documents, err := s.documents(tx, account, At{})
	if err != nil {
		return nil, err
	}
	standing, err := s.parts(tx, account, At{})
	if err != nil {
		return nil, err
	}
	viewer, _ := identity.From(tx.Context())
	for i := range parts {
		p := &parts[i]
		p.ID, p.Account, p.Booked, p.By = kernel.NewID(), account, at, viewer.ID
		standing = append(standing, *p)
		if err := allows(documents, standing, p); err != nil {
			return nil, err
		}
	}
	if err := addParts(tx, parts...); err != nil {
		return nil, err
	}
	return parts, s.told(tx, "receivable.allocated", account, parts)
}

// allows refuses a part that does not fit beside the others.
func allows(documents []Document, standing []Part, p *Part) error {
	find := func(id kernel.ID) *Document {
		if i := slices.IndexFunc(documents, func(d Document) bool { return d.ID == id }); i >= 0 {
			return &documents[i]
		}
		return nil
	}
	from, to := find(p.From), find(p.To)
	switch {
	case from == nil || to == nil:
		return kernel.Missing("db.missing")
	case !pays(from.Kind) || kinds[to.Kind] != receivable.Claim && to.Kind != Refund || to.Kind == Shipment:
		return kernel.Refused("receivable.cannot_pay")
	case p.Amount <= 0:
		return kernel.Invalid("receivable.bad_amount").In("amount")
	}
	given, taken := int64(0), int64(0)
	for _, o := range standing {
		if o.From == p.From {
			given += o.Amount
		}
		if o.To == p.To {
			taken += o.Amount
		}
	}
	if given > from.Amount || taken > to.Amount {
		return kernel.Refused("receivable.more_than_there", "from", from.Number, "to", to.Number).In("amount")
	}
	return nil
}

// pays reports whether papers of a kind pay others.
func pays(kind string) bool {
	k, ok := kinds[kind]
	return ok && (k == receivable.Credit || k == receivable.Receipt)
}

// Undo takes back what was said.
func (s *Service) Undo(tx *db.Tx, account kernel.ID, ids []kernel.ID) error {
	return s.undo(tx, account, ids, s.now())
}

func (s *Service) undo(tx *db.Tx, account kernel.ID, ids []kernel.ID, at int64) error {
	if err := alone(tx, account); err != nil {
		return err
	}
	parts, err := s.parts(tx, account, At{})
	if err != nil {
		return err
	}
	viewer, _ := identity.From(tx.Context())
	var back []Part
	for _, id := range ids {
		i := slices.IndexFunc(parts, func(p Part) bool { return p.ID == id })
		if i < 0 {
			return kernel.Missing("db.missing")
		}
		p := parts[i]
		back = append(back, Part{ID: kernel.NewID(), Account: account, From: p.From, To: p.To, Amount: p.Amount, Reverses: id, Booked: max(at, p.Booked+1), By: viewer.ID})
	}
	if err := addParts(tx, back...); err != nil {
		return err
	}
	return s.told(tx, "receivable.unallocated", account, back)
}

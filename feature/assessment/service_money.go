package assessment

import (
	"erba/analysis/credit"
	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Lender tells what is known of an account's money: how late it pays, what it may still
// owe, and the light that everybody sees who works on it. Who asks has made sure that
// the viewer may know.
type Lender interface {
	Paying(tx *db.Tx, account kernel.ID) (late null.Number, claims int, err error)
	Headroom(tx *db.Tx, account kernel.ID) (*int64, error)
	Light(tx *db.Tx, account kernel.ID) (credit.Light, error)
}

// LentBy has somebody tell it; where nobody does, it is not known.
func (s *Service) LentBy(l Lender) { s.lender = l }

// owes reports whether there is anybody of whom money can be known.
func (q *inquiry) owes() bool { return q.lender != nil && !q.deal.Account.IsZero() }

// paying is how late the account paid what was due within a year.
func (q *inquiry) paying() ([]Proof, error) {
	const grant = "receivable:read"
	if !q.may(q.ctx, q.deal.ID, grant) {
		return hidden(Paying, qualification.Finance, why.Days), nil
	}
	late, claims := null.None, 0
	if q.owes() {
		err := q.db.Read(identity.Under(q.ctx, grant), func(tx *db.Tx) (err error) {
			late, claims, err = q.lender.Paying(tx, q.deal.Account)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	p := proof(Paying, qualification.Finance, why.Days, late, q.cfg.Data.Paying)
	p.From, p.Parts = "assessment.from_receivables", []why.Figure{why.Known("assessment.part_invoices", why.Count, claims)}
	return []Proof{p}, nil
}

// credit is how much of the deal the account may still owe. Who sees the light alone is
// told that, and no reading of what is behind it.
func (q *inquiry) credit() ([]Proof, error) {
	const grant, light = "credit:read", "credit:light"
	may := q.may(q.ctx, q.deal.ID, grant)
	p := hidden(Credit, qualification.Danger, why.Share)[0]
	if !may && !q.may(q.ctx, q.deal.ID, light) {
		return []Proof{p}, nil
	}
	if p.State = isUnknown; !q.owes() {
		return []Proof{p}, nil
	}
	err := q.db.Read(identity.Under(q.ctx, light), func(tx *db.Tx) (err error) {
		p.Light, err = q.lender.Light(tx, q.deal.Account)
		return err
	})
	if p.State, p.From = isKnown, "assessment.from_light"; err != nil || !may {
		return []Proof{p}, err
	}
	return q.headroom(p.Light)
}

// headroom is that of who may read it.
func (q *inquiry) headroom(light credit.Light) ([]Proof, error) {
	var room *int64
	err := q.db.Read(identity.Under(q.ctx, "credit:read"), func(tx *db.Tx) (err error) {
		room, err = q.lender.Headroom(tx, q.deal.Account)
		return err
	})
	share, parts := null.None, []why.Figure{}
	if room != nil {
		parts = append(parts, why.Known("assessment.part_headroom", why.Amount, *room))
		if q.deal.Amount != nil {
			share = null.Ratio(null.Of(*room), null.Of(*q.deal.Amount))
		}
	}
	p := proof(Credit, qualification.Danger, why.Share, share, q.cfg.Data.Credit)
	p.Light, p.From, p.Parts = light, "assessment.from_credit", parts
	return []Proof{p}, err
}

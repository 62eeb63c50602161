package assessment

import (
	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/why"
	"erba/feature/coverage"
	"erba/platform/db"
)

type staff = coverage.Person

// record is how many of the closed deals in sight were won: with this customer, of
// this product, against each rival.
func (q *inquiry) record() (all []Proof, err error) {
	err = q.db.Read(q.ctx, func(tx *db.Tx) error {
		if !q.deal.Account.IsZero() {
			r, err := withAccount(tx, q.deal.Account)
			if err != nil {
				return err
			}
			all = append(all, q.share(Customer, qualification.Bond, r))
		}
		if q.deal.Product != "" {
			r, err := ofProduct(tx, q.deal.Product)
			if err != nil {
				return err
			}
			p := q.share(Goods, qualification.Fit, r)
			p.Name = q.deal.Product
			all = append(all, p)
		}
		fought, err := q.fought(tx)
		for _, rival := range q.rivals {
			p := q.share(Versus, qualification.Value, fought[rival.ID])
			p.Name = rival.Name
			all = append(all, p)
		}
		return err
	})
	return all, err
}

// share says of a few cases how many they are, and nothing more.
func (q *inquiry) share(kind, question string, r record) Proof {
	cfg := forecast.Default()
	cfg.Least = q.cfg.Cases
	s := cfg.Share(r.Won, r.Won+r.Lost)
	p := proof(kind, question, why.Share, s.Mean, q.cfg.Data.Winning)
	p.Won, p.Of, p.Low, p.High, p.From = s.Won, s.Of, s.Low, s.High, "assessment.from_deals"
	if p.State == isUnknown && s.Of > 0 {
		p.State = isFew
	}
	if !s.Mean.Known() {
		p.Value = null.None
	}
	return p
}

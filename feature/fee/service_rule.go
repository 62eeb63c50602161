package fee

import (
	"context"

	"erba/analysis/fee"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// rule is how a request stands to what its customer earns in the year of fees in
// which it begins. The viewer of tx must see the account's sales, whoever asks.
func (s *Service) rule(tx *db.Tx, c fee.Config, q Request) (r Rule, err error) {
	r.From, r.Until = c.Period(q.From)
	share, known, err := s.share(tx, c, q.Account)
	if err != nil {
		return r, err
	}
	r.Known = known
	if err := s.foresee(tx, &r, q); err != nil {
		return r, err
	}
	others, err := planned(tx, q.Account, r.From, r.Until)
	if err != nil {
		return r, err
	}
	r.count(q, others, s.today())
	paid, err := alone(tx, q.Account, r.From, r.Until)
	r.Others += paid
	r.judge(c, fee.Ground{Sales: r.Sold + r.Ahead + r.Added, Margin: share}, q)
	return r, err
}

// share is a customer's gross margin over the last twelve months.
func (s *Service) share(tx *db.Tx, c fee.Config, account kernel.ID) (share kernel.Decimal, known bool, err error) {
	today := s.today()
	days, err := s.ledger.Days(tx, []kernel.ID{account}, nil, today.AddMonths(-12).Add(1), today)
	share, _, known = margin(days, c)
	return share, known, err
}

// Share is a customer's gross margin over the last twelve months, or the company's; it
// may be unknown.
func (s *Service) Share(tx *db.Tx, account kernel.ID) (share kernel.Decimal, known bool, err error) {
	c, err := s.Config(tx)
	if err != nil {
		return share, false, err
	}
	return s.share(tx, c, account)
}

// For is what was granted and paid for a promotion.
func (s *Service) For(tx *db.Tx, promotion kernel.ID) (granted, paid int64, err error) {
	n, err := sum(tx, Which{Promotion: promotion})
	return n.Agreed, n.Paid, err
}

// foresee fills in what was sold in the year so far, and what was sold a year before
// in what is left of it.
func (s *Service) foresee(tx *db.Tx, r *Rule, q Request) error {
	today, to := s.today(), s.today()
	if to.Compare(r.Until) > 0 {
		to = r.Until
	}
	if to.Compare(r.From) < 0 {
		to = r.From.Add(-1)
	}
	so, err := s.ledger.Days(tx, []kernel.ID{q.Account}, nil, r.From, to)
	if err != nil {
		return err
	}
	years := 12
	for to.Add(1).AddMonths(-years).Compare(today) > 0 {
		years += 12 // a year that has not begun is like the last one that has passed
	}
	ahead, err := s.ledger.Days(tx, []kernel.ID{q.Account}, nil, to.Add(1).AddMonths(-years), r.Until.AddMonths(-years))
	r.Sold, r.Ahead = sold(so), sold(ahead)
	return err
}

// count adds what else the year costs, and what activities that have not ended add.
func (r *Rule) count(q Request, others []Row, today kernel.Date) {
	for _, o := range append(others, Row{Request: q}) {
		if o.ID == q.ID && o.Code != "" {
			continue // it is counted as it is now wanted
		}
		if o.ID != q.ID {
			r.Others += o.costs()
		}
		if o.Baseline != nil && o.Until.Compare(today) >= 0 && (o.open() || o.ID == q.ID) {
			r.Added += *o.Expected - *o.Baseline
		}
	}
}

// costs is what a request costs: what was paid, and what may still be.
func (r Row) costs() int64 {
	switch {
	case r.State == Waiting:
		return max(r.Amount, r.Paid)
	case r.open():
		return max(r.Agreed, r.Paid)
	}
	return r.Paid
}

// room reports whether every budget that a request falls under has room for it, beside
// what others wait for: each of them alone would fit.
func (s *Service) room(tx *db.Tx, c fee.Config, r Request) (bool, error) {
	all, err := purses(tx)
	if err != nil {
		return false, err
	}
	if err := tx.Alone("fee budgets"); err != nil {
		return false, err
	}
	for _, p := range all {
		if !p.holds(c, r) {
			continue
		}
		parts, err := taken(tx, p.Budget, c.Below(p.Type))
		if err != nil {
			return false, err
		}
		waiting, err := waiting(tx, p.Budget, c.Below(p.Type), r.ID)
		if err != nil {
			return false, err
		}
		if p.fill(parts); p.Left-waiting < r.Amount-r.Agreed {
			return false, nil
		}
	}
	return true, nil
}

// Foresee is how a request would stand, before anybody asks.
func (s *Service) Foresee(ctx context.Context, q Request) (r Rule, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, q.Account); err != nil {
			return err
		}
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		if q.tidy(); q.Check(c) != nil {
			return q.Check(c)
		}
		r, err = s.rule(identity.Whole(tx), c, q)
		return err
	})
	return r, err
}

// Rule is how a request stands now.
func (s *Service) Rule(ctx context.Context, id kernel.ID) (r Rule, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		q, err := find(tx, id)
		if err != nil {
			return err
		}
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		r, err = s.rule(identity.Whole(tx), c, q)
		return err
	})
	return r, err
}

// Result is whether what was paid to a customer in some days was covered.
func (s *Service) Result(ctx context.Context, account kernel.ID, from, until kernel.Date) (r Result, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err := s.results(tx, []kernel.ID{account}, from, until)
		if err != nil {
			return err
		}
		r = all[0]
		r.Types, err = paidBy(tx, account, r.From, r.Until)
		return err
	})
	return r, err
}

// Results are those of the customers in sight to whom something was paid in some days.
func (s *Service) Results(ctx context.Context, from, until kernel.Date) (all []Result, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		spent, err := s.Spent(tx, nil, from, until)
		if err != nil {
			return err
		}
		ids := make([]kernel.ID, 0, len(spent))
		for id := range spent {
			ids = append(ids, id)
		}
		all, err = s.results(tx, ids, from, until)
		return err
	})
	return all, err
}

func (s *Service) results(tx *db.Tx, ids []kernel.ID, from, until kernel.Date) ([]Result, error) {
	all := []Result{}
	c, err := s.Config(tx)
	if err != nil || len(ids) == 0 {
		return all, err
	}
	currency, err := s.ledger.Currency(tx)
	if err != nil {
		return nil, err
	}
	days, err := s.ledger.Days(tx, ids, nil, from, until)
	if err != nil {
		return nil, err
	}
	by := map[kernel.ID][]ledger.Day{}
	for _, d := range days {
		by[d.Account] = append(by[d.Account], d)
	}
	spent, err := s.Spent(tx, ids, from, until)
	if err != nil {
		return nil, err
	}
	who, err := named(tx, ids)
	for _, a := range who {
		r := Result{Account: a.Account, Code: a.Code, Name: a.Name, Currency: currency, From: from, Until: until}
		r.tell(c, by[a.Account], spent[a.Account])
		all = append(all, r)
	}
	return all, err
}

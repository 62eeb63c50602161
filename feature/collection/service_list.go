package collection

import (
	"cmp"
	"context"
	"slices"

	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// List are the accounts that are asked for money, the latest first.
type List struct {
	Currency string  `json:"currency"`
	Rows     []Asked `json:"rows"`
	Next     int     `json:"next,omitempty" doc:"Where the next page starts"`
}

// Page is which piece of the list.
type Page struct {
	From  int
	Limit int // 0: all
}

// Asked is how far asking an account is, in a list.
type Asked struct {
	Account  kernel.ID `json:"account" row:"account"`
	Name     string    `json:"name"`
	Code     string    `json:"code"`
	Course   Course    `json:"course"`
	Disputed int64     `json:"disputed"`
	Stopped  bool      `json:"stopped"`
}

const (
	tried = 400 // accounts that are looked at for one page: of some nothing is to be said
	ahead = 30  // days before the due date that are looked at at least
)

// List are the accounts in sight that are asked for money.
func (s *Service) List(ctx context.Context, p Page) (l List, err error) {
	l.Rows = []Asked{}
	owing, err := s.Receivables.Ageing(ctx, receivable.Ask{At: receivable.At{On: s.today()}, By: receivable.ByAccount})
	if err != nil {
		return l, err
	}
	slices.SortStableFunc(owing.Rows, func(a, b receivable.Row) int { return cmp.Compare(b.Worst, a.Worst) })
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if l.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		accounts, err := s.askable(tx, owing)
		if err != nil {
			return err
		}
		if err := s.fill(tx, &l, accounts, p); err != nil {
			return err
		}
		return s.call(tx, l.Rows)
	})
	return l, err
}

// askable are the accounts of which something may be to be said: those that are late,
// those of which something falls due, and those to which delivery is stopped.
func (s *Service) askable(tx *db.Tx, owing receivable.Ageing) (all []kernel.ID, err error) {
	c, err := s.config(tx)
	if err != nil {
		return nil, err
	}
	early := c.Steps[0].Days < -ahead
	there := map[kernel.ID]bool{}
	for _, r := range owing.Rows {
		if there[r.Account] = r.Worst > 0 || r.Soon > 0 || early; there[r.Account] {
			all = append(all, r.Account)
		}
	}
	held, err := stopped(tx, kernel.ID{})
	for _, one := range held {
		if !there[one.Account] {
			there[one.Account], all = true, append(all, one.Account)
		}
	}
	return all, err
}

// fill takes a page of those that have reached a step or to whom delivery is stopped.
func (s *Service) fill(tx *db.Tx, l *List, accounts []kernel.ID, p Page) error {
	for at := min(p.From, len(accounts)); at < len(accounts); at++ {
		if p.Limit > 0 && (len(l.Rows) == p.Limit || at-p.From == tried) {
			l.Next = at
			return nil
		}
		one, err := s.asked(tx, accounts[at])
		if err != nil {
			return err
		}
		if one.Course.Reached >= 0 || one.Stopped {
			l.Rows = append(l.Rows, one)
		}
	}
	return nil
}

// asked is how far asking one account is.
func (s *Service) asked(tx *db.Tx, account kernel.ID) (one Asked, err error) {
	ways, err := s.ways(tx, account)
	if err != nil {
		return one, err
	}
	st, err := s.stand(tx, account)
	if err != nil {
		return one, err
	}
	log, err := dunnings(tx, account)
	if err != nil {
		return one, err
	}
	all, err := stops(tx, account)
	one = Asked{Account: account, Course: course(ways, st.debts, log, all)}
	for _, stop := range all {
		one.Stopped = one.Stopped || stop.Lifted.IsZero()
	}
	for _, d := range st.debts {
		one.Disputed += d.Disputed
	}
	return one, err
}

// call fills in what the accounts are called.
func (s *Service) call(tx *db.Tx, rows []Asked) error {
	ids := make([]kernel.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.Account
	}
	names, err := called(tx, ids)
	for i := range rows {
		rows[i].Name, rows[i].Code = names[rows[i].Account].Name, names[rows[i].Account].Code
	}
	return err
}

// step is the one that was reached; none: empty.
func (c Course) step() Point {
	if c.Reached < 0 {
		return Point{}
	}
	return c.Steps[c.Reached]
}

package collection

import (
	"context"
	"slices"

	"erba/analysis/dunning"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
)

// Calendar is which money is likely to come on which day.
type Calendar struct {
	From     kernel.Date  `json:"from"`
	Until    kernel.Date  `json:"until"`
	Currency string       `json:"currency"`
	Days     []ReceiptDay `json:"days"`
	Total    int64        `json:"total"    doc:"Within these days"`
	Promised int64        `json:"promised" doc:"… of which somebody promised"`
	Unsaid   int64        `json:"unsaid"   doc:"Whose usual day has passed: nobody knows when it comes"`
	Later    int64        `json:"later"    doc:"After these days"`
}

// ReceiptDay is a day with the money that is likely to come on it.
type ReceiptDay struct {
	On       kernel.Date `json:"on"`
	Amount   int64       `json:"amount"`
	Promised int64       `json:"promised"`
	Rows     []Coming    `json:"rows" doc:"By accounts, the largest first"`
	More     int         `json:"more" doc:"Rows that are left out"`
}

// Coming is what an account is likely to pay on a day.
type Coming struct {
	Account kernel.ID `json:"account" row:"account"`
	Name    string    `json:"name"`
	Amount  int64     `json:"amount"`
	Why     string    `json:"why" enum:"promise,due,habit"`
}

const (
	usual   = 34  // days of a calendar
	longest = 366 // days
	named   = 20  // rows of a day
)

// Calendar is which money of the accounts in sight is likely to come within some days.
func (s *Service) Calendar(ctx context.Context, from, until kernel.Date) (c Calendar, err error) {
	if from.IsZero() {
		from = s.today()
	}
	if until.IsZero() {
		until = from.Add(usual)
	}
	if n := until.Days(from); n < 0 || n > longest {
		return c, kernel.Invalid("collection.bad_span").In("until")
	}
	c = Calendar{From: from, Until: until, Days: []ReceiptDay{}}
	days := map[kernel.Date]*ReceiptDay{}
	err = s.eachExpected(ctx, func(o receivable.Owing, e dunning.Expected) {
		c.take(days, e, Coming{o.Account, o.Name, e.Amount, e.Why})
	})
	if err != nil {
		return c, err
	}
	for _, d := range days {
		d.Rows = merged(d.Rows)
		if d.More = max(0, len(d.Rows)-named); d.More > 0 {
			d.Rows = d.Rows[:named]
		}
		c.Days = append(c.Days, *d)
	}
	slices.SortFunc(c.Days, func(a, b ReceiptDay) int { return a.On.Compare(b.On) })
	return c, s.db.Read(ctx, func(tx *db.Tx) error {
		c.Currency, err = s.Ledger.Currency(tx)
		return err
	})
}

// eachExpected hands over when the open claims of the accounts in sight are likely to be paid.
func (s *Service) eachExpected(ctx context.Context, take func(receivable.Owing, dunning.Expected)) error {
	promised, err := s.foreseen(ctx)
	if err != nil {
		return err
	}
	on := s.today()
	return s.Receivables.EachOwing(ctx, receivable.At{On: on}, func(o receivable.Owing) {
		var claims []dunning.Open
		for i := range o.Items {
			if item := &o.Items[i]; item.Open > 0 {
				claims = append(claims, dunning.Open{Number: item.Number, Due: item.Due, Left: item.Open})
			}
		}
		for _, e := range dunning.Expect(claims, promised[o.Account], habit(o.Items, on), on) {
			take(o, e)
		}
	})
}

// foreseen is what is still to come of promises, by accounts.
func (s *Service) foreseen(ctx context.Context) (map[kernel.ID][]dunning.Promise, error) {
	of := map[kernel.ID][]dunning.Promise{}
	return of, s.db.Snapshot(ctx, func(tx *db.Tx) error {
		c, err := s.config(tx)
		if err != nil {
			return err
		}
		accounts, err := promising(tx, s.today().Add(-c.Wait), kernel.On(2999, 1, 1))
		if err != nil {
			return err
		}
		for _, account := range accounts {
			all, err := s.promised(tx, account, c)
			if err != nil {
				return err
			}
			of[account] = coming(all)
		}
		return nil
	})
}

// take adds money to its day.
func (c *Calendar) take(days map[kernel.Date]*ReceiptDay, e dunning.Expected, row Coming) {
	switch {
	case e.On.IsZero():
		c.Unsaid += e.Amount
		return
	case e.On.Compare(c.From) < 0:
		return
	case e.On.Compare(c.Until) > 0:
		c.Later += e.Amount
		return
	}
	d := days[e.On]
	if d == nil {
		d = &ReceiptDay{On: e.On}
		days[e.On] = d
	}
	d.Amount += e.Amount
	c.Total += e.Amount
	if e.Why == dunning.ByPromise {
		d.Promised += e.Amount
		c.Promised += e.Amount
	}
	d.Rows = append(d.Rows, row)
}

// merged has one row for an account and a reason, the largest first.
func merged(rows []Coming) (all []Coming) {
	type which struct {
		account kernel.ID
		why     string
	}
	at := map[which]int{}
	for _, r := range rows {
		k := which{r.Account, r.Why}
		if i, there := at[k]; there {
			all[i].Amount += r.Amount
			continue
		}
		at[k] = len(all)
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b Coming) int { return int(min(1, max(-1, b.Amount-a.Amount))) })
	return all
}

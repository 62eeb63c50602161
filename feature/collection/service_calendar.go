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
	Others   int          `json:"others"   doc:"Accounts that owe too little to be looked at one by one"`
	Rest     int64        `json:"rest"     doc:"What those owe"`
}

// ReceiptDay is a day with the money that is likely to come on it.
type ReceiptDay struct {
	On       kernel.Date `json:"on"`
	Amount   int64       `json:"amount"`
	Promised int64       `json:"promised"`
	Rows     []Coming    `json:"rows" doc:"By accounts, the largest first"`
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
	looked  = 300 // accounts that are looked at one by one: those that owe most
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
	owing, err := s.Receivables.Ageing(ctx, receivable.Ask{At: receivable.At{On: s.today()}, By: receivable.ByAccount, Sort: "total", Limit: looked})
	if err != nil {
		return c, err
	}
	c.Others, c.Rest = owing.Rest.Accounts, owing.Rest.Total
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if c.Currency, err = s.Ledger.Currency(tx); err != nil {
			return err
		}
		return s.expect(tx, &c, accountsOf(owing))
	})
	return c, err
}

func (s *Service) expect(tx *db.Tx, c *Calendar, accounts []kernel.ID) error {
	cfg, err := s.config(tx)
	if err != nil {
		return err
	}
	names, err := called(tx, accounts)
	if err != nil {
		return err
	}
	days := map[kernel.Date]*ReceiptDay{}
	for _, account := range accounts {
		all, err := s.expected(tx, account, cfg)
		if err != nil {
			return err
		}
		for _, e := range all {
			c.take(days, e, Coming{account, names[account].Name, e.Amount, e.Why})
		}
	}
	for _, d := range days {
		d.Rows = merged(d.Rows)
		c.Days = append(c.Days, *d)
	}
	slices.SortFunc(c.Days, func(a, b ReceiptDay) int { return a.On.Compare(b.On) })
	return nil
}

// expected is when the open claims of an account are likely to be paid.
func (s *Service) expected(tx *db.Tx, account kernel.ID, cfg dunning.Config) ([]dunning.Expected, error) {
	st, err := s.stand(tx, account)
	if err != nil {
		return nil, err
	}
	said, err := promises(tx, account)
	if err != nil {
		return nil, err
	}
	return dunning.Expect(st.opened(), coming(judged(said, st.money(), s.today(), cfg)), habit(st.Standing.Items, s.today()), s.today()), nil
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

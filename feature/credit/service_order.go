package credit

import (
	"context"
	"time"

	"erba/analysis/credit"
	owed "erba/feature/receivable"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Check says whether an order passes, and writes it down: from then on it is owed
// for. The same order sent again is answered as it stands; another order under the
// same number is refused.
//
// Checks against one limit come one after the other. On SQLite there is one writer,
// and those that wait for it share a commit; on PostgreSQL they hold the lock of the
// group at whose top the account stands.
func (s *Service) Check(ctx context.Context, o Order) (a Answer, err error) {
	if err := s.prepare(ctx, &o); err != nil {
		return a, err
	}
	err = s.db.Together(ctx, func(tx *db.Tx) error {
		a, err = s.check(tx, o)
		return err
	})
	return a, err
}

// prepare completes an order: its amount in the base currency, by the rate of today.
// Whoever sends it writes its day, and would choose the rate with it.
func (s *Service) prepare(ctx context.Context, o *Order) error {
	if err := o.Check(); err != nil {
		return err
	}
	if o.On.IsZero() {
		o.On = s.today()
	}
	o.Amount, o.By = o.Original, viewer(ctx)
	if o.Currency == "" {
		return nil
	}
	table, err := s.Ledger.RateTable(ctx)
	if err != nil {
		return err
	}
	if o.Amount, err = table.Convert(o.Original, o.Currency, s.today()); err != nil {
		return kernel.Invalid("credit.no_rate", "currency", o.Currency).In("currency")
	}
	if o.Amount <= 0 || o.Amount > credit.Most {
		return kernel.Invalid("credit.bad_order").In("amount")
	}
	return nil
}

func (s *Service) check(tx *db.Tx, o Order) (Answer, error) {
	up, err := alone(tx, o.Account)
	if err != nil {
		return Answer{}, err
	}
	whole := identity.Whole(tx)
	if o.Currency == "" {
		base, err := s.Ledger.Currency(whole)
		if err != nil {
			return Answer{}, err
		}
		o.Currency = base
	}
	known, err := numbered(whole, o.Number)
	switch {
	case err != nil:
		return Answer{}, err
	case len(known) > 0 && !known[0].same(o):
		return Answer{}, kernel.Refused("credit.other_order", "number", o.Number).In("number")
	case len(known) > 0:
		return known[0].answer(true), nil
	}
	if err := s.patient(tx, o); err != nil {
		return Answer{}, err
	}
	v, err := s.judge(whole, o, up)
	if err != nil {
		return Answer{}, err
	}
	o.ID, o.At, o.Version = kernel.NewID(), time.Now().UnixMicro(), 1
	o.judge(v)
	if err := addOrders(whole, o); err != nil {
		return Answer{}, err
	}
	return o.answer(false), audit.Changed(tx, "credit.checked", "credit_order", o.ID, nil, o)
}

// mostBlocked are the blocked orders of a customer about which somebody who may not
// know its limit is answered within a day: with more of them he would find it out.
const mostBlocked = 5

// patient refuses to answer more orders of somebody who sees the light only.
func (s *Service) patient(tx *db.Tx, o Order) error {
	v, _ := identity.From(tx.Context())
	if o.By.IsZero() || v.May("credit:read") {
		return nil
	}
	n, err := blockedBy(identity.Whole(tx), o.Account, o.By, time.Now().Add(-24*time.Hour).UnixMicro())
	if err == nil && n >= mostBlocked {
		err = kernel.Refused("credit.too_many_blocked", "max", mostBlocked)
	}
	return err
}

// alone makes checks within one group of companies run one after the other, and
// returns an account in sight with the companies above it, in sight or not.
func alone(tx *db.Tx, account kernel.ID) (up []kernel.ID, err error) {
	if up, err = above(tx, account); err != nil {
		return nil, err
	}
	return up, tx.Alone("credit." + up[len(up)-1].String())
}

func (s *Service) judge(tx *db.Tx, o Order, up []kernel.ID) (v credit.Verdict, err error) {
	cfg, err := s.config(tx)
	if err != nil {
		return v, err
	}
	asked, _, err := s.standing(tx, up)
	asked.Order = max(0, o.Amount-o.Delivered) // the rest is owed for already
	return cfg.Judge(asked), err
}

// booked notes what of the orders of an account its papers name, whenever they change:
// from then on that is owed for as delivered or invoiced, and not as ordered.
func (s *Service) booked(tx *db.Tx, e owed.Booked) error {
	tx = identity.Whole(tx)
	orders, err := running(tx, e.Account)
	if err != nil || len(orders) == 0 {
		return err
	}
	delivered, err := s.delivered(tx, e.Account, orders)
	for _, o := range orders {
		if amount := delivered[o.Number]; err == nil && amount != o.Delivered {
			err = deliver(tx, o.ID, amount)
		}
	}
	return err
}

// delivered is how much of each order of an account its papers name that were booked
// since it was first checked.
func (s *Service) delivered(tx *db.Tx, account kernel.ID, orders []Order) (map[string]int64, error) {
	since := make(map[string]int64, len(orders))
	for _, o := range orders {
		since[o.Number] = o.ID.Time().UnixMicro()
	}
	return s.Debts.Delivered(tx, account, since)
}

// Recheck looks at a blocked order again: money has come, or the limit has changed.
func (s *Service) Recheck(ctx context.Context, id kernel.ID, version int64) (Order, error) {
	return s.change(ctx, id, version, "credit.rechecked", func(tx *db.Tx, o *Order) error {
		if err := o.opens(Blocked); err != nil {
			return err
		}
		up, err := alone(tx, o.Account)
		if err != nil {
			return err
		}
		v, err := s.judge(tx, *o, up)
		o.At = time.Now().UnixMicro()
		o.judge(v)
		return err
	})
}

// PayFirst has an order paid before it is delivered: nothing is owed for it.
func (s *Service) PayFirst(ctx context.Context, id kernel.ID, version int64, reason string) (Order, error) {
	return s.change(ctx, id, version, "credit.paid_first", func(_ *db.Tx, o *Order) error {
		o.State, o.Reason = Cash, reason
		return explained(reason)
	}, Blocked)
}

// Close takes an order off: it was invoiced, or cancelled.
func (s *Service) Close(ctx context.Context, id kernel.ID, version int64, reason string) (Order, error) {
	return s.change(ctx, id, version, "credit.closed", func(_ *db.Tx, o *Order) error {
		o.State, o.Reason = Closed, reason
		return explained(reason)
	}, Passed, Released, Blocked, Cash)
}

// change changes one order in sight, if it is in one of some states.
func (s *Service) change(ctx context.Context, id kernel.ID, version int64, verb string, f func(*db.Tx, *Order) error, from ...string) (o Order, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if o, err = findOrder(tx, id); err != nil {
			return err
		}
		before := o
		if len(from) > 0 {
			if err := o.opens(from...); err != nil {
				return err
			}
		}
		whole := identity.Whole(tx)
		if err := f(whole, &o); err != nil {
			return err
		}
		o.Version = version
		if err := settleOrder(whole, o); err != nil {
			return err
		}
		o.Version++
		return audit.Changed(tx, verb, "credit_order", id, before, o)
	})
	return o, err
}

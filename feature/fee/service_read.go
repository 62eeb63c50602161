package fee

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// List is a page of the register, with what it comes to.
func (s *Service) List(ctx context.Context, w Which) (r Register, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		if r.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		w.types = c.Below(w.Type)
		n, err := sum(tx, w)
		if err != nil {
			return err
		}
		r.Types, r.Count, r.Agreed, r.Paid, r.Waiting, r.Blocked = c.Types, n.Count, n.Agreed, n.Paid, n.Waiting, n.Blocked
		r.Rows, r.Next, err = page(tx, w)
		return err
	})
	return r, err
}

func page(tx *db.Tx, w Which) (rows []Row, next kernel.ID, err error) {
	limit := w.Limit
	w.Limit++
	if rows, err = list(tx, w); err == nil && len(rows) > limit {
		rows, next = rows[:limit], rows[limit-1].ID
	}
	return rows, next, err
}

// Sheet is a request with everything that belongs to it.
type Sheet struct {
	Row
	Currency string    `json:"currency"`
	Papers   []Paper   `json:"papers"`
	Checks   []Seen    `json:"checks"   doc:"Looks at shops that show it"`
	Shops    []Seen    `json:"shops"    doc:"Looks at the account's shops in its days that might"`
	Bookings []Booking `json:"bookings"`
	May      []string  `json:"may"      doc:"What the viewer may do with it now"`
}

// Find is a request with everything that belongs to it.
func (s *Service) Find(ctx context.Context, id kernel.ID) (f Sheet, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if f.Row, err = row(tx, id); err != nil {
			return err
		}
		if f.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		if f.Papers, err = papers(tx, id); err != nil {
			return err
		}
		if f.Checks, err = shops(tx, f.Request, true); err != nil {
			return err
		}
		if f.Shops, err = shops(tx, f.Request, false); err != nil {
			return err
		}
		f.May = s.may(tx, f.Request)
		f.Bookings, err = bookings(tx, id)
		return err
	})
	return f, err
}

// steps are what may be done with a request of a state, and the grants that it takes.
var steps = []struct {
	does, grant string
	states      []string
}{
	{"again", "fee:request", []string{Blocked, Refused}},
	{"override", "fee:override", []string{Blocked}},
	{"file", "fee:request", []string{Approved, Executed}},
	{"execute", "fee:request", []string{Approved}},
	{"raise", "fee:request", []string{Approved, Executed}},
	{"settle", "fee:settle", []string{Executed}},
	{"reverse", "fee:settle", []string{Executed, Settled, Evaluated}},
	{"evaluate", "fee:request", []string{Settled}},
}

// may is what the viewer may do with a request now.
func (s *Service) may(tx *db.Tx, r Request) []string {
	does := []string{}
	for _, step := range steps {
		if slices.Contains(step.states, r.State) && s.accounts.Require(identity.As(tx, step.grant), r.Account) == nil {
			does = append(does, step.does)
		}
	}
	return does
}

// Ledger is a page of what was paid, the latest first.
type Ledger struct {
	Currency string    `json:"currency"`
	Rows     []Entry   `json:"rows"`
	Next     kernel.ID `json:"next,omitzero"`
}

// Bookings is a page of what was paid to an account, or to all in sight.
func (s *Service) Bookings(ctx context.Context, account, after kernel.ID, limit int) (l Ledger, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if l.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		l.Rows, err = entries(tx, account, after, limit+1)
		return err
	})
	if len(l.Rows) > limit {
		l.Rows, l.Next = l.Rows[:limit], l.Rows[limit-1].ID
	}
	return l, err
}

package terms

import (
	"context"

	"erba/analysis/terms"
	"erba/feature/account"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps payment terms and the calendar of days off.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service
	methods  *method.Service
	billed   []Billed
	today    func() kernel.Date
}

// Billed reports whether an account has documents of a day or later that take
// their due date from its terms.
type Billed func(tx *db.Tx, account kernel.ID, since kernel.Date) (bool, error)

// Changed says that the terms of an account or, without one, the calendar have changed.
type Changed struct{ Account kernel.ID }

// NewService returns the service of terms.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, methods *method.Service) *Service {
	account.Keep(events, belongings)
	return &Service{db: d, events: events, accounts: accounts, methods: methods, billed: []Billed{byInvoice}, today: kernel.Today}
}

// belongings are what was agreed with an account: it goes with it.
var belongings = account.Kept[kernel.ID]{Table: "payment_terms", Columns: "k.id", Reason: "terms.were_agreed", Bring: bring}

// BilledBy asks somebody else, too, whether there are documents that terms would change.
func (s *Service) BilledBy(f Billed) { s.billed = append(s.billed, f) }

func byInvoice(tx *db.Tx, account kernel.ID, since kernel.Date) (bool, error) {
	n, err := invoiced(tx, account, since)
	return n > 0, err
}

// Book are the terms of all accounts in sight.
func (s *Service) Book(tx *db.Tx) (*Book, error) { return s.book(tx) }

// BookOf are those of one account.
func (s *Service) BookOf(tx *db.Tx, account kernel.ID) (*Book, error) { return s.book(tx, account) }

// Of are the terms of an account's documents of a day.
func (s *Service) Of(tx *db.Tx, account kernel.ID, on kernel.Date) (terms.Terms, error) {
	b, err := s.book(tx, account)
	if err != nil {
		return terms.Terms{}, err
	}
	return b.Of(account, on), nil
}

func (s *Service) book(tx *db.Tx, accounts ...kernel.ID) (*Book, error) {
	b := &Book{of: map[kernel.ID][]Agreement{}, off: map[int32]bool{}}
	var err error
	if b.usual, _, err = method.Setting[terms.Terms](s.methods, tx, Setting); err != nil {
		return nil, err
	}
	all, err := agreements(tx, accounts...)
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		b.of[a.Account] = append(b.of[a.Account], a)
	}
	off, err := days(identity.Whole(tx), kernel.Date{}, kernel.Date{})
	for _, d := range off {
		b.off[d.On.Ordinal()] = d.Working
	}
	return b, err
}

// Agree writes down what was agreed with an account from a day on.
func (s *Service) Agree(ctx context.Context, a Agreement) (Agreement, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		a, err = s.agree(tx, a)
		return err
	})
	return a, err
}

func (s *Service) agree(tx *db.Tx, a Agreement) (Agreement, error) {
	viewer, _ := identity.From(tx.Context())
	a.ID, a.By, a.Made, a.Version = kernel.NewID(), viewer.ID, s.today(), 1
	if err := s.accounts.Require(tx, a.Account); err != nil {
		return a, err
	}
	if err := a.Check(); err != nil {
		return a, err
	}
	if err := s.onward(tx, a); err != nil {
		return a, err
	}
	if err := add(tx, a); err != nil {
		return a, err
	}
	if err := event.Emit(s.events, tx, Changed{a.Account}); err != nil {
		return a, err
	}
	return a, audit.Changed(tx, "terms.agreed", "account", a.Account, nil, a)
}

// onward refuses terms that would change when earlier documents are due: they begin
// after what was agreed before, and with no document of their days. What is agreed
// first may begin whenever it did.
func (s *Service) onward(tx *db.Tx, a Agreement) error {
	all, err := agreements(identity.Whole(tx), a.Account)
	if err != nil {
		return err
	}
	first := true
	for _, other := range all {
		if other.Contract != a.Contract {
			continue
		}
		first = false
		if other.Since.Compare(a.Since) >= 0 {
			return kernel.Refused("terms.later_already", "since", other.Since.String()).In("since")
		}
	}
	if first {
		return nil
	}
	for _, billed := range s.billed {
		if touched, err := billed(identity.Whole(tx), a.Account, a.Since); err != nil {
			return err
		} else if touched {
			return kernel.Refused("terms.has_documents", "since", a.Since.String()).In("since")
		}
	}
	return nil
}

// Withdraw takes back what has not begun.
func (s *Service) Withdraw(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := find(tx, id)
		switch {
		case err != nil:
			return err
		case was.Since.Compare(s.today()) <= 0:
			return kernel.Refused("terms.has_begun").In("since")
		}
		if err := drop(tx, id, version); err != nil {
			return err
		}
		if err := event.Emit(s.events, tx, Changed{was.Account}); err != nil {
			return err
		}
		return audit.Changed(tx, "terms.withdrawn", "account", was.Account, was, nil)
	})
}

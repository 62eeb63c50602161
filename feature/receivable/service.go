package receivable

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/terms"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps what is owed.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service
	ledger   *ledger.Service
	methods  *method.Service
	terms    *terms.Service
	today    func() kernel.Date
	now      func() int64
	memory   memory
	lends    lends
	exposed  exposed
}

// NewService returns the service of receivables.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, led *ledger.Service, methods *method.Service, t *terms.Service) *Service {
	account.Keep(events, account.Kept[kept]{Table: "receivable_documents", Columns: "k.id, k.kind, k.number, k.turn", Reason: "receivable.was_booked", Settle: beside, Bring: bring})
	account.Keep(events, account.Kept[kernel.ID]{Table: "receivable_allocations", Columns: "k.id", Reason: "receivable.was_booked", Bring: bringPart})
	t.BilledBy(billed)
	led.KnowMoney(ledger.Money{Payers: asked(paidFor), Bearing: asked(bearing)})
	s := &Service{db: d, events: events, accounts: accounts, ledger: led, methods: methods, terms: t, today: kernel.Today,
		now: func() int64 { return time.Now().UnixMicro() }}
	event.On(events, func(*db.Tx, Booked) error { s.memory.expect(); return nil })
	event.On(events, func(*db.Tx, ledger.Published) error { s.memory.expect(); return nil })
	event.On(events, func(*db.Tx, terms.Changed) error { s.memory.expect(); return nil })
	return s
}

// asked lets the ledger ask what papers say.
func asked(ask func(tx *db.Tx, words []string) ([]paying, error)) ledger.Asking {
	return func(tx *db.Tx, words []string) (all []ledger.Paying, err error) {
		found, err := ask(tx, words)
		for _, one := range found {
			all = append(all, ledger.Paying(one))
		}
		return all, err
	}
}

// beside is a paper as it arrives where others of its number may be.
func beside(row kept, own []kept) (kept, bool) {
	for _, o := range own {
		if o.Kind == row.Kind && o.Number == row.Number {
			row.Turn += o.Turn + 1
		}
	}
	return row, true
}

// Of is where an account stands.
func (s *Service) Of(tx *db.Tx, account kernel.ID, at At) (*Account, error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return nil, err
	}
	return s.of(tx, account, at)
}

// Statement is Of with what paid each claim.
func (s *Service) Statement(ctx context.Context, account kernel.ID, at At) (a *Account, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		a, err = s.Of(tx, account, at)
		return err
	})
	if err != nil {
		return nil, err
	}
	a.Claims = claimsOf(&a.Standing, a.Documents)
	return a, nil
}

// Company is under whose name statements and letters leave; empty: nobody has said so.
func (s *Service) Company(tx *db.Tx) (string, error) {
	config, _, err := method.Setting[Config](s.methods, tx, Setting)
	return strings.TrimSpace(config.Company), err
}

// of is Of for those who know that they see the account.
func (s *Service) of(tx *db.Tx, account kernel.ID, at At) (*Account, error) {
	if at.On.IsZero() {
		at.On = s.today()
	}
	config, _, err := method.Setting[Config](s.methods, tx, Setting)
	if err != nil {
		return nil, err
	}
	documents, err := s.documents(tx, account, at)
	if err != nil {
		return nil, err
	}
	parts, err := s.parts(tx, account, at)
	if err != nil {
		return nil, err
	}
	entries, err := s.entries(tx, account, documents)
	if err != nil {
		return nil, err
	}
	a := &Account{Account: account, On: at.On, Documents: documents, Parts: parts, Standing: *receivable.AsOf(at.On, entries, allocations(parts))}
	a.Received, a.Exposure = a.Standing.Received, exposure(documents, at, &a.Standing, config)
	return a, nil
}

// documents are the papers of an account that are known at a time, by their day.
func (s *Service) documents(tx *db.Tx, account kernel.ID, at At) ([]Document, error) {
	invoices, err := claims(tx, account)
	if err != nil {
		return nil, err
	}
	receipts, err := money(tx, account)
	if err != nil {
		return nil, err
	}
	all, err := papers(tx, account)
	for i := range invoices {
		all = append(all, invoices[i].invoice())
	}
	for i := range receipts {
		all = append(all, receipts[i].receipt())
	}
	all = slices.DeleteFunc(all, func(d Document) bool { return !at.knows(d.Booked, d.until) })
	slices.SortFunc(all, func(a, b Document) int { return cmp.Or(a.On.Compare(b.On), a.ID.Compare(b.ID)) })
	return all, err
}

func (s *Service) parts(tx *db.Tx, account kernel.ID, at At) ([]Part, error) {
	all, err := decided(tx, account)
	return slices.DeleteFunc(all, func(p Part) bool { return !at.knows(p.Booked, p.until) }), err
}

// entries are papers as method M77 counts them, by the terms of their days.
func (s *Service) entries(tx *db.Tx, account kernel.ID, documents []Document) (all []receivable.Document, err error) {
	book, err := s.terms.BookOf(identity.Whole(tx), account)
	if err != nil {
		return nil, err
	}
	for i := range documents {
		all = documents[i].entries(all, book)
	}
	return all, nil
}

func allocations(parts []Part) []receivable.Allocation {
	all := make([]receivable.Allocation, len(parts))
	for i, p := range parts {
		all[i] = receivable.Allocation{From: p.From.Int(), To: p.To.Int(), Amount: p.Amount}
	}
	return all
}

// Late is how late claims of an account were paid that were due in a window of days.
func (s *Service) Late(tx *db.Tx, account kernel.ID, from, until kernel.Date) (mean null.Number, claims int, err error) {
	a, err := s.of(tx, account, At{On: until})
	if err != nil {
		return mean, 0, err
	}
	mean, claims = receivable.Late(a.Standing.Items, from, until)
	return mean, claims, nil
}

// told notes what was booked, and tells others.
func (s *Service) told(tx *db.Tx, verb string, account kernel.ID, what any) error {
	if err := audit.Note(tx, verb, "account", account, what); err != nil {
		return err
	}
	return event.Emit(s.events, tx, Booked{account})
}

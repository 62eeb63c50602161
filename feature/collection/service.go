package collection

import (
	"cmp"
	"slices"
	"time"

	"erba/analysis/dunning"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
	"erba/platform/mail"
)

// Others are the services that collection needs.
type Others struct {
	Accounts    *account.Service
	Approvals   *approval.Service
	Ledger      *ledger.Service
	Methods     *method.Service
	Notices     *notice.Service
	Receivables *receivable.Service
}

// Service asks for late money.
type Service struct {
	Others
	db    *db.DB
	jobs  *job.Queue
	post  *mail.Post
	say   func(language, key string, args map[string]any) string
	today func() kernel.Date
	now   func() time.Time
}

// NewService returns the service of collection.
func NewService(d *db.DB, events *event.Bus, jobs *job.Queue, post *mail.Post, say func(language, key string, args map[string]any) string, o Others) *Service {
	for _, table := range []string{"disputes", "payment_promises", "write_offs", "dunnings", "delivery_stops", "agreed_steps"} {
		account.Keep(events, account.Kept[kernel.ID]{Table: table, Columns: "k.id", Reason: "collection.was_asked", Bring: bring(table)})
	}
	return &Service{o, d, jobs, post, say, kernel.Today, time.Now}
}

func (s *Service) config(tx *db.Tx) (dunning.Config, error) {
	c, _, err := method.Setting[dunning.Config](s.Methods, tx, Setting)
	return c, err
}

// ways are the steps by which the claims of an account are asked for.
func (s *Service) ways(tx *db.Tx, account kernel.ID) (w Ways, err error) {
	if w.usual, err = s.config(tx); err != nil {
		return w, err
	}
	all, err := agreed(tx, account)
	w.agreed = holding(all)
	return w, err
}

// Stopped is why and since when nothing is delivered to an account on credit; a
// zero day: it is delivered.
func (s *Service) Stopped(tx *db.Tx, account kernel.ID) (reason string, since kernel.Date, err error) {
	all, err := stopped(tx, account)
	if err != nil || len(all) == 0 {
		return "", since, err
	}
	return all[0].Reason, all[0].Since, nil
}

// Disputed is how much of an account's invoices is disputed, by their numbers.
func (s *Service) Disputed(tx *db.Tx, account kernel.ID) (map[string]int64, error) {
	all, err := disputes(tx, account, Opened)
	of := map[string]int64{}
	for _, d := range all {
		of[d.Number] += d.Amount
	}
	return of, err
}

// stand is where an account stands, as those who ask for money see it.
type stand struct {
	*receivable.Account
	debts    []Debt // the latest first
	disputed map[string]int64
}

func (s *Service) stand(tx *db.Tx, account kernel.ID) (st stand, err error) {
	if st.Account, err = s.Receivables.Of(tx, account, receivable.At{On: s.today()}); err != nil {
		return st, err
	}
	if st.disputed, err = s.Disputed(tx, account); err != nil {
		return st, err
	}
	left := map[string]int64{}
	for number, amount := range st.disputed {
		left[number] = amount
	}
	contract := st.contracts()
	for i := range st.Standing.Items {
		item := &st.Standing.Items[i]
		if item.Open <= 0 {
			continue
		}
		d := Debt{Number: item.Number, On: item.On, Due: item.Due, Left: item.Open, Days: item.Days, Late: item.Overdue(), Contract: contract[item.ID]}
		d.Disputed = min(d.Left, left[d.Number])
		left[d.Number] -= d.Disputed
		st.debts = append(st.debts, d)
	}
	slices.SortStableFunc(st.debts, func(a, b Debt) int { return cmp.Compare(b.Days, a.Days) })
	return st, nil
}

// contracts are those of the papers, by their IDs.
func (st stand) contracts() map[int64]string {
	of := map[int64]string{}
	for i := range st.Documents {
		if d := &st.Documents[i]; d.Contract != "" {
			of[d.ID.Int()] = d.Contract
		}
	}
	return of
}

// owed is what is left of an invoice.
func (st stand) owed(number string) (left int64) {
	for _, d := range st.debts {
		if d.Number == number {
			left += d.Left
		}
	}
	return left
}

// money is what an account has paid.
func (st stand) money() (all []dunning.Money) {
	for _, d := range st.Documents {
		if d.Kind == receivable.Receipt || d.Kind == receivable.Bill {
			all = append(all, dunning.Money{On: d.On, Amount: d.Amount})
		}
	}
	return all
}

// opened are the debts as method M77 expects them to be paid.
func (st stand) opened() (all []dunning.Open) {
	for _, d := range st.debts {
		all = append(all, dunning.Open{Number: d.Number, Due: d.Due, Left: d.Left})
	}
	return all
}

// may reports whether the viewer holds a grant for an account.
func (s *Service) may(tx *db.Tx, grant string, account kernel.ID) bool {
	return s.Accounts.Require(identity.As(tx, grant), account) == nil
}

func me(tx *db.Tx) kernel.ID {
	v, _ := identity.From(tx.Context())
	return v.ID
}

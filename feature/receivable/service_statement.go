package receivable

import (
	"context"
	"iter"
	"slices"

	"erba/analysis/receivable"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Extract is a statement of account: what was owed before, what came and went in a
// time, and what is owed at its end.
type Extract struct {
	Account  kernel.ID   `json:"account"`
	Name     string      `json:"name"     doc:"The account's"`
	Company  string      `json:"company"  doc:"Under whose name it leaves; empty: nobody has said so"`
	Currency string      `json:"currency"`
	From     kernel.Date `json:"from"`
	Until    kernel.Date `json:"until"`
	Before   int64       `json:"before" doc:"Owed on the day before; below 0: paid in advance"`
	Lines    []Line      `json:"lines"`
	Debit    int64       `json:"debit"`
	Credit   int64       `json:"credit"`
	After    int64       `json:"after"  doc:"Before + debit − credit"`
}

// Line is one paper of a statement.
type Line struct {
	On        kernel.Date `json:"on"`
	Kind      string      `json:"kind" doc:"A kind of paper, or said: paid as a file says, without the money being recorded"`
	Number    string      `json:"number"`
	Reference string      `json:"reference,omitzero"`
	Due       kernel.Date `json:"due,omitzero"`
	Debit     int64       `json:"debit"`
	Credit    int64       `json:"credit"`
	Balance   int64       `json:"balance"`
}

const said = "said"

// Extract is the statement of an account over days, both included.
func (s *Service) Extract(ctx context.Context, account kernel.ID, from, until kernel.Date) (*Extract, error) {
	if until.IsZero() {
		until = s.today()
	}
	if from.IsZero() {
		from = until.AddMonths(-3).Add(1)
	}
	if until.Compare(from) < 0 {
		return nil, kernel.Invalid("receivable.bad_days").In("until")
	}
	a, err := s.Statement(ctx, account, At{On: until})
	if err != nil {
		return nil, err
	}
	e := &Extract{Account: account, From: from, Until: until, Lines: []Line{}}
	for _, line := range lines(a) {
		e.add(line)
	}
	return e, s.headed(ctx, e)
}

// headed fills in who speaks to whom.
func (s *Service) headed(ctx context.Context, e *Extract) error {
	return s.db.Read(ctx, func(tx *db.Tx) error {
		names, err := s.accounts.Names(tx, []kernel.ID{e.Account})
		if err != nil {
			return err
		}
		e.Name = names[e.Account]
		if e.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		e.Company, err = s.Company(tx)
		return err
	})
}

// add counts a line, and shows it if it is of the time.
func (e *Extract) add(l Line) {
	e.After += l.Debit - l.Credit
	if l.On.Compare(e.From) < 0 {
		e.Before = e.After
		return
	}
	l.Balance = e.After
	e.Debit, e.Credit = e.Debit+l.Debit, e.Credit+l.Credit
	e.Lines = append(e.Lines, l)
}

// lines are all papers until the day of a standing, by their day, those that make a
// balance larger first.
func lines(a *Account) []Line {
	var all []Line
	for i := range a.Documents {
		d := &a.Documents[i]
		kind, counts := kinds[d.Kind]
		if !counts || d.On.Compare(a.On) > 0 {
			continue
		}
		l := Line{On: d.On, Kind: d.Kind, Number: d.Number, Reference: d.Reference, Due: d.Due}
		if kind == receivable.Claim || kind == receivable.Transfer {
			l.Debit = d.Amount
		} else {
			l.Credit = d.Amount
		}
		all = append(all, l)
	}
	for _, c := range a.Claims {
		for _, p := range c.Paid {
			if p.By == said {
				all = append(all, Line{On: p.On, Kind: said, Reference: c.Number, Credit: p.Amount})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Line) int { return x.On.Compare(y.On) })
	return all
}

// Stated are the columns of an exported statement, as text keys.
var Stated = []string{"receivable.line_on", "receivable.line_kind", "receivable.line_number", "receivable.line_reference", "receivable.due",
	"receivable.line_debit", "receivable.line_credit", "receivable.line_balance"}

// Rows are a statement under Stated: who speaks to whom, what was owed before, the
// papers, and what is owed after.
func (e *Extract) Rows(say func(key string) string) iter.Seq[[]any] {
	sum := func(on kernel.Date, key string, debit, credit, balance int64) []any {
		return []any{on, say(key), "", "", nil, export.Amount(debit), export.Amount(credit), export.Amount(balance)}
	}
	return func(yield func([]any) bool) {
		if !yield([]any{nil, say("receivable.extract"), e.Name, e.Company, nil, nil, nil, nil}) || !yield(sum(e.From, "receivable.line_before", 0, 0, e.Before)) {
			return
		}
		for _, l := range e.Lines {
			if !yield([]any{l.On, say(word(l.Kind)), l.Number, l.Reference, l.Due, export.Amount(l.Debit), export.Amount(l.Credit), export.Amount(l.Balance)}) {
				return
			}
		}
		yield(sum(e.Until, "receivable.line_after", e.Debit, e.Credit, e.After))
	}
}

// word is the text key of a kind of paper.
func word(kind string) string { return "receivable.kind_" + kind }

// Booked is how many papers there are of everybody.
func (s *Service) Booked(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = everything(tx)
		return err
	})
	return n, err
}

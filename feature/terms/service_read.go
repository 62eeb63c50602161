package terms

import (
	"context"
	"iter"
	"slices"

	"erba/analysis/terms"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Sheet are the terms of an account, past and future.
type Sheet struct {
	Today kernel.Date `json:"today"`
	Usual terms.Terms `json:"usual" doc:"Where nothing was agreed"`
	Now   terms.Terms `json:"now"   doc:"In force today for what names no contract"`
	Next  Preview     `json:"next"  doc:"A document of today"`
	Rows  []Row       `json:"rows"`
	May   bool        `json:"may"   doc:"The viewer may write down what was agreed"`
}

// Sheet are the terms of an account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		b, err := s.book(tx, account)
		if err != nil {
			return err
		}
		sheet.Today, sheet.Usual = s.today(), b.usual
		sheet.Now = b.Of(account, sheet.Today)
		sheet.Next = b.preview(sheet.Now, 0, sheet.Today)
		sheet.May = s.accounts.Require(identity.As(tx, "terms:write"), account) == nil
		sheet.Rows, err = rows(tx, account)
		return err
	})
	return sheet, err
}

// Preview says when a document of a day would be due by some terms.
func (s *Service) Preview(ctx context.Context, t terms.Terms, amount int64, on kernel.Date) (p Preview, err error) {
	if on.IsZero() {
		on = s.today()
	}
	if err := t.Check(); err != nil {
		return p, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		b := &Book{off: map[int32]bool{}}
		off, err := days(tx, on, kernel.Date{})
		for _, d := range off {
			b.off[d.On.Ordinal()] = d.Working
		}
		p = b.preview(t, amount, on)
		return err
	})
	return p, err
}

// Exported are the columns of exported terms, as text keys: those of a file that
// brings terms, which may leave out the last ones.
var Exported = []string{"terms.code", "terms.account", "terms.contract", "terms.since", "terms.mode", "terms.days", "terms.statement", "terms.on_day", "terms.grace",
	"terms.next_working", "terms.parts", "terms.basis"}

// Export are all terms in sight as rows under Exported.
func (s *Service) Export(ctx context.Context) (iter.Seq[[]any], error) {
	var all [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		found, err := listed(tx)
		for _, a := range found {
			t := a.Agreed.Terms
			all = append(all, []any{a.Code, a.Name, a.Contract, a.Since, string(t.Mode), t.Days, t.Statement, flag(t.OnDay), t.Grace, flag(t.NextWorking), written(t.Parts), a.Basis})
		}
		return err
	})
	return slices.Values(all), err
}

// Population is of how many agreements a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := agreements(tx)
		n = int64(len(all))
		return err
	})
	return n, err
}

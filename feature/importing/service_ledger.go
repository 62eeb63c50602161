package importing

import (
	"errors"
	"slices"

	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// books is a load into the ledger.
type books struct {
	*load
	batch    kernel.ID
	blind    bool // who imports may not read costs: his file says nothing about them
	tally    *ledger.Tally
	base     string
	rates    []ledger.Rate
	outcome  ledger.Outcome
	from, to kernel.Date     // of the days in the file
	products map[string]bool // whether we know it

	strangers map[string]bool // who pays for others
}

const knownProducts = 100_000 // product codes remembered

func (l *load) books(batch kernel.ID) (*books, error) {
	viewer, _ := identity.From(l.ctx)
	b := &books{load: l, batch: batch, tally: ledger.NewTally(), products: map[string]bool{}, strangers: map[string]bool{}, blind: !viewer.Reaches("margin:read")}
	err := l.db.Read(l.ctx, func(tx *db.Tx) (err error) {
		b.base, err = l.ledger.Currency(tx)
		return err
	})
	if err == nil {
		b.rates, err = l.ledger.Rates(l.ctx, "")
	}
	slices.SortFunc(b.rates, func(x, y ledger.Rate) int { return y.Since.Compare(x.Since) })
	return b, err
}

// rate is what a currency is worth on a day; false when nobody has said so.
func (b *books) rate(currency string, on kernel.Date) (kernel.Decimal, bool) {
	for _, r := range b.rates {
		if r.Currency == currency && r.Since.Compare(on) <= 0 {
			return r.Rate, true
		}
	}
	return kernel.Decimal{}, false
}

// span widens the days of the file.
func (b *books) span(on kernel.Date) {
	if b.from.IsZero() || on.Compare(b.from) < 0 {
		b.from = on
	}
	if on.Compare(b.to) > 0 {
		b.to = on
	}
}

func (b *books) count(o ledger.Outcome, err error) error {
	b.outcome = b.outcome.Plus(o)
	return err
}

// account is the account of a row, zero for one that a dry run would open, or
// why there is none.
func (b *books) account(p Party) (kernel.ID, string) {
	id, known := b.known[p]
	switch {
	case !id.IsZero() || b.fresh[p]:
		return id, ""
	case known && b.reasonOf[p] != "":
		return id, b.reasonOf[p]
	}
	return id, "account_unknown"
}

// lacking is what a file of complete months lacks; on behalf of a batch those
// lines are reversed.
func (b *books) lacking() error {
	if !b.settings.CompleteMonths || b.settings.Kind != Orders || b.from.IsZero() {
		return nil
	}
	from, to := b.from.Month(), b.to.Month().AddMonths(1).Add(-1)
	gap, err := b.ledger.Lacks(b.ctx, b.settings.Source, from, to, b.tally)
	if err != nil {
		return err
	}
	share := float64(gap.Lines) / float64(max(1, gap.Known))
	b.report.Missing = &Missing{Lines: gap.Lines, Amount: kernel.Micro(gap.Minor * 10_000), Share: share}
	switch {
	case b.dry || gap.Lines == 0:
		return nil
	case share > Asked && !b.settings.Sure:
		return kernel.Refused("importing.many_missing", "lines", gap.Lines, "amount", b.report.Missing.Amount)
	}
	_, err = b.ledger.Reverse(b.ctx, b.batch, from, to, b.tally)
	return err
}

// begin opens a batch for an import and notes it there; a batch that a dead
// import of the same source left is dropped first.
func (l *load) begin(r *record) error {
	err := l.open(r)
	if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Kind != kernel.KindRefused {
		return err
	}
	if buried, bad := l.bury(); bad != nil || !buried {
		return errors.Join(bad, err)
	}
	return l.open(r)
}

func (l *load) open(r *record) error {
	_, err := l.ledger.BeginWith(l.ctx, ledger.Batch{Source: l.settings.Source, Kind: l.settings.Kind, File: l.file.Name},
		func(tx *db.Tx, b ledger.Batch) error {
			r.Batch = b.ID
			return save(tx, *r)
		})
	if err != nil {
		r.Batch = kernel.ID{}
	}
	return err
}

package ledger

import (
	"context"
	"errors"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
)

// Service is what others may ask of the ledger.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service
}

// NewService returns the ledger service.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service) *Service {
	return &Service{db: d, events: events, accounts: accounts}
}

var errSoon = errors.ErrUnsupported

// Begin opens a batch of b.Kind for b.Source. A source has one open batch at a
// time, because two could reverse the same lines.
func (s *Service) Begin(ctx context.Context, b Batch) (Batch, error) { return b, errSoon }

// BookLines writes lines, in any order and number, in short transactions. The
// same call again, after a crash, changes nothing and counts the same. The
// caller keeps the sum of the outcomes and hands it to Publish.
func (s *Service) BookLines(ctx context.Context, batch kernel.ID, lines []Line) (Outcome, error) {
	return Outcome{}, errSoon
}

// BookInvoices is BookLines for invoices and credit notes.
func (s *Service) BookInvoices(ctx context.Context, batch kernel.ID, all []Invoice) (Outcome, error) {
	return Outcome{}, errSoon
}

// BookReceipts is BookLines for receipts.
func (s *Service) BookReceipts(ctx context.Context, batch kernel.ID, all []Receipt) (Outcome, error) {
	return Outcome{}, errSoon
}

// CompareLines counts what BookLines would do, and writes nothing.
func (s *Service) CompareLines(ctx context.Context, source string, lines []Line) (Outcome, error) {
	return Outcome{}, errSoon
}

// CompareInvoices counts what BookInvoices would do, and writes nothing.
func (s *Service) CompareInvoices(ctx context.Context, source string, all []Invoice) (Outcome, error) {
	return Outcome{}, errSoon
}

// CompareReceipts counts what BookReceipts would do, and writes nothing.
func (s *Service) CompareReceipts(ctx context.Context, source string, all []Receipt) (Outcome, error) {
	return Outcome{}, errSoon
}

// Lacks counts the published lines of a source between two days that a file
// lacks; in is the tally of all its lines.
func (s *Service) Lacks(ctx context.Context, source string, from, to kernel.Date, in *Tally) (Gap, error) {
	return Gap{}, errSoon
}

// Reverse ends those lines, on behalf of an open batch.
func (s *Service) Reverse(ctx context.Context, batch kernel.ID, from, to kernel.Date, in *Tally) (Gap, error) {
	return Gap{}, errSoon
}

// Publish makes a batch count. progress, which may be nil, hears how many of
// its accounts are derived; its error stops the publishing, which may be
// called again.
func (s *Service) Publish(ctx context.Context, batch kernel.ID, o Outcome, progress func(done, total int64) error) (Batch, error) {
	return Batch{}, errSoon
}

// Undo takes a published batch back, exactly. It refuses when a later batch
// changed one of its rows.
func (s *Service) Undo(ctx context.Context, batch kernel.ID) (Batch, error) { return Batch{}, errSoon }

// Cancel drops a batch that was never published.
func (s *Service) Cancel(ctx context.Context, batch kernel.ID) error { return errSoon }

// Batches lists the latest batches of all sources.
func (s *Service) Batches(ctx context.Context, after kernel.ID, limit int) ([]Batch, error) {
	return nil, errSoon
}

// Batch returns one batch.
func (s *Service) Batch(ctx context.Context, id kernel.ID) (Batch, error) { return Batch{}, errSoon }

// Revision is the number of the state that is visible now: it rises with every
// batch, undo and merge.
func (s *Service) Revision(tx *db.Tx) (int64, error) { return 0, errSoon }

// Currency is the base currency.
func (s *Service) Currency(tx *db.Tx) (string, error) { return "", errSoon }

// LastDay is the last day with a visible order line, zero in an empty ledger.
func (s *Service) LastDay(tx *db.Tx) (kernel.Date, error) { return kernel.Date{}, errSoon }

// Months calls row for the current months of every account that changed after
// a revision (0: of all), by account and month. A row with Lines 0 says that
// nothing is left of a month. The viewer of tx must see every account.
func (s *Service) Months(tx *db.Tx, since int64, row func(*AccountMonth) error) error { return errSoon }

// Edges sums the lines of every account between two days of one month, both
// included, in no order. The viewer of tx must see every account.
func (s *Service) Edges(tx *db.Tx, from, to kernel.Date) ([]Edge, error) { return nil, errSoon }

// Rates lists the exchange rates of a currency ("" = of all), the latest first.
func (s *Service) Rates(ctx context.Context, currency string) ([]Rate, error) { return nil, errSoon }

// SetRates adds or replaces exchange rates.
func (s *Service) SetRates(ctx context.Context, rates ...Rate) error { return errSoon }

// Check compares the roll-up with the lines and returns at most limit rows
// that differ: for erba doctor.
func (s *Service) Check(ctx context.Context, limit int) ([]Mismatch, error) { return nil, errSoon }

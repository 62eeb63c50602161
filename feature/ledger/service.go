package ledger

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service is what others may ask of the ledger.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service

	money Money // what others know of money that came in

	pace  atomic.Int64 // rows of a transaction
	mu    sync.Mutex
	noted map[kernel.ID]map[kernel.ID]bool // accounts by open batch
}

// NewService returns the ledger service.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service) *Service {
	s := &Service{db: d, events: events, accounts: accounts, noted: map[kernel.ID]map[kernel.ID]bool{}}
	s.pace.Store(usual)
	return s
}

// Begin opens a batch of b.Kind for b.Source. A source has one open batch at a
// time, because two could reverse the same lines; one that was abandoned must
// be cancelled first.
func (s *Service) Begin(ctx context.Context, b Batch) (Batch, error) {
	return s.BeginWith(ctx, b, func(*db.Tx, Batch) error { return nil })
}

// BeginWith is Begin for those who must remember the batch: note runs in the
// transaction that opens it, so that no crash leaves a batch that nobody knows.
func (s *Service) BeginWith(ctx context.Context, b Batch, note func(*db.Tx, Batch) error) (Batch, error) {
	if tableOf(b.Kind) == "" {
		return b, kernel.Invalid("ledger.bad_kind", "kind", b.Kind)
	}
	if err := s.finish(ctx, b.Source); err != nil {
		return b, err
	}
	viewer, _ := identity.From(ctx)
	b.ID, b.State, b.By, b.CreatedAt = kernel.NewID(), Booking, viewer.Login, time.Now().UnixMicro()
	return b, s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := holdState(tx); err != nil {
			return err
		}
		open, err := openBatches(tx, b.Source)
		if err != nil {
			return err
		}
		if len(open) > 0 {
			return kernel.Refused("ledger.source_busy", "source", b.Source, "file", open[0].File, "batch", open[0].ID.String())
		}
		if err := db.Insert(tx, "batches", b); err != nil {
			return err
		}
		if err := note(tx, b); err != nil {
			return err
		}
		return audit.Note(tx, "batch.begun", "batch", b.ID, b)
	})
}

// finish completes what a crash left of batches of a source that were being removed.
func (s *Service) finish(ctx context.Context, source string) error {
	var open []Batch
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		open, err = openBatches(tx, source)
		return err
	})
	for _, b := range open {
		if b.State == Removing && err == nil {
			_, err = s.remove(ctx, b)
		}
	}
	return err
}

// Batches lists the latest batches of all sources, older than after.
func (s *Service) Batches(ctx context.Context, after kernel.ID, limit int) (all []Batch, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = listBatches(tx, after, limit)
		return err
	})
	return all, err
}

// Batch returns one batch.
func (s *Service) Batch(ctx context.Context, id kernel.ID) (b Batch, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		b, err = findBatch(tx, id)
		return err
	})
	return b, err
}

// Revision is the number of the state that is visible now: it rises with every
// batch, undo and merge.
func (s *Service) Revision(tx *db.Tx) (int64, error) {
	now, err := findState(tx)
	return now.Revision, err
}

// Currency is the base currency.
func (s *Service) Currency(tx *db.Tx) (string, error) {
	now, err := findState(tx)
	return now.Currency, err
}

// SetCurrency sets the base currency of a ledger that is still empty.
func (s *Service) SetCurrency(ctx context.Context, currency string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		now, err := holdState(tx)
		switch {
		case err != nil || now.Currency == currency:
			return err
		case now.Revision > 0:
			return kernel.Refused("ledger.currency_fixed", "currency", now.Currency)
		}
		now.Currency = currency
		if err := replaceState(tx, now); err != nil {
			return err
		}
		return audit.Note(tx, "ledger.currency_set", "ledger", kernel.ID{}, map[string]string{"currency": currency})
	})
}

// LastDay is the last day with a visible order line, zero in an empty ledger.
func (s *Service) LastDay(tx *db.Tx) (kernel.Date, error) {
	hidden, err := hiddenNow(tx)
	if err != nil {
		return kernel.Date{}, err
	}
	return lastDay(tx, hidden)
}

// hiddenNow are the batches whose rows do not count now.
func hiddenNow(tx *db.Tx) (hidden []kernel.ID, err error) {
	open, err := openBatches(tx, "")
	for _, b := range open {
		hidden = append(hidden, b.ID)
	}
	return hidden, err
}

// Months calls row for the current months of every account that changed after
// a revision (0: of all), by account and month. A row with Lines 0 says that
// nothing is left of a month. The viewer of tx must see every account.
func (s *Service) Months(tx *db.Tx, since int64, row func(*AccountMonth) error) error {
	now, err := findState(tx)
	if err != nil {
		return err
	}
	return streamMonths(tx, since, now.Revision, row)
}

// MonthsOf are the current months of one account, the earliest first.
func (s *Service) MonthsOf(tx *db.Tx, account kernel.ID) ([]AccountMonth, error) {
	now, err := findState(tx)
	if err != nil {
		return nil, err
	}
	all, err := monthsOf(tx, db.If(true, "m.account_id = ?", account), now.Revision)
	current, _ := latest(all)
	return current, err
}

// Edges sums the lines of every account between two days of one month, both
// included, in no order. The viewer of tx must see every account.
func (s *Service) Edges(tx *db.Tx, from, to kernel.Date) (edges []Edge, err error) {
	now, err := findState(tx)
	if err != nil {
		return nil, err
	}
	hidden, err := hiddenNow(tx)
	if err != nil {
		return nil, err
	}
	month := MonthOf(from)
	apart, err := carriedIn(tx, month, now.Revision)
	if err != nil {
		return nil, err
	}
	byAccount := map[kernel.ID][]sold{}
	err = linesIn(tx, month.Day(1), month.Last(), hidden, func(account kernel.ID, s sold) error {
		byAccount[account] = append(byAccount[account], s)
		return nil
	})
	for account, all := range byAccount {
		if e := edge(account, all, from.Ordinal(), to.Ordinal(), apart[account]); e.Lines > 0 || e.Orders > 0 {
			edges = append(edges, e)
		}
	}
	return edges, err
}

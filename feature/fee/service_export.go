package fee

import (
	"context"
	"iter"
	"slices"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Exported are the columns of an exported register, as text keys.
var Exported = []string{"fee.code", "fee.account", "fee.id", "fee.type", "fee.title", "fee.from", "fee.until", "fee.amount", "fee.agreed", "fee.paid", "fee.state",
	"fee.purpose", "fee.ours", "fee.override", "fee.lesson"}

const atOnce = 500 // requests that are read while they leave

// Export is the register as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	var rows [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		c, err := s.Config(tx)
		if err != nil {
			return err
		}
		w.types = c.Below(w.Type)
		for w.Limit = atOnce; ; {
			all, next, err := page(tx, w)
			for _, r := range all {
				rows = append(rows, []any{r.Code, r.Whom, r.ID.String(), r.Type, r.Name, r.From, r.Until, export.Amount(r.Amount), export.Amount(r.Agreed),
					export.Amount(r.Paid), say(r.stateKey()), r.Purpose, r.Ours, r.Override, r.Lesson})
			}
			if w.After = next; err != nil || next.IsZero() {
				return err
			}
		}
	})
	return slices.Values(rows), err
}

// Population is of how many requests a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		all, err := sum(tx, Which{})
		n = int64(all.Count)
		return err
	})
	return n, err
}

// Booked are the columns of exported bookings, as text keys: the first eight are
// those of a file that brings bookings.
var Booked = []string{"fee.code", "fee.account", "fee.id", "fee.type", "fee.on", "fee.original", "fee.currency", "fee.number", "fee.note", "fee.base", "fee.reverses"}

// ExportBookings is the ledger of fees as rows under Booked.
func (s *Service) ExportBookings(ctx context.Context) (iter.Seq[[]any], error) {
	var rows [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		all, err := entries(tx, kernel.ID{}, kernel.ID{}, mostRows)
		for _, b := range all {
			rows = append(rows, []any{b.Code, b.Name, word(b.Fee), b.Type, b.On, export.Amount(b.Original), b.Currency, b.Number, b.Note, export.Amount(b.Amount), word(b.Reverses)})
		}
		return err
	})
	return slices.Values(rows), err
}

// BookingPopulation is of how many bookings a list is a part.
func (s *Service) BookingPopulation(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countBookings(tx)
		return err
	})
	return n, err
}

// word is an id as a cell shows it.
func word(id kernel.ID) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}

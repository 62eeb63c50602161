package ledger

import (
	"context"

	"erba/kernel"
)

// Summary is what the account page shows; zero asOf is today.
func (s *Service) Summary(ctx context.Context, account kernel.ID, asOf kernel.Date, months int) (Summary, error) {
	return Summary{}, errSoon
}

// Lines returns a page of an account's order lines, the latest first.
func (s *Service) Lines(ctx context.Context, q Query) (Rows, error) { return Rows{}, errSoon }

// Invoices returns a page of an account's invoices, the latest first.
func (s *Service) Invoices(ctx context.Context, account kernel.ID, after string, limit int) (InvoiceRows, error) {
	return InvoiceRows{}, errSoon
}

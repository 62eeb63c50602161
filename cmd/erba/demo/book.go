package demo

import (
	"context"
	"fmt"

	"erba/feature/ledger"
	"erba/kernel"
)

// book collects rows of one kind and hands them to the ledger in chunks, under
// one batch that begins with the first row.
type book[Row any] struct {
	f       *filler
	kind    string
	write   func(context.Context, kernel.ID, []Row) (ledger.Outcome, error)
	batch   kernel.ID
	rows    []Row
	outcome ledger.Outcome
}

func newBook[Row any](f *filler, kind string, write func(context.Context, kernel.ID, []Row) (ledger.Outcome, error)) *book[Row] {
	return &book[Row]{f: f, kind: kind, write: write, rows: make([]Row, 0, chunk)}
}

func (b *book[Row]) add(row Row) error {
	b.rows = append(b.rows, row)
	if len(b.rows) < chunk {
		return nil
	}
	return b.flush()
}

func (b *book[Row]) flush() error {
	if b.batch.IsZero() {
		batch, err := ledger.New(b.f.kit).Begin(b.f.ctx, ledger.Batch{Source: from + " " + b.kind, Kind: b.kind, File: "demo"})
		if err != nil {
			return err
		}
		b.batch = batch.ID
	}
	o, err := b.write(b.f.ctx, b.batch, b.rows)
	b.outcome, b.rows = b.outcome.Plus(o), b.rows[:0]
	return err
}

// publish makes the rows count.
func (b *book[Row]) publish() error {
	if err := b.flush(); err != nil {
		return err
	}
	_, err := ledger.New(b.f.kit).Publish(b.f.ctx, b.batch, b.outcome, nil)
	return err
}

// decimal is an amount in yuan, exactly.
func decimal(yuan float64) kernel.Decimal { return kernel.Micro(int64(yuan*1e6 + 0.5)) }

// fenOf is yuan in minor units.
func fenOf(yuan float64) int64 { return decimal(yuan).Minor() }

// taxOf is the tax on a net amount, rounded half away from zero.
func taxOf(net int64) int64 {
	amount, err := kernel.Micro(net * 10_000).Times(kernel.Micro(int64(tax * 1e6)))
	if err != nil {
		panic("demo: " + err.Error()) // no line is that large
	}
	return amount.Minor()
}

// number is the number of the i-th line of an order: 10, 20, 30 as ERPs have it.
func number(i int) string { return fmt.Sprint(10 * (i + 1)) }

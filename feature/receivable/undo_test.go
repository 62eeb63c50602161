package receivable

import (
	"fmt"
	"testing"

	"erba/feature/ledger"
	"erba/kernel"
)

// imported books invoices of the rep's account as a file would.
func (g *ground) imported(all ...ledger.Invoice) ledger.Batch {
	g.Helper()
	ctx := g.As("director")
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Invoices})
	g.must(err)
	for i := range all {
		all[i].Account = g.mine
	}
	o, err := g.ledger.BookInvoices(ctx, b.ID, all)
	g.must(err)
	b, err = g.ledger.Publish(ctx, b.ID, o, nil)
	g.must(err)
	return b
}

// A file that is taken back is known no more, but what was known of it is told again,
// and what it had replaced is what counts.
func TestWhatAFileSaidIsKnownAfterItIsTakenBack(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 4, 1)
		told := func(at At) string {
			var all []string
			for _, c := range claimsOf(&g.of(at).Standing, nil) {
				all = append(all, fmt.Sprint(c.Number, " ", c.Amount))
			}
			rows, err := g.Ageing(g.As("director"), Ask{At: at})
			g.must(err)
			return fmt.Sprint(all, " ", rows.Total)
		}
		first := g.imported(ledger.Invoice{Number: "F1", IssuedOn: on, Amount: 100}, ledger.Invoice{Number: "F2", IssuedOn: on, Amount: 10})
		second := g.imported(ledger.Invoice{Number: "F1", IssuedOn: on, Amount: 150}, ledger.Invoice{Number: "F3", IssuedOn: on, Amount: 1})
		if now := told(At{On: on}); now != "[F1 150 F2 10 F3 1] 161" {
			g.Error("before:", now)
		}
		undone, err := g.ledger.Undo(g.As("director"), second.ID)
		g.must(err)
		for at, want := range map[int64]string{0: "[F1 100 F2 10] 110", first.PublishedAt: "[F1 100 F2 10] 110", second.PublishedAt: "[F1 150 F2 10 F3 1] 161"} {
			if got := told(At{On: on, Known: at}); got != want || undone.State != ledger.Undone {
				g.Errorf("known at %d: %s, want %s", at, got, want)
			}
		}
		g.must(g.Sound(g.As("director")))
		again := g.imported(ledger.Invoice{Number: "F1", IssuedOn: on, Amount: 150}, ledger.Invoice{Number: "F3", IssuedOn: on, Amount: 1})
		if again.Inserted != 1 || again.Updated != 1 || told(At{On: on}) != "[F1 150 F2 10 F3 1] 161" {
			g.Errorf("imported again: %+v, %s", again, told(At{On: on}))
		}
		if _, err := g.ledger.Undo(g.As("director"), second.ID); key(err) != "ledger.not_published" {
			g.Error("taken back twice:", err)
		}
	})
}

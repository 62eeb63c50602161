package receivable

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"erba/kernel"
	"erba/platform/db"
)

// What is given up takes a second person: it is no paper that one books alone.
func TestNobodyWritesOffAlone(t *testing.T) {
	each(t, func(g *ground) {
		g.book(Invoice, "I-1", kernel.On(2026, 5, 1), 1000)
		path := "/api/accounts/" + g.mine.String() + "/receivables/documents"
		for _, kind := range []string{Writeoff, reversal} {
			said := g.Do("director", "POST", path, fmt.Sprintf(`{"kind":%q,"on":"2026-05-02","amount":1000,"reference":"I-1"}`, kind))
			if said.Code != 422 || !strings.Contains(said.Body.String(), "kind") {
				t.Errorf("%s: %d %s", kind, said.Code, said.Body)
			}
		}
		if left := g.of(At{}).Standing.Receivable; left != 1000 {
			t.Errorf("%d is left", left)
		}
	})
}

// together runs something several times at once and returns how often it worked.
func (g *ground) together(f func(n int) error) (worked int) {
	g.Helper()
	var mu sync.Mutex
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			err := f(n)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				worked++
			}
		})
	}
	all.Wait()
	return worked
}

// Two windows, a double click: each sees room, one gets it.
func TestTwoAtOnceDoNotTakeMoreThanThereIs(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 5, 1)
		g.Service.now = func() int64 { return 5000 }
		invoice, paid := g.book(Invoice, "I-1", on, 1000), g.book(Receipt, "R-1", on, 600)
		others := make([]Document, 8)
		for n := range others {
			others[n] = g.book(Invoice, fmt.Sprint("O-", n), on, 1000)
		}
		if n := g.together(func(n int) error {
			_, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: Credit, Number: fmt.Sprint("C-", n), On: on, Amount: 600, Reference: "I-1"})
			return err
		}); n != 1 {
			t.Errorf("%d credit notes of 600 for an invoice of 1000", n)
		}
		if n := g.together(func(n int) error {
			return g.DB.Write(g.As("director"), func(tx *db.Tx) error {
				_, err := g.Allocate(tx, g.mine, []Part{{From: paid.ID, To: others[n].ID, Amount: 600}})
				return err
			})
		}); n != 1 {
			t.Errorf("%d times the same 600", n)
		}
		if n := g.together(func(int) error { return g.TakeBack(g.As("director"), g.mine, invoice.ID, "错误") }); n != 1 {
			t.Errorf("taken back %d times", n)
		}
		g.must(g.Sound(g.As("director")))
	})
}

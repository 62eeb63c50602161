package target

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/identity"
)

// TestSpeedOfTheBoard measures a board of 80 people, 20,000 accounts and 240,000
// lines: over and over, and for the first time after the ledger has changed.
func TestSpeedOfTheBoard(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		boss := s.As("director")
		var people []kernel.ID
		for i := range 80 {
			u := identity.User{Login: fmt.Sprintf("p%02d", i), Name: fmt.Sprintf("P%02d", i), Roles: identity.Roles{"rep"}, Language: "en", Boss: s.User("director").ID}
			if i >= 8 {
				u.Boss = people[i%8]
			}
			made, err := s.Kit.Users.Add(boss, u, "secret")
			g.must(err)
			people = append(people, made.ID)
		}
		const many = 20_000
		accounts := make([]account.Account, many)
		for i := range accounts {
			accounts[i] = account.Account{Code: fmt.Sprintf("C%05d", i), Name: fmt.Sprintf("客户%05d", i), Owner: people[8+i%72]}
		}
		g.must(account.New(s.Kit).Open(boss, accounts...))
		led := ledger.New(s.Kit)
		b, err := led.Begin(boss, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
		g.must(err)
		tally := ledger.NewTally()
		var o ledger.Outcome
		for month := range 12 {
			lines := make([]ledger.Line, many)
			for i := range lines {
				lines[i] = ledger.Line{Account: accounts[i].ID, Order: fmt.Sprint("O", month, i), Product: "P", On: kernel.On(2025, 7+month, 1+i%28),
					Quantity: kernel.Whole(1), Price: kernel.Whole(100), Amount: 100_00}
				tally.Line(&lines[i])
			}
			done, err := led.BookLines(boss, b.ID, lines)
			g.must(err)
			o = o.Plus(done)
		}
		_, err = led.Publish(boss, b.ID, o, nil)
		g.must(err)
		var all []Target
		for _, id := range people {
			all = append(all, Target{Kind: Person, User: id, Months: Months{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}})
		}
		_, err = g.Set(boss, 2026, Sales, all)
		g.must(err)
		look := func() {
			board, err := g.Board(boss, 2026, Sales)
			g.must(err)
			if len(board.Rows) < 80 {
				g.Fatal(len(board.Rows))
			}
		}
		first := apptest.Median(1, look)
		again := apptest.Median(21, look)
		cold := apptest.Median(5, func() { clear(g.known); look() })
		apptest.Speed{Work: "Targets board of 80 people × 12 months, " + path.Base(s.Name()), Figure: fmt.Sprintf("%.1f ms", ms(again)),
			Reference: fmt.Sprintf("first look after a start %.0f ms, after the ledger has changed %.0f ms", ms(first), ms(cold)), Limit: "< 50 ms", Met: again < 50*time.Millisecond}.Report(s.T)
	})
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

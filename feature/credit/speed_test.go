package credit

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path"
	"slices"
	"sync"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// customers are so many accounts with a limit, each of which has ordered, bought and
// paid for two years, and what they have ordered this month is on its way.
func customers(g *ground, n int) []kernel.ID {
	ids := make([]kernel.ID, n)
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprint("S", i), Name: fmt.Sprint("客户", i)}
	}
	g.must(account.New(g.Kit).Open(g.As("rep"), all...))
	book := receivable.New(g.Kit)
	g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		for i := range all {
			ids[i] = all[i].ID
			if err := addLimits(tx, Limit{ID: kernel.NewID(), Account: ids[i], Kind: Own, Amount: 1e12, From: summer.AddMonths(-6), State: Granted, Reason: "年度合同约定", Made: summer, Version: 1}); err != nil {
				return err
			}
			for month := range 24 {
				on := summer.AddMonths(-month - 1)
				number := fmt.Sprint("B", i, "-", month)
				old := Order{ID: kernel.NewID(), Account: ids[i], Number: number, Amount: 1000_00, Original: 1000_00, Delivered: 1000_00, Currency: "CNY", On: on, State: Closed, Version: 1}
				if month == 0 {
					old.State, old.Delivered = Passed, 400_00
				}
				if err := addOrders(tx, old); err != nil {
					return err
				}
				for k, kind := range []string{receivable.Invoice, receivable.Receipt} {
					d := receivable.Document{Account: ids[i], Kind: kind, Number: fmt.Sprint("N", i, "-", month), On: on.Add(20 * k), Amount: 1000_00}
					if _, err := book.Book(tx, d); err != nil {
						return err
					}
				}
			}
		}
		return nil
	}))
	g.must(g.DB.Analyze(g.As("director")))
	return ids
}

// Eight clients send orders over the REST API. As fast as they are answered, 300 a
// second pass at least. At 300 a second, timed from when each was due, the slowest in
// a hundred is within the time that a durable commit leaves; what a bare one takes at
// the same pace stands beside it.
func TestSpeedChecks(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		l := &load{Stage: s, accounts: customers(g, 200), cookie: s.Cookie("rep")}
		engine := path.Base(s.Name())
		took, spent := run(0, l.check("F"))
		rate := float64(len(took)) / spent.Seconds()
		apptest.Speed{Work: "order checks over REST, 8 clients at once, " + engine, Figure: fmt.Sprintf("%.0f/s, %s", rate, usual(took)),
			Limit: fmt.Sprintf("≥ %d/s", asked), Met: rate >= asked}.Report(t)
		paced := clients * time.Second / asked
		g.must(g.DB.Write(g.Context(), func(tx *db.Tx) error {
			_, err := tx.Exec(`CREATE TABLE bare (client BIGINT, i BIGINT)`)
			return err
		}))
		before, _ := run(paced, l.commit)
		took, _ = run(paced, l.check("P"))
		after, _ := run(paced, l.commit)
		most := map[string]time.Duration{"sqlite": 40 * time.Millisecond, "postgres": 25 * time.Millisecond}[engine]
		apptest.Speed{Work: fmt.Sprintf("order check over REST, %d/s from 8 clients, %s", asked, engine), Figure: usual(took),
			Reference: fmt.Sprintf("a bare durable commit at this pace, before: %s, after: %s", usual(before), usual(after)),
			Limit:     fmt.Sprintf("p99 < %s", most), Met: slowest(took) < most}.Report(t)
	})
}

const clients, orders, asked = 8, 500, 300

func usual(took []time.Duration) string {
	return fmt.Sprintf("p50 %s, p99 %s", took[len(took)/2].Round(100*time.Microsecond), slowest(took))
}

func slowest(took []time.Duration) time.Duration {
	return took[len(took)*99/100].Round(100 * time.Microsecond)
}

// load is orders of many accounts from several clients.
type load struct {
	*apptest.Stage
	accounts []kernel.ID
	cookie   string
}

// check is one order of a client, of any of its customers.
func (l *load) check(series string) func(client, i int) {
	random := rand.New(rand.NewPCG(1, 2))
	var of [clients][orders]kernel.ID
	for c := range of {
		for i := range of[c] {
			of[c][i] = l.accounts[random.IntN(len(l.accounts))]
		}
	}
	return func(c, i int) {
		body := fmt.Sprintf(`{"account":%q,"number":"%s%d-%d","amount":100}`, of[c][i], series, c, i)
		if w := l.Do("", http.MethodPost, "/api/credit/orders", body, "Cookie", l.cookie); w.Code != http.StatusOK {
			l.Errorf("%d: %s", w.Code, w.Body)
		}
	}
}

// commit is the least that a check has to do.
func (l *load) commit(c, i int) {
	err := l.DB.Together(l.Context(), func(tx *db.Tx) error {
		_, err := tx.Exec(`INSERT INTO bare VALUES (?, ?)`, c, i)
		return err
	})
	if err != nil {
		l.Error(err)
	}
}

// run has every client do its part, one per pace, or as soon as the one before is
// done: how long they took, in order, and all together.
func run(pace time.Duration, do func(client, i int)) ([]time.Duration, time.Duration) {
	took := make([]time.Duration, clients*orders)
	var all sync.WaitGroup
	begin := time.Now()
	for c := range clients {
		all.Go(func() {
			for i := range orders {
				due := begin.Add(pace * time.Duration(i)).Add(pace * time.Duration(c) / clients)
				if pace == 0 {
					due = time.Now()
				}
				time.Sleep(time.Until(due))
				do(c, i)
				took[c*orders+i] = time.Since(due)
			}
		})
	}
	all.Wait()
	spent := time.Since(begin)
	slices.SortFunc(took, cmp.Compare[time.Duration])
	return took, spent
}

package credit

import (
	"cmp"
	"fmt"
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

// customers are so many accounts with a limit, each of which has bought and paid for
// two years.
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

// Eight clients send orders over the REST API, each as soon as the one before is
// answered: 300 a second at least, and the slowest in a hundred within the time that
// a durable commit leaves.
func TestSpeedChecks(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		ids := customers(g, 200)
		cookie := s.Cookie("rep")
		const clients, each = 8, 500
		took := make([]time.Duration, clients*each)
		var all sync.WaitGroup
		begin := time.Now()
		for c := range clients {
			all.Go(func() {
				for i := range each {
					at := time.Now()
					body := fmt.Sprintf(`{"account":%q,"number":"O%d-%d","amount":100}`, ids[(c*each+i*7)%len(ids)], c, i)
					if w := s.Do("", http.MethodPost, "/api/credit/orders", body, "Cookie", cookie); w.Code != http.StatusOK {
						t.Errorf("%d: %s", w.Code, w.Body)
						return
					}
					took[c*each+i] = time.Since(at)
				}
			})
		}
		all.Wait()
		rate := float64(len(took)) / time.Since(begin).Seconds()
		slices.SortFunc(took, cmp.Compare[time.Duration])
		slow := took[len(took)*99/100]
		most := map[string]time.Duration{"sqlite": 40 * time.Millisecond, "postgres": 25 * time.Millisecond}[path.Base(s.Name())]
		apptest.Speed{Work: "order check over REST, 8 clients, " + path.Base(s.Name()), Figure: fmt.Sprintf("%.0f/s, p99 %s", rate, slow.Round(100*time.Microsecond)),
			Limit: fmt.Sprintf("≥ 300/s, p99 < %s", most), Met: rate >= 300 && slow < most}.Report(t)
	})
}

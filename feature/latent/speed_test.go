package latent

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/apptest"
)

// million are that many lines of ten in an order, of 20,000 accounts that buy some
// of 5,000 products, few of them often and many seldom, and some in twos.
func (g *ground) million(lines int) []ledger.Line {
	rng := rand.New(rand.NewPCG(96, 1))
	popular := rand.NewZipf(rng, 1.2, 20, 4999)
	all := make([]ledger.Line, 0, lines)
	for len(all) < lines {
		customer, on := rng.IntN(len(g.ids)), kernel.On(2024, 7, 1).Add(rng.IntN(730))
		number := fmt.Sprint("S", len(all))
		bundle := uint64(0)
		for i := range 10 {
			p := popular.Uint64()
			if i%2 == 0 {
				bundle = p ^ 1 // which half of them takes, too
			} else if rng.IntN(2) == 0 {
				p = bundle
			}
			all = append(all, g.line(customer, number, fmt.Sprintf("P%04d", p), on, int64(1+rng.IntN(900))))
		}
	}
	return all
}

// found opens accounts of twelve industries.
func (g *ground) found(n int) {
	all := make([]account.Account, n)
	for i := range all {
		all[i] = account.Account{Code: fmt.Sprint("C", i), Name: fmt.Sprint("客户", i), Industry: fmt.Sprint("行业", i%12),
			Employees: new(int64(20 + i%300)), Revenue: new(int64(5_000_000_00))}
	}
	must(g.Stage, account.New(g.Kit).Open(g.As("director"), all...))
	for _, a := range all {
		g.ids = append(g.ids, a.ID)
	}
}

func (g *ground) book(source string, lines []ledger.Line) {
	ctx := g.As("director")
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: source, Kind: ledger.Orders})
	must(g.Stage, err)
	var o ledger.Outcome
	tally := ledger.NewTally()
	for some := range slices.Chunk(lines, 100_000) {
		for i := range some {
			tally.Line(&some[i])
		}
		more, err := g.ledger.BookLines(ctx, b.ID, some)
		must(g.Stage, err)
		o = o.Plus(more)
	}
	_, err = g.ledger.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

// TestSpeed looks at a ledger of a million lines for the first time, and after a
// day of 2,000 more: make bench.
func TestSpeed(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), ledger: ledger.New(s.Kit)}
		g.found(20_000)
		g.book("erp", g.million(1_000_000))
		begin := time.Now()
		r := g.mine()
		first := time.Since(begin)
		apptest.Speed{Work: s.Name() + ": latent demand, first pass over 1,000,000 order lines", Figure: first.Round(time.Millisecond).String(),
			Limit: "< 20 s", Met: first < 20*time.Second}.Report(t)
		s.Logf("%+v", r)
		g.book("day", g.million(2000))
		begin = time.Now()
		r = g.mine()
		next := time.Since(begin)
		apptest.Speed{Work: s.Name() + ": latent demand, a day of 2,000 lines more", Figure: next.Round(time.Millisecond).String(),
			Limit: "< 2 s", Met: next < 2*time.Second}.Report(t)
		s.Logf("%+v", r)
		ctx := s.As("director")
		list := apptest.Median(9, func() {
			_, err := g.List(ctx, Which{}, 0, 50)
			must(s, err)
		})
		apptest.Speed{Work: s.Name() + fmt.Sprintf(": the list of %d candidates, first page", r.Candidates), Figure: list.Round(100 * time.Microsecond).String(),
			Limit: "< 50 ms", Met: list < 50*time.Millisecond}.Report(t)
		g.growth()
	})
}

// growth mines the same histories ten times over: the cost must not grow faster.
func (g *ground) growth() {
	c, err := g.crowd(everybody(g.As("director")))
	must(g.Stage, err)
	places, asOf, err := g.places(everybody(g.As("director")), c)
	must(g.Stage, err)
	from, to := begin(asOf, c.cfg.Months).Ordinal(), asOf.Ordinal()
	mined := func() time.Duration {
		return apptest.Median(3, func() {
			f := c.cfg.Mine(c.histories(&err), places, c.order, from, to).Finder()
			for i, h := range c.histories(&err) {
				measured += len(f.Find(h, places[i]))
			}
		})
	}
	one := mined()
	c.all, places = slices.Repeat(c.all, 10), slices.Repeat(places, 10)
	ten := mined()
	apptest.Speed{Work: g.Name() + ": latent demand of 10,000,000 lines in memory", Figure: ten.Round(time.Millisecond).String(),
		Reference: "1,000,000 lines ten times " + (10 * one).Round(time.Millisecond).String(), Ratio: float64(ten) / float64(10*one), Most: 1.2}.Report(g.T)
}

var measured int

package evaluation

import (
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

// ground is a company of ten accounts, every other one the rep's. They buy 100, 90 … 10 (ten thousand yuan) a year.
type ground struct {
	*apptest.Stage
	*Service
	ledger    *ledger.Service
	portfolio *portfolio.Service
	approvals *approval.Service
	ids       []kernel.ID
	now       kernel.Date
	orders    int
}

const wan = 1_000_000 // ten thousand yuan in fen

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit), ledger: ledger.New(s.Kit), portfolio: portfolio.New(s.Kit), approvals: approval.New(s.Kit), now: june}
		g.Service.today = func() kernel.Date { return g.now }
		for i := range 10 {
			who := "rep"
			if i%2 == 1 {
				who = "other"
			}
			a := []account.Account{{Code: fmt.Sprintf("C%02d", i+1), Name: fmt.Sprintf("客户%02d", i+1)}}
			must(s, account.New(s.Kit).Open(s.As(who), a...))
			g.ids = append(g.ids, a[0].ID)
			g.sell(i, june.Add(-20), int64(100-10*i))
		}
		f(g)
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// sell books an order of so many ten thousand yuan.
func (g *ground) sell(i int, on kernel.Date, amount int64) {
	g.Helper()
	g.orders++
	ctx := g.As("director")
	lines := []ledger.Line{{Account: g.ids[i], Order: fmt.Sprint("O", g.orders), Product: "P1", On: on, Quantity: kernel.Whole(1),
		Price: kernel.Micro(amount * wan * 10_000), Amount: amount * wan}}
	b, err := g.ledger.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(g.Stage, err)
	tally := ledger.NewTally()
	tally.Line(&lines[0])
	o, err := g.ledger.BookLines(ctx, b.ID, lines)
	must(g.Stage, err)
	_, err = g.ledger.Publish(ctx, b.ID, o, nil)
	must(g.Stage, err)
}

// expect says how much an account is expected to buy a year, in ten thousand yuan.
func (g *ground) expect(i int, amount int64) {
	g.Helper()
	ctx := g.As("director")
	old, err := g.portfolio.Estimate(ctx, g.ids[i], portfolio.Potential)
	must(g.Stage, err)
	_, err = g.portfolio.Judge(ctx, portfolio.Estimate{Account: g.ids[i], Kind: portfolio.Potential, Version: old.Version, Value: amount * wan,
		Evidence: "年度采购计划", Expires: kernel.Today().Add(999)})
	must(g.Stage, err)
}

// estimated gives every account an estimate: half as much again as it buys, and
// the fifth much more.
func (g *ground) estimated() {
	for i := range g.ids {
		sales := int64(100 - 10*i)
		g.expect(i, sales+sales/2)
	}
	g.expect(4, 900)
}

func (g *ground) run(asOf kernel.Date) Run {
	g.Helper()
	g.now = asOf
	r, err := g.Evaluate(g.As("director"), asOf, func(int64, int64) {})
	must(g.Stage, err)
	return r
}

func (g *ground) open(role string) []Listed {
	g.Helper()
	p, err := g.List(g.As(role), Which{State: Open, Limit: 200})
	must(g.Stage, err)
	return p.Rows
}

// of is the class in force of an account.
func (g *ground) of(i int, model string) (c string) {
	g.Helper()
	must(g.Stage, g.DB.Read(system(g.Context()), func(tx *db.Tx) (err error) {
		c, err = g.inForce(tx, g.ids[i], model)
		return err
	}))
	return c
}

// decide approves or refuses a proposal.
func (g *ground) decide(role string, p Listed, approve bool) error {
	_, err := g.approvals.Decide(g.As(role), approval.Verdict{ID: p.ID, Version: p.Version, Approve: approve, Reason: "看过"})
	return err
}

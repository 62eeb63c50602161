package fee

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/opportunity"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/store"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, store.Feature, opportunity.Feature, Feature}

// ground is an account of the rep's that bought for 100,000 in this year and for
// 20,000 in the rest of the last one, at a margin of 40 %, and one of the other's.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
	asked     Request // the last one
}

var june = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for grant, roles := range Grants {
			s.Grant("rep", grant, roles["rep"])
			s.Grant("manager", grant, roles["sales_manager"])
		}
		s.Grant("manager", "margin:read", "S")
		s.Grant("rep", "margin:read", "")
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		g.sold(kernel.On(2026, 3, 5), 100_000, 60_000)
		g.sold(kernel.On(2025, 8, 5), 20_000, 12_000)
		f(g)
	})
}

// sold books a line of so many yuan that cost so many.
func (g *ground) sold(on kernel.Date, yuan, cost int64) {
	g.Helper()
	ctx, l := g.As("director"), ledger.New(g.Kit)
	lines := []ledger.Line{{Account: g.mine, Order: on.String(), Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(yuan), Amount: yuan * 100, Cost: cost * 100, Costed: true}}
	ledger.NewTally().Line(&lines[0])
	b, err := l.Begin(ctx, ledger.Batch{Kind: ledger.Orders, Source: "test " + on.String(), File: "orders.csv"})
	g.must(err)
	o, err := l.BookLines(ctx, b.ID, lines)
	g.must(err)
	_, err = l.Publish(ctx, b.ID, o, nil)
	g.must(err)
}

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// wish is a request for so many yuan in the middle of June.
func (g *ground) wish(yuan int64) Request {
	return Request{Account: g.mine, Type: "pile", Name: "六月堆头", Purpose: "端午节大堆头两周", From: kernel.On(2026, 6, 15), Until: kernel.On(2026, 6, 28), Amount: yuan * 100}
}

// ask asks as the rep.
func (g *ground) ask(r Request) Request {
	g.Helper()
	made, err := g.Ask(g.As("rep"), r)
	g.must(err)
	return made
}

// decide lets a role decide about a request.
func (g *ground) decide(role string, r Request, yes bool) error {
	var version int64
	g.must(g.scan(&version, `SELECT version FROM approvals WHERE id = `+fmt.Sprint(r.Approval.Int())))
	_, err := approval.New(g.Kit).Decide(g.As(role), approval.Verdict{ID: r.Approval, Version: version, Approve: yes, Reason: "看过门店"})
	return err
}

func (g *ground) scan(into *int64, query string) error {
	rows, err := g.Bare(query)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := rows.Scan(into); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (g *ground) now(id kernel.ID) Sheet {
	g.Helper()
	f, err := g.Find(g.As("director"), id)
	g.must(err)
	return f
}

// executed is a request that was granted and carried out.
func (g *ground) executed(yuan int64) Request {
	g.Helper()
	r := g.ask(g.wish(yuan))
	g.must(g.decide("manager", r, true))
	_, err := g.File(g.As("rep"), r.ID, "堆头.jpg", strings.NewReader("\xff\xd8\xff\xe0堆头"))
	g.must(err)
	g.must(g.Execute(g.As("rep"), r.ID, 0))
	return g.now(r.ID).Request
}

// pay books as somebody who sees everything.
func (g *ground) pay(r Request, yuan int64, number string, last bool) (Booking, error) {
	return g.Settle(g.As("director"), Booking{Fee: r.ID, On: june, Original: yuan * 100, Number: number}, last)
}

package receivable

import (
	"errors"
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/terms"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, terms.Feature, Feature}

// ground is an account of the rep's and one of the other's; the director books.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
	clock     int64
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) { f(stand(s)) })
}

func stand(s *apptest.Stage) *ground {
	g := &ground{Stage: s, Service: New(s.Kit), clock: 1000}
	g.today = func() kernel.Date { return kernel.On(2026, 5, 31) }
	g.now = func() int64 { g.clock += 1000; return g.clock }
	s.Grant("director", "receivable:write", "A")
	s.Grant("rep", "receivable:read", "OT")
	s.Grant("rep", "receivable:write", "")
	for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
		a := []account.Account{{Code: owner, Name: "客户" + owner}}
		g.must(account.New(s.Kit).Open(s.As(owner), a...))
		*id = a[0].ID
	}
	return g
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

// book books a paper of the rep's account.
func (g *ground) book(kind, number string, on kernel.Date, amount int64) Document {
	g.Helper()
	d, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: kind, Number: number, On: on, Amount: amount})
	g.must(err)
	return d
}

// of is where the rep's account stands.
func (g *ground) of(at At) (a *Account) {
	g.Helper()
	g.must(g.DB.Snapshot(g.As("director"), func(tx *db.Tx) (err error) {
		a, err = g.Of(tx, g.mine, at)
		return err
	}))
	return a
}

func (g *ground) reverse(id kernel.ID) error {
	return g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.Reverse(tx, g.mine, id, "wrong") })
}

// customerA of specification M77, in yuan: its terms are those of the default, 月结30天 by months.
func (g *ground) customerA() {
	g.Helper()
	for _, m := range shipments {
		g.book(Invoice, "I"+m.On.String(), m.On, m.Amount*100)
	}
	for _, m := range payments {
		g.book(Receipt, "R"+m.On.String(), m.On, m.Amount*100)
	}
}

func TestWhatIsBookedStandsAsSpecified(t *testing.T) {
	each(t, func(g *ground) {
		g.customerA()
		for _, want := range byMonths {
			a := g.of(At{On: want.On})
			s := a.Standing
			if got := (stood{want.On, s.Claimed / 100, s.Received / 100, s.Receivable / 100, s.Overdue / 100, s.Worst}); got != want {
				g.Errorf("on %s: %+v, want %+v", want.On, got, want)
			}
		}
	})
}

func TestAPaperIsBookedOnce(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 2, 28)
		first, again := g.book(Receipt, "BANK-1", on, 500), g.book(Receipt, "BANK-1", on, 500)
		if first.ID != again.ID || len(g.of(At{}).Documents) != 1 {
			g.Error("the same receipt sent again is booked again")
		}
		if _, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: Receipt, Number: "BANK-1", On: on, Amount: 501}); key(err) != "receivable.other_same_number" {
			g.Error("another receipt under the same bank reference:", err)
		}
		g.must(g.reverse(first.ID))
		if d := g.book(Receipt, "BANK-1", on, 501); d.Amount != 501 || len(g.of(At{}).Documents) != 1 {
			g.Error("what was taken back cannot be booked rightly")
		}
		if err := g.reverse(first.ID); key(err) != "receivable.reversed_already" {
			g.Error("taken back twice:", err)
		}
	})
}

func TestWhatIsWrongIsRefused(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2028, 2, 29)
		g.book(Invoice, "I-1", on, 1000)
		g.book(Credit, "", on, 1) // on no invoice
		tests := map[string]struct {
			d    Document
			want string
		}{
			"a credit note larger than its invoice": {Document{Kind: Credit, Reference: "I-1", On: on, Amount: 1001}, "receivable.more_than_invoice"},
			"a credit note on no invoice":           {Document{Kind: Credit, Reference: "I-2", On: on, Amount: 1}, "receivable.no_such_invoice"},
			"a currency without a rate":             {Document{Kind: Invoice, Currency: "XAU", On: on, Amount: 1}, "receivable.no_rate"},
			"nothing":                               {Document{Kind: Invoice, On: on}, "receivable.bad_amount"},
			"less than nothing":                     {Document{Kind: Receipt, On: on, Amount: -5}, "receivable.bad_amount"},
			"no day":                                {Document{Kind: Receipt, Amount: 5}, "receivable.bad_day"},
			"due before it was issued":              {Document{Kind: Invoice, On: on, Due: on.Add(-1), Amount: 5}, "receivable.bad_due"},
			"a bill that never matures":             {Document{Kind: Bill, On: on, Amount: 5}, "receivable.bad_maturity"},
			"a set-off with one side":               {Document{Kind: Setoff, On: on, Amount: 5}, "receivable.setoff_with"},
			"of a kind of its own":                  {Document{Kind: "gift", On: on, Amount: 5}, "receivable.bad_kind"},
			"a reversal without what it takes back": {Document{Kind: "reversal", On: on, Amount: 5}, "receivable.bad_kind"},
		}
		for name, test := range tests {
			test.d.Account = g.mine
			if _, err := g.Add(g.As("director"), test.d); key(err) != test.want {
				g.Errorf("%s: %v, want %s", name, err, test.want)
			}
		}
		if _, err := g.Add(g.As("director"), Document{Kind: Receipt, On: on, Amount: 5}); key(err) != "db.missing" {
			g.Error("a receipt without an account:", err)
		}
		if d := g.of(At{On: on}).Documents[0]; d.On != on {
			g.Error("29 February:", d.On)
		}
	})
}

func TestExposure(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 5, 1)
		bill := func(accepted bool) {
			_, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: Bill, On: on, Amount: 300, Matures: on.AddMonths(6), Accepted: accepted})
			g.must(err)
		}
		g.book(Invoice, "I-1", on, 1000)
		g.book(Shipment, "S-1", on, 700)
		g.book(Shipment, "S-2", on, 50)
		bill(false)
		bill(true) // a bank stands for it
		_, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: Invoice, Reference: "S-1", On: on.Add(1), Amount: 700})
		g.must(err)
		var e Exposure
		g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
			e, err = g.Exposure(tx, g.mine)
			return err
		}))
		if want := (Exposure{Receivable: 1100, Shipped: 50, Bills: 300}); e != want || e.Total() != 1450 {
			g.Errorf("%+v, want %+v", e, want)
		}
		if later := g.of(At{On: on.AddMonths(6)}).Exposure; later.Bills != 0 {
			g.Error("a bill that matured is still lent:", later.Bills)
		}
	})
}

func TestWhatWasKnownIsToldAgain(t *testing.T) {
	each(t, func(g *ground) {
		g.customerA()
		at := At{On: kernel.On(2026, 4, 30), Known: g.clock}
		before := g.of(at)
		g.must(g.reverse(before.Documents[0].ID))
		g.book(Invoice, "late", kernel.On(2026, 3, 1), 900)
		if now := g.of(At{On: at.On}); now.Standing.Receivable == before.Standing.Receivable {
			g.Error("a reversal and a new paper change nothing")
		}
		if again := g.of(at); fmt.Sprint(again.Standing, again.Exposure) != fmt.Sprint(before.Standing, before.Exposure) {
			g.Errorf("known then: %+v, was %+v", again.Standing, before.Standing)
		}
	})
}

func TestAllocating(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 5, 1)
		early, late := g.book(Invoice, "I-1", on, 1000), g.book(Invoice, "I-2", on.Add(1), 1000)
		paid := g.book(Receipt, "R-1", on.Add(2), 600)
		allocate := func(from, to Document, amount int64) (all []Part, err error) {
			err = g.DB.Write(g.As("director"), func(tx *db.Tx) error {
				all, err = g.Allocate(tx, g.mine, []Part{{From: from.ID, To: to.ID, Amount: amount}})
				return err
			})
			return all, err
		}
		open := func() (all []int64) {
			for _, i := range g.of(At{}).Standing.Items {
				all = append(all, i.Open)
			}
			return all
		}
		if got := fmt.Sprint(open()); got != "[400 1000]" {
			g.Error("the earliest due first:", got)
		}
		if _, err := allocate(paid, late, 601); key(err) != "receivable.more_than_there" {
			g.Error("more than came in:", err)
		}
		if _, err := allocate(early, late, 1); key(err) != "receivable.cannot_pay" {
			g.Error("an invoice pays an invoice:", err)
		}
		all, err := allocate(paid, late, 600)
		g.must(err)
		if got := fmt.Sprint(open()); got != "[1000 400]" {
			g.Error("where somebody said:", got)
		}
		if _, err := allocate(paid, early, 1); key(err) != "receivable.more_than_there" {
			g.Error("the same money twice:", err)
		}
		g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error { return g.Undo(tx, g.mine, []kernel.ID{all[0].ID}) }))
		if got := fmt.Sprint(open()); got != "[400 1000]" {
			g.Error("after undo:", got)
		}
	})
}

func TestWhoMayReadWhatIsOwed(t *testing.T) {
	each(t, func(g *ground) {
		for path, want := range map[string]int{g.mine.String(): 200, g.his.String(): 404} {
			if r := g.Do("rep", "GET", "/api/accounts/"+path+"/receivables", ""); r.Code != want {
				g.Error(path, r.Code, r.Body)
			}
		}
		if r := g.Do("rep", "POST", "/api/accounts/"+g.mine.String()+"/receivables/documents", `{"kind":"receipt","on":"2026-05-01","amount":5}`); r.Code != 403 {
			g.Error("a rep books money:", r.Code)
		}
	})
}

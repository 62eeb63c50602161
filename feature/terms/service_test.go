package terms

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/terms"
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
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, Feature}

// ground is an account of the rep's and one of the other's; the director keeps terms.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var june = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		g := &ground{Stage: s, Service: New(s.Kit)}
		g.today = func() kernel.Date { return june }
		for _, grant := range []string{"terms:write", "dayoff:write", "dayoff:read"} {
			s.Grant("director", grant, "A")
		}
		s.Grant("rep", "terms:write", "")
		for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
			a := []account.Account{{Code: owner, Name: "客户" + owner}}
			g.must(account.New(s.Kit).Open(s.As(owner), a...))
			*id = a[0].ID
		}
		f(g)
	})
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

// agrees has the rep's account pay after so many days from a day on.
func (g *ground) agrees(contract string, since kernel.Date, days int) (Agreement, error) {
	return g.Agree(g.As("director"), Agreement{Account: g.mine, Contract: contract, Since: since, Agreed: Wording{terms.Terms{Rule: terms.Rule{Mode: terms.InvoiceDays, Days: days}}}})
}

// due is when a document of a day of an account is due.
func (g *ground) due(account kernel.ID, contract string, on kernel.Date) (day kernel.Date) {
	g.Helper()
	g.must(g.DB.Read(g.As("director"), func(tx *db.Tx) error {
		b, err := g.Service.Book(tx)
		if err != nil {
			return err
		}
		day = b.Due(account, contract, 100, on)[0].Due
		one, err := g.Of(tx, account, on)
		if got := one.Of(100, on, b.Working)[0].Due; contract == "" && got != day {
			g.Errorf("one account says %s, all say %s", got, day)
		}
		return err
	}))
	return day
}

func TestADocumentKeepsTheTermsOfItsDay(t *testing.T) {
	each(t, func(g *ground) {
		jan := kernel.On(2026, 1, 20)
		if got := g.due(g.mine, "", jan); got != kernel.On(2026, 2, 28) {
			g.Errorf("by default: %s", got)
		}
		_, err := g.agrees("", kernel.On(2026, 1, 1), 45)
		g.must(err)
		_, err = g.agrees("", june, 10)
		g.must(err)
		_, err = g.agrees("HT-1", kernel.On(2026, 1, 1), 7)
		g.must(err)
		for _, test := range []struct {
			says     string
			account  kernel.ID
			contract string
			on, due  kernel.Date
		}{
			{"before anything was agreed", g.mine, "", kernel.On(2025, 12, 31), kernel.On(2026, 1, 31)},
			{"under the first terms", g.mine, "", jan, kernel.On(2026, 3, 6)},
			{"on the last day of those", g.mine, "", june.Add(-1), kernel.On(2026, 7, 24)},
			{"under the later ones", g.mine, "", june, kernel.On(2026, 6, 20)},
			{"of the contract", g.mine, "HT-1", june, kernel.On(2026, 6, 17)},
			{"of the contract before it began", g.mine, "HT-1", kernel.On(2025, 12, 31), kernel.On(2026, 1, 31)},
			{"of a contract without terms of its own", g.mine, "HT-2", june, kernel.On(2026, 6, 20)},
			{"of somebody else", g.his, "", jan, kernel.On(2026, 2, 28)},
		} {
			if got := g.due(test.account, test.contract, test.on); got != test.due {
				g.Errorf("%s: due %s, want %s", test.says, got, test.due)
			}
		}
	})
}

func TestTermsAreNeverChangedBackwards(t *testing.T) {
	each(t, func(g *ground) {
		first, err := g.agrees("", kernel.On(2026, 1, 1), 45)
		g.must(err)
		if _, err := g.agrees("", kernel.On(2026, 1, 1), 10); key(err) != "terms.later_already" {
			g.Errorf("from the same day: %v", err)
		}
		billed := kernel.On(2026, 6, 5)
		g.invoice(billed)
		if _, err := g.agrees("", billed, 10); key(err) != "terms.has_documents" {
			g.Errorf("over a document: %v", err)
		}
		if err := g.Withdraw(g.As("director"), first.ID, 1); key(err) != "terms.has_begun" {
			g.Errorf("%v", err)
		}
		_, err = g.agrees("", billed.Add(1), 10)
		g.must(err)
		coming, err := g.agrees("", june.Add(20), 5)
		g.must(err)
		g.must(g.Withdraw(g.As("director"), coming.ID, 1))
		if got := g.due(g.mine, "", june.Add(30)); got != june.Add(40) {
			g.Errorf("due %s", got)
		}
	})
}

// invoice publishes one of the rep's account.
func (g *ground) invoice(on kernel.Date) {
	g.Helper()
	l, ctx := ledger.New(g.Kit), g.As("director")
	b, err := l.Begin(ctx, ledger.Batch{Source: "R", Kind: ledger.Invoices, File: "r"})
	g.must(err)
	out, err := l.BookInvoices(ctx, b.ID, []ledger.Invoice{{Account: g.mine, Number: "R1", IssuedOn: on, Amount: 100}})
	g.must(err)
	_, err = l.Publish(ctx, b.ID, out, nil)
	g.must(err)
}

func TestWhatAreNoTerms(t *testing.T) {
	each(t, func(g *ground) {
		for want, spoil := range map[string]func(*Agreement){
			"terms.bad_days":     func(a *Agreement) { a.Agreed.Days = -1 },
			"terms.bad_mode":     func(a *Agreement) { a.Agreed.Mode = "soon" },
			"terms.bad_since":    func(a *Agreement) { a.Since = kernel.Date{} },
			"terms.bad_contract": func(a *Agreement) { a.Contract = strings.Repeat("长", 61) },
			"terms.bad_basis":    func(a *Agreement) { a.Basis = strings.Repeat("长", 201) },
			"terms.bad_sum":      func(a *Agreement) { a.Agreed.Parts = []terms.Part{{Percent: 99, Rule: a.Agreed.Rule}} },
			"db.missing":         func(a *Agreement) { a.Account = kernel.NewID() },
		} {
			one := Agreement{Account: g.mine, Since: june, Agreed: Wording{terms.Default()}}
			spoil(&one)
			if _, err := g.Agree(g.As("director"), one); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
	})
}

func TestHolidaysMoveWhatIsAgreedToMove(t *testing.T) {
	each(t, func(g *ground) {
		moving := Agreement{Account: g.mine, Since: kernel.On(2026, 1, 1), Agreed: Wording{terms.Terms{Rule: terms.Rule{Mode: terms.InvoiceDays, Days: 30}, NextWorking: true}}}
		_, err := g.Agree(g.As("director"), moving)
		g.must(err)
		for on, want := range map[kernel.Date]kernel.Date{
			kernel.On(2026, 9, 1):  kernel.On(2026, 10, 8),  // 1 October, and the week after it
			kernel.On(2026, 9, 10): kernel.On(2026, 10, 10), // a Saturday that makes up for it
			kernel.On(2026, 6, 11): kernel.On(2026, 7, 13),  // a usual Saturday
			kernel.On(2026, 1, 15): kernel.On(2026, 2, 14),  // a Saturday before the Spring Festival
			kernel.On(2026, 1, 16): kernel.On(2026, 2, 24),  // its first day
		} {
			if got := g.due(g.mine, "", on); got != want {
				g.Errorf("of %s: due %s, want %s", on, got, want)
			}
		}
		_, err = g.SetDay(g.As("director"), Day{kernel.On(2026, 10, 8), false, "台风停工"})
		g.must(err)
		g.must(g.DropDay(g.As("director"), kernel.On(2026, 10, 10)))
		if got := g.due(g.mine, "", kernel.On(2026, 9, 1)); got != kernel.On(2026, 10, 9) {
			g.Errorf("the calendar was changed: due %s", got)
		}
		if got := g.due(g.mine, "", kernel.On(2026, 9, 10)); got != kernel.On(2026, 10, 12) {
			g.Errorf("the calendar was changed: due %s", got)
		}
		if err := g.DropDay(g.As("director"), kernel.On(2026, 10, 10)); key(err) != "db.missing" {
			g.Error(err)
		}
		if _, err := g.SetDay(g.As("director"), Day{On: june}); key(err) != "terms.bad_name" {
			g.Error(err)
		}
		c, err := g.Calendar(g.As("director"), 2026)
		if err != nil || len(c.Days) != 39 || !c.May {
			g.Errorf("%d days, %v", len(c.Days), err)
		}
	})
}

func TestTermsLeaveAndComeBack(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		agreed := terms.Terms{Rule: terms.Rule{Mode: terms.EndMonths, Days: 60, Statement: 25, OnDay: true}, Grace: 5, NextWorking: true, Parts: []terms.Part{
			{Name: "预付 款", Percent: 30, Rule: terms.Rule{Mode: terms.InvoiceDays}},
			{Name: "发货", Percent: 60, Rule: terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 20, OnDay: true}},
			{Name: "质保", Percent: 10, Rule: terms.Rule{Mode: terms.InvoiceMonths, Days: 360}, Retention: true}}}
		a, err := g.Agree(g.As("director"), Agreement{Account: g.mine, Contract: "HT-9", Since: june.Add(1), Agreed: Wording{agreed}, Basis: "补充协议"})
		g.must(err)
		file := g.Do("director", "GET", "/api/terms/export?format=csv", "").Body.String()
		if !strings.Contains(file, "rep,客户rep,HT-9,2026-06-11,EOM_MONTHS,60,25,1,5,1,预付 款 30% INV_DAYS 0; 发货 60% EOM_MONTHS 30 @20 on_day; 质保 10% INV_MONTHS 360 retention,补充协议") {
			g.Fatalf("%s", file)
		}
		says := func(key string, _ map[string]any) string { return key }
		bring := func(file string, try bool) Imported {
			g.Helper()
			done, err := g.Import(g.As("director"), strings.NewReader(file), try, says)
			g.must(err)
			return done
		}
		if done := bring(file, false); done.Same != 1 || done.Taken+len(done.Wrong) != 0 {
			g.Errorf("the same: %+v", done)
		}
		g.must(g.Withdraw(g.As("director"), a.ID, 1))
		if done := bring(file+"nobody,,,2026-06-11,EOM_DAYS,30\r\n", false); len(done.Wrong) != 1 || done.Wrong[0].Says != "terms.no_account" {
			g.Errorf("wrong: %+v", done)
		}
		if done := bring(file, true); done.Taken != 1 {
			g.Errorf("tried: %+v", done)
		}
		if done := bring(file, false); done.Taken != 1 {
			g.Errorf("%+v", done)
		}
		sheet, err := g.Sheet(g.As("rep"), g.mine)
		if err != nil || len(sheet.Rows) != 1 || !sheet.Rows[0].Agreed.same(agreed) || sheet.May {
			g.Errorf("%+v, %v", sheet, err)
		}
		for cell, want := range map[string]string{"2026-06-11,EOM_DAYS,-30": "terms.bad_days", "2026-06-11,EOM_DAYS,x": "terms.bad_cell", "nie,EOM_DAYS,30": "terms.bad_cell", "2026-06-11,SOON,30": "terms.bad_mode",
			"2026-06-12,EOM_DAYS,30,,,,,预付 0% INV_DAYS 0": "terms.bad_part", "2026-06-12,EOM_DAYS,30,,,,,预付": "terms.bad_cell"} {
			if done := bring("a,b,c,d,e,f,g,h,i,j,k\r\nrep,,,"+cell+"\r\n", false); len(done.Wrong) != 1 || done.Wrong[0].Says != want {
				g.Errorf("%s: %+v", cell, done)
			}
		}
	})
}

func (w Wording) same(t terms.Terms) bool {
	return (Agreement{Agreed: w}).same(Agreement{Agreed: Wording{t}})
}

func TestTermsGoWithTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.agrees("", kernel.On(2026, 1, 1), 45)
		g.must(err)
		if _, err := g.Sheet(g.As("other"), g.mine); key(err) != "db.missing" {
			g.Errorf("a stranger reads them: %v", err)
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		if got := g.due(g.his, "", june); got != june.Add(45) {
			g.Errorf("they stayed behind: %s", got)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if got := g.due(g.mine, "", june); got != june.Add(45) || g.due(g.his, "", june) == got {
			g.Errorf("they did not come back: %s", got)
		}
	})
}

func TestThePreviewSpeaksOfAllReadings(t *testing.T) {
	each(t, func(g *ground) {
		p, err := g.Preview(g.As("rep"), terms.Default(), 10000, kernel.On(2026, 1, 20))
		g.must(err)
		if p.Parts[0].Due != kernel.On(2026, 2, 28) || p.Parts[0].Amount != 10000 {
			g.Errorf("%+v", p.Parts)
		}
		want := []string{"2026-02-19", "2026-03-02", "2026-02-28", "2026-03-03", "2026-02-20"}
		for i, m := range p.Modes {
			if m.Mode != terms.Modes[i] || m.Due.String() != want[i] {
				g.Errorf("%+v, want %s", m, want[i])
			}
		}
	})
}

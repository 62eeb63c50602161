package receivable

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"erba/kernel"
)

// pays books a receipt that names an invoice, or none.
func (g *ground) pays(number, reference string, on kernel.Date, amount int64) Document {
	g.Helper()
	d, err := g.Add(g.As("director"), Document{Account: g.mine, Kind: Receipt, Number: number, Reference: reference, On: on, Amount: amount})
	g.must(err)
	return d
}

func TestAPaperIsProposedToPay(t *testing.T) {
	on := kernel.On(2026, 4, 1)
	tests := map[string]struct {
		reference string
		amount    int64
		want      string
	}{
		"the invoice that it names, then the earliest due": {"I-3", 600, "I-1 100 order, I-3 500 number"},
		"one of the same amount before an earlier one":     {"", 300, "I-2 300 equal"},
		"the earliest due, where nothing is like it":       {"", 1100, "I-1 1000 order, I-2 100 order"},
		"all there is, the rest is an advance":             {"", 5000, "I-1 1000 order, I-2 300 order, I-3 500 order"},
		"the earliest due, where it names what is not":     {"I-9", 400, "I-1 400 order"},
	}
	each(t, func(g *ground) {
		for i, amount := range []int64{1000, 300, 500} {
			g.book(Invoice, fmt.Sprintf("I-%d", i+1), on.Add(i), amount)
		}
		for name, test := range tests {
			paid := g.pays("R", test.reference, on.Add(9), test.amount)
			p, err := g.Propose(g.As("director"), g.mine, paid.ID)
			g.must(err)
			if got := chosen(p); got != test.want {
				g.Errorf("%s: %s, want %s", name, got, test.want)
			}
			g.must(g.reverse(paid.ID))
		}
	})
}

// chosen is where a proposal sends money.
func chosen(p Proposal) string {
	var all []string
	for _, c := range p.Rows {
		if c.Amount > 0 {
			all = append(all, fmt.Sprint(c.Number, " ", c.Amount, " ", c.Why))
		}
	}
	return strings.Join(all, ", ")
}

func TestACorrectionReplacesWhatWasSaidAndCanBeUndone(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 4, 1)
		first, second := g.book(Invoice, "I-1", on, 1000), g.book(Invoice, "I-2", on.Add(1), 1000)
		paid := g.pays("R", "", on.Add(9), 600)
		path := "/api/accounts/" + g.mine.String() + "/receivables/documents/" + paid.ID.String()
		before := g.of(At{}).Standing
		correct := func(shares string, want int) {
			g.Helper()
			if r := g.Do("director", http.MethodPost, path+"/allocation", `{"shares":[`+shares+`]}`); r.Code != want {
				g.Errorf("%s: %d %s", shares, r.Code, r.Body)
			}
		}
		to := func(d Document, amount int) string { return fmt.Sprintf(`{"to":%q,"amount":%d}`, d.ID, amount) }
		open := func() string {
			s := g.of(At{}).Standing
			return fmt.Sprint(s.Items[0].Open, s.Items[1].Open)
		}
		correct(to(second, 600), 200)
		if open() != "1000 400" {
			g.Error("said:", open())
		}
		correct(to(first, 200)+","+to(second, 400), 200)
		if open() != "800 600" {
			g.Error("said anew:", open())
		}
		correct(to(first, 601), 409)
		if open() != "800 600" {
			g.Error("a refusal takes back what was said before:", open())
		}
		p, err := g.Propose(g.As("director"), g.mine, paid.ID)
		g.must(err)
		if got := chosen(p); got != "I-1 200 hand, I-2 400 hand" || !p.Byhand {
			g.Error("what was said is proposed:", got)
		}
		correct("", 200)
		if after := g.of(At{}).Standing; fmt.Sprint(after) != fmt.Sprint(before) {
			g.Errorf("undone: %+v, was %+v", after, before)
		}
		if r := g.Do("rep", http.MethodPost, path+"/allocation", `{"shares":[]}`); r.Code != 403 {
			g.Error("a rep says what pays what:", r.Code)
		}
	})
}

func TestAStatementOfAccountEndsWithWhatIsOwed(t *testing.T) {
	each(t, func(g *ground) {
		g.customerA()
		for _, want := range byMonths {
			for _, from := range []kernel.Date{kernel.On(2020, 1, 1), want.On.Add(-20), want.On} {
				e, err := g.Extract(g.As("director"), g.mine, from, want.On)
				g.must(err)
				s := g.of(At{On: want.On}).Standing
				if e.After != s.Receivable-s.Advance || e.Before+e.Debit-e.Credit != e.After || e.After != s.Claimed-s.Received {
					g.Errorf("from %s to %s: %d + %d − %d = %d, owed %d", from, want.On, e.Before, e.Debit, e.Credit, e.After, s.Receivable-s.Advance)
				}
			}
		}
		if _, err := g.Extract(g.As("director"), g.mine, kernel.On(2026, 3, 1), kernel.On(2026, 2, 28)); key(err) != "receivable.bad_days" {
			g.Error("that ends before it begins:", err)
		}
	})
}

func TestAStatementLeavesAsAWorkbook(t *testing.T) {
	each(t, func(g *ground) {
		g.Grant("director", "receivable:export", "A")
		g.book(Invoice, "I-1", kernel.On(2026, 4, 1), 123456)
		g.pays("R-1", "I-1", kernel.On(2026, 5, 1), 23456)
		for language, word := range map[string][]string{"en": {"Date", "Statement of account", "Invoice", "Receipt", "Balance"}, "zh-CN": {"日期", "对账单", "发票", "回款", "余额"}} {
			g.must(g.Kit.Users.Speak(g.As("director"), language))
			r := g.Do("director", http.MethodGet, "/api/accounts/"+g.mine.String()+"/receivables/statement/export?from=2026-04-01&until=2026-05-31", "")
			book, err := excelize.OpenReader(bytes.NewReader(r.Body.Bytes()))
			if err != nil {
				g.Fatal(r.Code, r.Body, err)
			}
			rows, err := book.GetRows(book.GetSheetName(0))
			g.must(err)
			if len(rows) != 6 || rows[0][0] != word[0] || rows[0][7] != word[4] || rows[1][1] != word[1] || rows[1][2] != "客户rep" || rows[3][1] != word[2] || rows[4][1] != word[3] ||
				rows[3][5] != "1,234.56" || rows[4][6] != "234.56" || rows[5][7] != "1,000.00" {
				g.Errorf("%s: %q", language, rows)
			}
		}
		if r := g.Do("rep", http.MethodGet, "/api/accounts/"+g.his.String()+"/receivables/statement/export", ""); r.Code != 404 {
			g.Error("a statement of an account out of sight leaves:", r.Code)
		}
	})
}

func TestWhatIsWrongIsToldOverREST(t *testing.T) {
	each(t, func(g *ground) {
		g.book(Invoice, "I-1", kernel.On(2026, 4, 1), 1000)
		g.book(Receipt, "BANK-1", kernel.On(2026, 4, 2), 5)
		tests := map[string]struct {
			account string
			body    string
			code    int
			says    string
		}{
			"29 February of a year that has none":     {g.mine.String(), `{"kind":"receipt","on":"2026-02-29","amount":5}`, 422, "2026-02-29"},
			"29 February of a year that has it":       {g.mine.String(), `{"kind":"receipt","on":"2024-02-29","amount":5}`, 200, "2024-02-29"},
			"a credit note larger than its invoice":   {g.mine.String(), `{"kind":"credit","reference":"I-1","on":"2026-04-03","amount":1001}`, 409, "I-1"},
			"a receipt of an account that is not":     {kernel.NewID().String(), `{"kind":"receipt","on":"2026-04-03","amount":5}`, 404, ""},
			"a currency without a rate":               {g.mine.String(), `{"kind":"invoice","currency":"XAU","on":"2026-04-03","amount":5}`, 409, "XAU"},
			"two receipts with one bank reference":    {g.mine.String(), `{"kind":"receipt","number":"BANK-1","on":"2026-04-02","amount":6}`, 409, "BANK-1"},
			"the same receipt again":                  {g.mine.String(), `{"kind":"receipt","number":"BANK-1","on":"2026-04-02","amount":5}`, 200, "BANK-1"},
			"less than nothing":                       {g.mine.String(), `{"kind":"receipt","on":"2026-04-02","amount":-5}`, 422, "amount"},
			"a bill that matures before it was given": {g.mine.String(), `{"kind":"bill","on":"2026-04-02","matures":"2026-04-01","amount":5}`, 422, "matures"},
		}
		for name, test := range tests {
			r := g.Do("director", http.MethodPost, "/api/accounts/"+test.account+"/receivables/documents", test.body)
			if r.Code != test.code || !strings.Contains(r.Body.String(), test.says) {
				g.Errorf("%s: %d %s", name, r.Code, r.Body)
			}
		}
	})
}

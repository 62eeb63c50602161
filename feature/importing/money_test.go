package importing

import (
	"strings"
	"testing"

	"erba/feature/account"
	"erba/platform/apptest"
)

// Papers of money that are wrong are refused by their rows, or told where they may be right.
func TestWrongPapersOfMoney(t *testing.T) {
	const invoices, receipts = "客户编码,发票号,开票日期,到期日,价税合计,币种\n", "客户编码,流水号,收款日期,收款金额,币种,发票号,付款方式,票据到期日\n"
	steps := []struct{ name, kind, rows, want string }{
		{"29 February", Invoices, "K1,F1,2028-02-29,2028-03-30,100,\nK1,F2,2027-02-29,,100,\n", "2: 1/0/0/1 bad_date×1"},
		{"negative terms", Invoices, "K1,F3,2028-03-10,2028-03-09,100,\nK1,F4,2028-03-10,2028-03-10,100,\n", "2: 1/0/0/1 due_early×1"},
		{"a credit note larger than its invoice", Invoices, "K1,F6,2028-03-01,,100,\nK1,F6,2028-03-02,,-120,\n", "2: 2/0/0/0 (credit_exceeds×1)"},
		{"a credit note that is not", Invoices, "K1,F7,2028-03-01,,100,\nK1,F7,2028-03-11,,-100,\n", "2: 2/0/0/0"},
		{"a currency without a rate", Invoices, "K1,F5,2028-03-01,,100,XAU\n", "1: 0/0/0/1 rate_missing×1"},
		{"a receipt without an account", Receipts, ",B0,2028-03-01,100,,,,\n", "1: 0/0/0/1 account_missing×1"},
		{"a receipt of an account that is not", Receipts, "K9,B0,2028-03-01,100,,,,\n", "1: 0/0/0/1 account_unknown×1"},
		{"a currency without a rate, of money", Receipts, "K1,B0,2028-03-01,100,XAU,,,\n", "1: 0/0/0/1 rate_missing×1"},
		{"two receipts with one bank reference", Receipts, "K1,B1,2028-03-01,100,,,,\nK1,B1,2028-03-01,60,,,,\n", "2: 2/0/0/0 (reference_twice×1)"},
		{"one transfer for two invoices", Receipts, "K1,B2,2028-03-01,100,,F1,,\nK1,B2,2028-03-01,60,,F4,,\n", "2: 2/0/0/0"},
		{"the reference of another account's", Receipts, "K2,B2,2028-03-01,7,,,,\n", "1: 1/0/0/0 (reference_elsewhere×1)"},
		{"a bill that never matures", Receipts, "K1,B3,2028-03-01,100,,,银行承兑汇票,\n", "1: 0/0/0/1 maturity_missing×1"},
		{"a bill that matured before it came", Receipts, "K1,B3,2028-03-01,100,,,商业承兑汇票,2028-02-28\n", "1: 0/0/0/1 maturity_early×1"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		customers(s, "K1", "K2")
		for _, step := range steps {
			content := invoices + step.rows
			if step.kind == Receipts {
				content = receipts + step.rows
			}
			if got := brief(booked(s, service, file(s, content), Settings{Kind: step.kind}, false)); got != step.want+" 0 of 0 totals" {
				s.Errorf("%s: %s, want %s", step.name, got, step.want)
			}
		}
	})
}

func customers(s *apptest.Stage, codes ...string) {
	s.Helper()
	for _, code := range codes {
		if err := account.New(s.Kit).Open(s.As("director"), account.Account{Code: code, Name: "客户" + code}); err != nil {
			s.Fatal(err)
		}
	}
}

// A company cannot stand above itself, however far up.
func TestACircleOfCompaniesIsNotImported(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		r := booked(s, service, file(s, "客户编码,客户名称,上级客户\nG1,集团,G3\nG2,子公司,G1\nG3,孙公司,G2\n"), Settings{Kind: Accounts}, false)
		if got := brief(r); got != "3: 3/0/0/0 (parent_refused×1) 0 of 0 totals" {
			s.Error(got)
		}
	})
}

// Who paid for an account once is known by his name, as long as what says so stands.
func TestAPayerIsLearned(t *testing.T) {
	const head = "客户编码,付款人,流水号,收款日期,收款金额\n"
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		customers(s, "K1", "K2")
		steps := []struct{ name, rows, want string }{
			{"nobody knows him", ",王五商行,B1,2028-03-01,100\n", "1: 0/0/0/1 account_unknown×1"},
			{"the account itself", ",客户K2,B2,2028-03-01,100\n", "1: 1/0/0/0"},
			{"he pays for one", "K1,王五商行,B3,2028-03-02,100\n", "1: 1/0/0/0"},
			{"he is known", ",王五商行,B4,2028-03-03,50\n", "1: 1/0/0/0 (account_by_payer×1)"},
			{"sent again", ",王五商行,B4,2028-03-03,50\n", "1: 0/0/1/0 (account_by_payer×1)"},
			{"he pays for another one", "K2,王五商行,B5,2028-03-04,100\n", "1: 1/0/0/0"},
			{"for whom is not clear", ",王五商行,B6,2028-03-05,100\n", "1: 0/0/0/1 payer_unclear×1"},
		}
		for _, step := range steps {
			r := booked(s, service, file(s, head+step.rows), Settings{Kind: Receipts, Source: "bank"}, false)
			if got := brief(r); got != step.want+" 0 of 0 totals" {
				s.Errorf("%s: %s, want %s", step.name, got, step.want)
			}
		}
		said := Settings{Kind: Receipts, Source: "bank", Values: map[string]map[string]string{"payer": {"赵六": "K1"}}}
		content := head + ",赵六,B7,2028-03-05,100\n"
		if got := brief(booked(s, service, file(s, content), said, false)); !strings.HasPrefix(got, "1: 1/0/0/0") {
			s.Error("somebody said for whom he pays:", got)
		}
		if got := brief(booked(s, service, file(s, strings.Replace(content, "B7", "B8", 1)), Settings{Kind: Receipts, Source: "bank"}, false)); !strings.HasPrefix(got, "1: 1/0/0/0 (account_by_payer×1)") {
			s.Error("that is not learned:", got)
		}
	})
}

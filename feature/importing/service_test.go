package importing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/identity"
)

// start is the import service of a running program, with its queue.
func start(s *apptest.Stage) (*Service, *app.Product) {
	p, err := s.App.Start(s.DB)
	if err != nil {
		s.Fatal(err)
	}
	return New(p.Kit), p
}

// booked books a file as the director.
func booked(s *apptest.Stage, service *Service, path string, o Settings, dry bool) Report {
	s.Helper()
	r, err := service.Load(s.As("director"), path, o, dry, func(int64) {})
	if err != nil {
		s.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return r
}

// brief is a report in one line: rows new/changed/known/rejected, reasons, warnings, totals that agree of all.
func brief(r Report) string {
	out := fmt.Sprintf("%d: %d/%d/%d/%d", r.Rows, r.Inserted, r.Updated, r.Duplicates, r.Rejected)
	for _, one := range r.Reasons {
		out += fmt.Sprintf(" %s×%d", one.Reason, one.Rows)
	}
	for _, one := range r.Warnings {
		out += fmt.Sprintf(" (%s×%d)", one.Warning, one.Rows)
	}
	agree := 0
	for _, one := range r.Sums {
		if one.Agrees {
			agree++
		}
	}
	return out + fmt.Sprintf(" %d of %d totals", agree, len(r.Sums))
}

// Exports as ERP programs make them, each imported twice.
func TestFilesOfERPs(t *testing.T) {
	files := []struct {
		name     string
		settings Settings
		first    string
		again    string
	}{
		{"list_accounts.xlsx", Settings{Kind: Accounts, Fill: []string{"大区"}},
			"4: 2/0/0/2 bad_number×1 bad_uscc×1 (owner_unknown×1) 0 of 0 totals", "4: 0/0/2/2 bad_number×1 bad_uscc×1 (owner_unknown×1) 0 of 0 totals"},
		{"ledger_orders.csv", Settings{Kind: Orders, Fill: []string{"客户/编码", "客户/名称"}, CreateAccounts: true},
			"5: 4/0/0/1 bad_date×1 3 of 9 totals", "5: 0/0/4/1 bad_date×1 3 of 9 totals"},
		{"report_orders.xls", Settings{Kind: Orders, Fill: []string{"客户名称"}, CreateAccounts: true},
			"4: 4/0/0/0 (product_unknown×4) 2 of 2 totals", "4: 0/0/4/0 (product_unknown×4) 2 of 2 totals"},
		{"erp_invoices.txt", Settings{Kind: Invoices},
			"5: 3/0/0/2 account_unknown×1 bad_number×1 0 of 0 totals", "5: 0/0/3/2 account_unknown×1 bad_number×1 0 of 0 totals"},
		{"bank_receipts.xls", Settings{Kind: Receipts},
			"3: 2/0/0/1 account_missing×1 0 of 1 totals", "3: 0/0/2/1 account_missing×1 0 of 1 totals"},
		{"cards_contacts.csv", Settings{Kind: Contacts},
			"5: 2/0/0/3 contact.bad_mail×1 name_missing×1 too_wide×1 0 of 0 totals", "5: 0/0/2/3 contact.bad_mail×1 name_missing×1 too_wide×1 0 of 0 totals"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		for _, f := range files {
			path := filepath.Join("testdata", f.name)
			if got := brief(booked(s, service, path, f.settings, true)); !strings.HasPrefix(got, f.first[:6]) {
				s.Errorf("%s: dry %s, want %s", f.name, got, f.first)
			}
			if got := brief(booked(s, service, path, f.settings, false)); got != f.first {
				s.Errorf("%s: %s, want %s", f.name, got, f.first)
			}
			if got := brief(booked(s, service, path, f.settings, false)); got != f.again {
				s.Errorf("%s again: %s, want %s", f.name, got, f.again)
			}
		}
	})
}

const sales = "客户编码,订单号,产品编码,日期,数量,单价\n" +
	"K1,S1,P1,2026-05-01,10,100\nK1,S1,P1,2026-05-01,10,100\nK2,S2,P1,2026-05-02,1,100\n,S3,P1,2026-05-03,1,100\n"

func TestTheSameKeyWithOtherValuesReplaces(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		create := Settings{Kind: Orders, CreateAccounts: true}
		steps := []struct {
			name, file string
			settings   Settings
			want       string
		}{
			{"two equal lines are two", sales, create, "4: 3/0/0/1 account_missing×1 (product_unknown×3) 0 of 0 totals"},
			{"again", sales, create, "4: 0/0/3/1 account_missing×1 (product_unknown×3) 0 of 0 totals"},
			{"one quantity changed", strings.Replace(sales, "10,100", "11,100", 1), create, "4: 0/1/2/1 account_missing×1 (product_unknown×3) 0 of 0 totals"},
			{"another source", sales, Settings{Kind: Orders, Source: "other", Sure: true}, "4: 3/0/0/1 account_missing×1 (product_unknown×3) 0 of 0 totals"},
			{"rows without an account kept", sales, Settings{Kind: Orders, NoAccount: Keep}, "4: 1/1/2/0 (product_unknown×4) 0 of 0 totals"},
			{"a value that stands for another", strings.ReplaceAll(sales, "K2", "bad"), Settings{Kind: Orders, Values: map[string]map[string]string{"account": {"bad": "K2"}}}, "4: 0/0/3/1 account_missing×1 (product_unknown×3) 0 of 0 totals"},
			{"an unknown account", strings.ReplaceAll(sales, "K2", "K3"), Settings{Kind: Orders}, "4: 0/0/2/2 account_missing×1 account_unknown×1 (product_unknown×3) 0 of 0 totals"},
			{"a currency without a rate", "客户编码,订单号,日期,金额,币种\nK1,S9,2026-05-01,10,美元\n", Settings{Kind: Orders}, "1: 0/0/0/1 rate_missing×1 0 of 0 totals"},
			{"bytes that are no text", sales + "K1,S8,\xff\xfeP1,2026-05-0\xff,1,1\nK1,S7,P\x007\xff,2026-05-03,1,1\n", Settings{Kind: Orders, Encoding: "UTF-8"}, "6: 1/0/3/2 account_missing×1 bad_date×1 (product_unknown×4) 0 of 0 totals"},
			{"a complete month", "客户编码,订单号,产品编码,日期,数量,单价\nK1,S1,P1,2026-05-01,10,100\n", Settings{Kind: Orders, Source: "other", CompleteMonths: true, Sure: true}, "1: 0/0/1/0 (product_unknown×1) 0 of 0 totals"},
		}
		for _, step := range steps {
			r := booked(s, service, file(s, step.file), step.settings, false)
			if got := brief(r); got != step.want {
				s.Errorf("%s: %s, want %s", step.name, got, step.want)
			}
			if step.settings.CompleteMonths && (r.Missing == nil || r.Missing.Lines != 2 || r.Missing.Amount != kernel.Whole(1100)) {
				s.Errorf("%s: missing %+v", step.name, r.Missing)
			}
		}
	})
}

// What files answer that cannot be imported; nothing of them is kept.
func TestBadFilesKeepNothing(t *testing.T) {
	tests := map[string]struct{ content, key string }{
		"empty":                       {"", "sheet.empty"},
		"header only":                 {"客户编码,日期,金额\n", "sheet.header_only"},
		"no column for the account":   {"日期,金额\n2026-05-01,1\n", "importing.column_missing"},
		"an open quotation mark":      {sales + "K1,\"S4,P1,2026-05-01,1,1\n", "sheet.unclosed_quote"},
		"far down, ten thousand wide": {sales + strings.Repeat("K1,S5,P1,2026-05-01,1,1\n", 30_000) + strings.Repeat("x,", 10_000), "sheet.too_wide"},
		"binary":                      {"\x00\x01\x02\x00\x03", "sheet.binary"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		for name, tt := range tests {
			_, err := service.Load(s.As("director"), file(s, tt.content), Settings{Kind: Orders, CreateAccounts: true}, false, func(int64) {})
			if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != tt.key {
				s.Errorf("%s: %v, want %s", name, err, tt.key)
			}
			if n := count(s, "order_lines"); n != 0 {
				s.Errorf("%s: %d lines are left", name, n)
			}
		}
	})
}

func TestCancelledInTheMiddleNothingIsLeft(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		long := file(s, "客户编码,订单号,日期,金额\n"+strings.Repeat("K1,S5,2026-05-01,1\n", 50_000))
		ctx, cancel := context.WithCancel(s.As("director"))
		_, err := service.Load(ctx, long, Settings{Kind: Orders, CreateAccounts: true}, false, func(int64) { cancel() })
		if !errors.Is(err, context.Canceled) {
			s.Errorf("cancelled: %v", err)
		}
		if n := count(s, "order_lines"); n != 0 || codes(s) != "" {
			s.Errorf("%d lines are left, accounts %s", n, codes(s))
		}
		if got := brief(booked(s, service, long, Settings{Kind: Orders, CreateAccounts: true}, false)); !strings.HasPrefix(got, "50000: 50000/0/0/0") {
			s.Errorf("afterwards %s", got)
		}
	})
}

// A process was killed in the middle: its batch is open, and nobody beats.
func TestTheNextImportBuriesADeadOne(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		path, ctx := file(s, sales), s.As("director")
		got, o, err := shape(path, "f", Settings{Kind: Orders, CreateAccounts: true})
		if err != nil {
			s.Fatal(err)
		}
		o.Source = "file"
		r := service.record(ctx, o, got)
		r.State = Booking
		if err := service.add(ctx, r); err != nil {
			s.Fatal(err)
		}
		l, err := service.newLoad(ctx, path, "f", o, got.units())
		if err != nil {
			s.Fatal(err)
		}
		defer l.file.Close()
		if err = l.begin(&r); err != nil {
			s.Fatal(err)
		}
		s.Exec(`UPDATE imports SET batch_id = ?, created_at = 0`, r.Batch)
		if got := brief(booked(s, service, path, o, false)); !strings.HasPrefix(got, "4: 3/0/0/1") {
			s.Errorf("after a crash %s", got)
		}
		if before, err := service.Find(ctx, r.ID); err != nil || before.State != Failed {
			s.Errorf("the dead import is %s, %v", before.State, err)
		}
	})
}

func TestARepImportsHisAllowance(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Cap("rep", identity.Cap{}, identity.Cap{Rows: 5_000})
		service, _ := start(s)
		if err := account.New(started(s).Kit).Open(s.As("rep"), account.Account{Code: "K1", Name: "n"}); err != nil {
			s.Fatal(err)
		}
		long := file(s, "客户编码,订单号,日期,金额\n"+strings.Repeat("K1,S5,2026-05-01,1\n", 6_000))
		_, err := service.Load(s.As("rep"), long, Settings{Kind: Orders}, false, func(int64) {})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "importing.too_many_rows" {
			s.Errorf("6,000 rows of a rep: %v", err)
		}
	})
}

func started(s *apptest.Stage) *app.Product {
	_, p := start(s)
	return p
}

func file(s *apptest.Stage, content string) string {
	path := filepath.Join(s.TempDir(), "f.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		s.Fatal(err)
	}
	return path
}

func count(s *apptest.Stage, table string) (n int) {
	rows, err := s.Bare(`SELECT count(*) FROM ` + table)
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	rows.Next()
	if err := rows.Scan(&n); err != nil {
		s.Fatal(err)
	}
	return n
}

// M92: of 100 rows, 90 right, 6 known already, 4 wrong, 90 are booked.
func TestM92NinetyOfAHundred(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		head, known, fresh := "客户编码,订单号,日期,金额\n", "", ""
		for i := range 96 {
			row := fmt.Sprintf("K%d,S%d,2026-05-01,1\n", i%7, i)
			if fresh += row; i < 6 {
				known += row
			}
		}
		booked(s, service, file(s, head+known), Settings{Kind: Orders, CreateAccounts: true}, false)
		wrong := "K1,S97,2026-02-30,1\nK1,S98,2026-05-01,x\n,S99,2026-05-01,1\nK1,S100,,1\n"
		if got := brief(booked(s, service, file(s, head+fresh+wrong), Settings{Kind: Orders, CreateAccounts: true}, false)); !strings.HasPrefix(got, "100: 90/0/6/4") || count(s, "order_lines") != 96 {
			s.Errorf("booked %s, %d lines", got, count(s, "order_lines"))
		}
	})
}

func TestManyMissingLinesAreAskedFor(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		booked(s, service, file(s, sales), Settings{Kind: Orders, CreateAccounts: true}, false)
		less := file(s, "客户编码,订单号,产品编码,日期,数量,单价\nK1,S1,P1,2026-05-01,10,100\n")
		_, err := service.Load(s.As("director"), less, Settings{Kind: Orders, CompleteMonths: true}, false, func(int64) {})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "importing.many_missing" || fmt.Sprint(f.Args["lines"]) != "2" {
			s.Errorf("two of three lines missing: %v", err)
		}
		if got := brief(booked(s, service, file(s, sales), Settings{Kind: Orders}, false)); !strings.HasPrefix(got, "4: 0/0/3/1") {
			s.Errorf("afterwards %s", got)
		}
	})
}

func TestWhatCannotBeTakenBack(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		booked(s, service, file(s, "客户编码,客户名称\nK1,瀚岳\n"), Settings{Kind: Accounts}, false)
		booked(s, service, file(s, sales), Settings{Kind: Orders, CreateAccounts: true}, false)
		s.Exec(`UPDATE imports SET published_at = 1 WHERE kind = ?`, Orders)
		for _, one := range listed(s, service) {
			_, err := service.Undo(s.As("director"), one.ID)
			want := map[string]string{Accounts: "importing.stands_against", Orders: "importing.too_late"}[one.Settings.Kind]
			if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != want {
				s.Errorf("%s: %v, want %s", one.Settings.Kind, err, want)
			}
		}
	})
}

func TestRatesComeFromAFile(t *testing.T) {
	const rates = "日期,外币,目标币种,汇率,每\n2026-01-01,美元,CNY,7.10,\n2026-02-01,USD,人民币,7.20,\n2026-01-01,JPY,CNY,4.75,100\n" +
		"2026-01-01,EUR,USD,1.1,\n2026-01-01,CNY,CNY,1,\n2026-01-01,GBP,CNY,0,\n2026-01-01,,CNY,2,\n2026-13-01,HKD,CNY,0.9,\n"
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		settings := Settings{Kind: Rates}
		want := "8: 3/0/0/5 bad_date×1 bad_rate×1 currency_missing×1 not_base×2 0 of 0 totals"
		if got := booked(s, service, file(s, rates), settings, true); brief(got) != want || inWords(got.Sample[0]) != "2 inserted date=2026-01-01 currency=USD rate=7.1" {
			s.Errorf("foreseen: %s, %v", brief(got), got.Sample)
		}
		if got := brief(booked(s, service, file(s, rates), settings, false)); got != want {
			s.Errorf("booked: %s", got)
		}
		if got := brief(booked(s, service, file(s, strings.Replace(rates, "7.20", "7.25", 1)), settings, false)); !strings.HasPrefix(got, "8: 0/1/2/5") {
			s.Errorf("one changed: %s", got)
		}
		sold := "客户编码,订单号,日期,金额,币种\nK1,S1,2026-01-31,100,USD\nK1,S2,2026-02-01,100,USD\nK1,S3,2026-03-01,1000,JPY\nK1,S4,2025-12-31,1,USD\n"
		if got := brief(booked(s, service, file(s, sold), Settings{Kind: Orders, CreateAccounts: true}, false)); !strings.HasPrefix(got, "4: 3/0/0/1 rate_missing×1") {
			s.Errorf("orders: %s", got)
		}
		want = "71000 72500 4750" // 100 × 7.10, 100 × 7.25, 1000 × 4.75 ÷ 100
		if got := sums(s, `SELECT amount FROM order_lines ORDER BY ordered_on`); got != want {
			s.Errorf("converted to %s, want %s", got, want)
		}
	})
}

// sums are the numbers of a query, one after the other.
func sums(s *apptest.Stage, query string) string {
	s.Helper()
	rows, err := s.DB.Bare(query)
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			s.Fatal(err)
		}
		all = append(all, fmt.Sprint(n))
	}
	return strings.Join(all, " ")
}

// Who may not read costs learns nothing about them from importing: whatever cost
// he guesses, the answer is the same, and the cost that is known stays.
func TestACostIsNotGuessedByImporting(t *testing.T) {
	const head = "客户编码,订单号,日期,金额,成本金额\n"
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		orders := Settings{Kind: Orders, CreateAccounts: true}
		if got := brief(booked(s, service, file(s, head+"K1,S1,2026-01-31,100,60\n"), orders, false)); !strings.HasPrefix(got, "1: 1/0/0/0") {
			s.Fatal(got)
		}
		s.Grant("director", "margin:read", "")
		for _, guess := range []string{"60", "61", ""} {
			for _, dry := range []bool{true, false} {
				r := booked(s, service, file(s, head+"K1,S1,2026-01-31,100,"+guess+"\n"), orders, dry)
				if raw, _ := json.Marshal(r); !strings.HasPrefix(brief(r), "1: 0/0/1/0") || strings.Contains(string(raw), `"cost","value"`) {
					s.Errorf("guessing %q: %s, %s", guess, brief(r), raw)
				}
			}
		}
		r := booked(s, service, file(s, head+"K1,S1,2026-01-31,90,7\n"), orders, true)
		if raw, _ := json.Marshal(r.Sample); !strings.HasPrefix(brief(r), "1: 0/1/0/0") || strings.Contains(string(raw), `"field":"cost"`) {
			s.Errorf("a change shows the cost: %s", raw)
		}
		booked(s, service, file(s, head+"K1,S1,2026-01-31,90,7\n"), orders, false)
		if got := sums(s, `SELECT cost FROM order_lines WHERE ended_by IS NULL`); got != "6000" {
			s.Errorf("the cost became %s", got)
		}
	})
}

func TestUploadsAreForgottenAfterAWeek(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		for range 2 {
			if _, err := service.Receive(s.As("director"), "sales.csv", Orders, "", strings.NewReader(sales)); err != nil {
				s.Fatal(err)
			}
		}
		s.Exec(`UPDATE imports SET created_at = 1 WHERE id = ?`, listed(s, service)[0].ID)
		if err := service.tidy(s.As("director")); err != nil || count(s, "import_parts") != 1 || count(s, "imports") != 2 {
			s.Errorf("%v, %d files of %d imports are left", err, count(s, "import_parts"), count(s, "imports"))
		}
	})
}

func listed(s *apptest.Stage, service *Service) []Import {
	s.Helper()
	all, err := service.List(s.As("director"), 10)
	if err != nil {
		s.Fatal(err)
	}
	return all
}

// The same content is the same file, under another name and another mapping too.
func TestTheSameFileIsKnownAgain(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		booked(s, service, file(s, sales), Settings{Kind: Orders, Source: "ERP", CreateAccounts: true}, false)
		lines := count(s, "order_lines")
		other := Settings{Kind: Orders, Source: "CRM", Matching: map[string]string{"account": "客户编码", "date": "日期", "price": "单价", "quantity": "数量"}}
		foreseen := booked(s, service, file(s, sales), other, true)
		if foreseen.Same == nil || foreseen.Same.Source != "ERP" || !foreseen.Same.Twice || foreseen.Inserted != 3 {
			s.Errorf("a dry run says %+v", foreseen.Same)
		}
		_, err := service.Load(s.As("director"), file(s, sales), other, false, func(int64) {})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "importing.same_file" || count(s, "order_lines") != lines {
			s.Errorf("under another mapping: %v, %d lines", err, count(s, "order_lines"))
		}
		again := booked(s, service, file(s, sales), Settings{Kind: Orders, Source: "ERP"}, false)
		if again.Same == nil || again.Same.Twice || again.Inserted+again.Updated != 0 {
			s.Errorf("from the same source: %+v, %d lines more", again.Same, again.Inserted)
		}
		if fresh := booked(s, service, file(s, sales+"K1,S9,P1,2026-05-09,1,1\n"), other, true); fresh.Same != nil {
			s.Errorf("another file is taken for it: %+v", fresh.Same)
		}
		other.Sure = true
		if sure := booked(s, service, file(s, sales), other, false); sure.Inserted != 3 {
			s.Errorf("when the user is sure: %+v", sure.Counts)
		}
	})
}

// The screens hear of it with the upload, and booking unseen is refused.
func TestTheSameFileIsKnownBeforeItIsBooked(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		booked(s, service, file(s, sales), Settings{Kind: Orders, Source: "ERP", CreateAccounts: true}, false)
		at, one := settled(s, sales, "orders", func(o *Settings) { o.Profile = "CRM" })
		if one.Same == nil || one.Same.Source != "ERP" || !one.Same.Twice {
			s.Errorf("it says %+v", one.Same)
		}
		if w := s.Do("director", "POST", at+"/book", ""); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "importing.same_file") {
			s.Errorf("booked unseen: %d %s", w.Code, w.Body)
		}
		work(s)
		ask(s, "POST", at+"/check", "")
		if one = until(s, at, Checked); one.Same == nil || one.Check.Same == nil {
			s.Errorf("the preview says %+v", one.Same)
		}
		ask(s, "POST", at+"/book", "")
		until(s, at, Published)
	})
}

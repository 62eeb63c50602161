package ledger

import (
	"encoding/json"
	"fmt"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
)

func TestRoutes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		b, _ := imports(s, l, line(ids[0], "S1", "P1", "2025-06-30", 1), line(ids[0], "S2", "P1", "2026-06-11", 3), line(ids[0], "S3", "P2", "2026-06-30", -1))
		at := "/api/accounts/" + ids[0].String()
		tests := map[string]struct {
			role, method, path, body string
			status                   int
		}{
			"the figures of an account":      {"rep", "GET", at + "/sales?as_of=2026-06-30", "", 200},
			"of an account out of sight":     {"other", "GET", at + "/sales", "", 404},
			"its lines":                      {"rep", "GET", at + "/lines?product=P1", "", 200},
			"lines after a page nobody gave": {"rep", "GET", at + "/lines?after=x", "", 422},
			"its invoices":                   {"rep", "GET", at + "/invoices", "", 200},
			"the imports":                    {"director", "GET", "/api/batches", "", 200},
			"one import":                     {"director", "GET", "/api/batches/" + b.ID.String(), "", 200},
			"no import":                      {"director", "GET", "/api/batches/0000000000001", "", 404},
			"a rate":                         {"director", "PUT", "/api/rates/USD", `{"since":"2026-01-01","rate":"7.1"}`, 200},
			"a rate of nothing":              {"director", "PUT", "/api/rates/USD", `{"since":"2026-01-01","rate":"0"}`, 422},
			"the rates":                      {"director", "GET", "/api/rates", "", 200},
			"nobody is nobody":               {"", "GET", at + "/sales", "", 401},
		}
		for name, tt := range tests {
			if w := s.Do(tt.role, tt.method, tt.path, tt.body); w.Code != tt.status {
				s.Errorf("%s: %d %s, want %d", name, w.Code, w.Body, tt.status)
			}
		}
		var sum Summary
		must(s, json.Unmarshal(s.Do("rep", "GET", at+"/sales?as_of=2026-06-30", "").Body.Bytes(), &sum))
		june := sum.Bars[11]
		if sum.Net != 2000 || sum.Before != 1000 || sum.Sums.Orders != 1 || june.Sales != 2000 || june.LastYear != 1000 || june.Returns != -1000 ||
			sum.FirstOn != kernel.On(2025, 6, 30) || sum.LastOn != kernel.On(2026, 6, 11) || len(sum.Products) != 2 {
			s.Errorf("the summary: %+v", sum)
		}
		if w := s.Do("director", "POST", "/api/batches/"+b.ID.String()+"/undo", ""); w.Code != 200 {
			s.Errorf("undo: %d %s", w.Code, w.Body)
		}
	})
}

func TestPagesHoldEveryLineOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		var all []Line
		for i := range 25 {
			all = append(all, line(ids[0], fmt.Sprint("S", i), "P1", fmt.Sprintf("2026-06-%02d", 1+i%4), 1))
		}
		imports(s, l, all...)
		seen, q := map[string]bool{}, Query{Account: ids[0], Limit: 7}
		for last := ""; ; {
			page, err := l.Lines(s.As("rep"), q)
			must(s, err)
			for _, r := range page.Rows {
				if last != "" && r.On.String() > last {
					s.Errorf("%s after %s", r.On, last)
				}
				seen[r.Order], last = true, r.On.String()
			}
			if q.After = page.Next; page.Next == "" {
				break
			}
		}
		if len(seen) != 25 {
			s.Errorf("%d of 25 lines", len(seen))
		}
	})
}

func TestInvoicesAndReceipts(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, ids := setUp(s, 1)
		ctx := s.As("director")
		book := func(settled kernel.Date) Outcome {
			b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Invoices})
			must(s, err)
			o, err := l.BookInvoices(ctx, b.ID, []Invoice{
				{Account: ids[0], Number: "I1", IssuedOn: kernel.On(2026, 5, 1), DueOn: kernel.On(2026, 5, 31), SettledOn: settled, Amount: 113_00},
				{Account: ids[0], Number: "I2", IssuedOn: kernel.On(2026, 6, 1), Amount: 200_00, Currency: "USD", Original: 28_00},
			})
			must(s, err)
			_, err = l.Publish(ctx, b.ID, o, nil)
			must(s, err)
			return o
		}
		steps := []struct {
			settled       kernel.Date
			want          Outcome
			open, overdue int64
		}{
			{kernel.Date{}, Outcome{Inserted: 2}, 313_00, 113_00},
			{kernel.Date{}, Outcome{Duplicates: 2}, 313_00, 113_00},
			{kernel.On(2026, 6, 20), Outcome{Updated: 1, Duplicates: 1}, 200_00, 0},
		}
		for i, step := range steps {
			if got := book(step.settled); got != step.want {
				s.Errorf("file %d: %+v, want %+v", i, got, step.want)
			}
			sum, err := l.Summary(ctx, ids[0], kernel.On(2026, 6, 30), 12)
			if must(s, err); sum.Open != step.open || sum.Overdue != step.overdue {
				s.Errorf("file %d: open %d, overdue %d", i, sum.Open, sum.Overdue)
			}
		}
		page, err := l.Invoices(ctx, ids[0], "", 1)
		if must(s, err); len(page.Rows) != 1 || page.Rows[0].Number != "I2" || page.Next == "" || *page.Rows[0].Original != 28_00 {
			s.Errorf("the first page: %+v", page)
		}
		b, err := l.Begin(ctx, Batch{Source: "erp", Kind: Receipts})
		must(s, err)
		o, err := l.BookReceipts(ctx, b.ID, []Receipt{{Account: ids[0], Number: "R1", ReceivedOn: kernel.On(2026, 6, 20), Invoice: "I1", Amount: 113_00}})
		if must(s, err); o.Inserted != 1 {
			s.Errorf("receipts: %+v", o)
		}
		_, err = l.Publish(ctx, b.ID, o, nil)
		must(s, err)
		_, err = l.Undo(ctx, b.ID)
		must(s, err)
	})
}

func TestRates(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		l, _ := setUp(s, 0)
		ctx := s.As("director")
		seven, _ := kernel.ParseDecimal("7.105")
		must(s, l.SetRates(ctx, Rate{"USD", kernel.On(2026, 1, 1), kernel.Whole(7)}, Rate{"USD", kernel.On(2026, 6, 1), seven}))
		table, err := l.RateTable(ctx)
		must(s, err)
		tests := map[string]struct {
			minor    int64
			currency string
			on       kernel.Date
			want     int64
			fault    string
		}{
			"the base currency":     {100, "CNY", kernel.On(2026, 1, 1), 100, "<nil>"},
			"no currency":           {100, "", kernel.On(2026, 1, 1), 100, "<nil>"},
			"before the next rate":  {100, "USD", kernel.On(2026, 5, 31), 700, "<nil>"},
			"on its first day":      {100, "USD", kernel.On(2026, 6, 1), 711, "<nil>"},
			"a credit, away from 0": {-100, "USD", kernel.On(2026, 6, 1), -711, "<nil>"},
			"before any rate":       {100, "USD", kernel.On(2025, 12, 31), 0, "ledger.no_rate"},
			"an unknown currency":   {100, "EUR", kernel.On(2026, 6, 1), 0, "ledger.no_rate"},
		}
		for name, tt := range tests {
			got, err := table.Convert(tt.minor, tt.currency, tt.on)
			if got != tt.want || key(err) != tt.fault {
				s.Errorf("%s: %d, %v, want %d", name, got, err, tt.want)
			}
		}
		if err := l.SetCurrency(ctx, "GBP"); err != nil {
			s.Error(err)
		}
	})
}

package importing

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{privacy.Feature, account.Feature, contact.Feature, product.Feature, ledger.Feature, Feature}

// A browser's way: upload, settle, check, book, look at the errors, take it back.
func TestTheCourseOfAnUpload(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		work(s)
		one := ask(s, "POST", "/api/imports?name=sales.csv&kind=orders", sales)
		if one.State != Draft || one.Settings.Matching["account"] != "客户编码" || one.File.HeaderRow != 1 || len(one.File.Columns) != 6 {
			s.Fatalf("uploaded: %+v", one)
		}
		at := "/api/imports/" + one.ID.String()
		other := one.Settings
		other.Kind = Invoices
		settings, _ := json.Marshal(other)
		if as := ask(s, "PUT", at, string(settings)); as.Settings.Matching["number"] != "订单号" || as.Settings.Matching["product"] != "" {
			s.Errorf("taken for invoices: %v", as.Settings.Matching)
		}
		one.Settings.CreateAccounts, one.Settings.Profile = true, "ERP"
		settings, _ = json.Marshal(one.Settings)
		ask(s, "PUT", at, string(settings))
		ask(s, "POST", at+"/check", "")
		if one = until(s, at, Checked); one.Check.Inserted != 3 || one.Check.Rejected != 1 || !one.Check.Dry || count(s, "order_lines") != 0 {
			s.Errorf("checked: %+v", one.Check)
		}
		ask(s, "POST", at+"/book", "")
		if one = until(s, at, Published); one.Check.Inserted != 3 || one.Batch.IsZero() || count(s, "order_lines") != 3 {
			s.Errorf("booked: %+v", one.Check)
		}
		if got := s.Do("director", "GET", at+"/errors", "").Body.String(); !strings.Contains(got, "5,客户编码,account_missing,,,S3,P1,2026-05-03,1,100") {
			s.Errorf("the error file holds %s", got)
		}
		if got := s.Do("director", "GET", "/api/import-profiles?kind=orders", "").Body.String(); !strings.Contains(got, `"name":"ERP"`) {
			s.Errorf("profiles: %s", got)
		}
		if again := s.Do("director", "POST", at+"/book", ""); again.Code != http.StatusConflict {
			s.Errorf("booked twice: %d %s", again.Code, again.Body)
		}
		if one = ask(s, "POST", at+"/undo", ""); one.State != Undone {
			s.Errorf("undone: %+v", one)
		}
		if w := s.Do("other", "GET", at, ""); w.Code != http.StatusNotFound {
			s.Errorf("an import of somebody else: %d", w.Code)
		}
	})
}

// The process ends in the middle of a job; the next one takes it up and every row counts once.
func TestAnImportGoesOnAfterItsProcessDied(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		long := "客户编码,订单号,日期,金额\n" + strings.Repeat("K1,S5,2026-05-01,1\n", 30_000)
		one := ask(s, "POST", "/api/imports?name=long.csv&kind=orders", long)
		at := "/api/imports/" + one.ID.String()
		one.Settings.CreateAccounts = true
		settings, _ := json.Marshal(one.Settings)
		ask(s, "PUT", at, string(settings))
		ask(s, "POST", at+"/book", "")

		ctx, kill := context.WithCancel(s.Context())
		_, p := start(s)
		ended := make(chan struct{})
		go func() { p.Jobs.Work(ctx, 1); close(ended) }()
		wait(s, "the batch is open", func() bool { return count(s, "batches") == 1 })
		kill()
		<-ended
		s.Exec(`UPDATE jobs SET beat_at = 1`)
		work(s)
		if one = until(s, at, Published); one.Check.Inserted != 30_000 || count(s, "batches") != 1 || count(s, "order_lines") != 30_000 {
			s.Errorf("after the crash: %+v, %d batches", one.Check, count(s, "batches"))
		}
	})
}

// A job that ended without being able to say so, on a full disk, holds nobody up.
func TestAnImportWhoseJobEndedSilentlyCanBeBookedAgain(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		at, _ := settled(s, sales, "orders", func(o *Settings) { o.CreateAccounts = true })
		ask(s, "POST", at+"/book", "")
		if w := s.Do("director", "POST", at+"/book", ""); w.Code != http.StatusConflict {
			s.Errorf("booked while it is being booked: %d %s", w.Code, w.Body)
		}
		s.Exec(`UPDATE jobs SET state = 'failed', ended_at = 1`)
		if one := ask(s, "GET", at, ""); one.State != Failed {
			s.Errorf("whoever looks is told that it is %s", one.State)
		}
		ask(s, "POST", at+"/book", "")
		work(s)
		if one := until(s, at, Published); one.Check.Inserted != 3 {
			s.Errorf("booked again: %+v", one.Check)
		}
	})
}

// A process that died after the last step, before its job was marked as done:
// the next attempt finds nothing left to do.
func TestAJobThatIsDoneTwiceBooksOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		work(s)
		at, _ := settled(s, sales, "orders", func(o *Settings) { o.CreateAccounts = true })
		ask(s, "POST", at+"/book", "")
		until(s, at, Published)
		s.Wait("the job is done", func() bool { return count(s, "jobs WHERE state = 'done'") == 1 })
		s.Exec(`UPDATE jobs SET state = 'queued', ended_at = 0`)
		s.Wait("and done again", func() bool { return count(s, "jobs WHERE state = 'done'") == 1 })
		if one := ask(s, "GET", at, ""); one.State != Published || count(s, "order_lines") != 3 {
			s.Errorf("it is %s with %d lines", one.State, count(s, "order_lines"))
		}
	})
}

// settled uploads a file and chooses its settings.
func settled(s *apptest.Stage, file, kind string, choose func(*Settings)) (at string, one Import) {
	s.Helper()
	one = ask(s, "POST", "/api/imports?name="+kind+".csv&kind="+kind, file)
	at = "/api/imports/" + one.ID.String()
	choose(&one.Settings)
	settings, err := json.Marshal(one.Settings)
	if err != nil {
		s.Fatal(err)
	}
	return at, ask(s, "PUT", at, string(settings))
}

func TestWhatCannotBeAsked(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		one := ask(s, "POST", "/api/imports?name=sales.csv&kind=orders", sales)
		at := "/api/imports/" + one.ID.String()
		steps := map[string]struct{ method, path, body, want string }{
			"a file that is none":         {"POST", "/api/imports?name=x.csv&kind=orders", "\x89PNG\r\n\x00\x00\x00\rIHDR", "x.csv is not a table"},
			"a profile that is not there": {"POST", "/api/imports?name=x.csv&kind=orders&profile=no", sales, "importing.no_profile"},
			"a column that is not there":  {"PUT", at, `{"kind":"orders","matching":{"date":"nix"}}`, "sheet.no_column"},
			"a field that is not there":   {"PUT", at, `{"kind":"orders","matching":{"nix":"日期"}}`, "importing.no_field"},
			"a setting without a sense":   {"PUT", at, `{"kind":"orders","tax":"perhaps"}`, "importing.bad_setting"},
			"taking back what is not in":  {"POST", at + "/undo", "", "importing.not_now"},
			"no such import":              {"GET", "/api/imports/0000000000001", "", "db.missing"},
		}
		for name, step := range steps {
			w := s.Do("director", step.method, step.path, step.body, "Accept-Language", "en")
			if got := w.Body.String(); w.Code < 400 || w.Code >= 500 || !strings.Contains(got, step.want) {
				s.Errorf("%s: %d %s, want …%s…", name, w.Code, got, step.want)
			}
		}
	})
}

// work runs jobs until the test ends.
func work(s *apptest.Stage) {
	_, p := start(s)
	ctx, stop := context.WithCancel(s.Context())
	ended := make(chan struct{})
	go func() { p.Jobs.Work(ctx, 1); close(ended) }()
	s.Cleanup(func() { stop(); <-ended })
}

// ask sends a request that must succeed.
func ask(s *apptest.Stage, method, path, body string) (one Import) {
	s.Helper()
	w := s.Do("director", method, path, body)
	if w.Code != http.StatusOK {
		s.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil {
		s.Fatal(err)
	}
	return one
}

// until waits for a state.
func until(s *apptest.Stage, path, state string) (one Import) {
	s.Helper()
	wait(s, path+" is "+state, func() bool {
		one = ask(s, "GET", path, "")
		return one.State == state || one.State == Failed
	})
	if one.State != state {
		s.Fatalf("%s is %s, want %s", path, one.State, state)
	}
	return one
}

func wait(s *apptest.Stage, what string, holds func() bool) {
	s.Helper()
	tick, late := time.NewTicker(20*time.Millisecond), time.After(time.Minute)
	defer tick.Stop()
	for !holds() {
		select {
		case <-tick.C:
		case <-late:
			s.Fatalf("never: %s", what)
		}
	}
}

// Who sells does not say what came in: it would make room for orders.
func TestMoneyIsBroughtByThoseWhoKeepIt(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Grant("rep", "invoice:write", "")
		for kind, want := range map[string]int{"invoices": http.StatusForbidden, "receipts": http.StatusForbidden, "orders": http.StatusOK} {
			if w := s.Do("rep", "POST", "/api/imports?name=a.csv&kind="+kind, sales); w.Code != want {
				s.Errorf("%s: %d %s", kind, w.Code, w.Body)
			}
		}
	})
}

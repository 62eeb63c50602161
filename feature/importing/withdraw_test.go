package importing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
)

// codes are those of the accounts that there are.
func codes(s *apptest.Stage) string {
	s.Helper()
	page, err := account.New(s.Kit).List(s.As("director"), account.Filter{Sort: account.ByCode, Limit: 50})
	if err != nil {
		s.Fatal(err)
	}
	var all []string
	for _, a := range page.Rows {
		all = append(all, a.Code)
	}
	return strings.Join(all, " ")
}

// staying are the names and reasons of what stayed.
func staying(one Import) string {
	var all []string
	for _, k := range one.Kept {
		all = append(all, k.Name+" "+k.Why)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

const opening = "客户编码,订单号,日期,金额\nK1,S1,2026-05-01,9\nK2,S2,2026-05-01,9\nK3,S3,2026-05-01,9\n"

// Accounts that an import of orders opened go with it, unless somebody has built
// upon them meanwhile.
func TestAccountsThatOrdersOpenedGoWithThem(t *testing.T) {
	stories := map[string]struct {
		kind, file string
		meanwhile  func(s *apptest.Stage)
		left, kept string
	}{
		"nobody has touched them": {kind: Orders, file: opening},
		"another file sold to one": {kind: Orders, file: opening, meanwhile: func(s *apptest.Stage) {
			published(s, Orders, "客户编码,订单号,日期,金额\nK2,T1,2026-05-02,5\n")
		}, left: "K2", kept: "K2 ledger.booked_on"},
		"one was renamed": {kind: Orders, file: opening, meanwhile: func(s *apptest.Stage) {
			published(s, Accounts, "客户编码,客户名称\nK3,锦溪纸业\n")
		}, left: "K3", kept: "K3 account.changed_since"},
		"one is the parent of another": {kind: Orders, file: opening, meanwhile: func(s *apptest.Stage) {
			published(s, Accounts, "客户编码,客户名称,上级客户\nK9,新地,K1\n")
		}, left: "K1 K9", kept: "K9 account.leans_on_it"},
		"one stands above another that stays": {kind: Orders, file: opening, meanwhile: func(s *apptest.Stage) {
			published(s, Accounts, "客户编码,客户名称,上级客户\nK2,云麓,K1\n")
		}, left: "K1 K2", kept: "K2 account.changed_since, K2 account.leans_on_it"},
		"somebody is known at one": {kind: Orders, file: opening, meanwhile: func(s *apptest.Stage) {
			published(s, Contacts, "客户编码,姓名\nK1,王芳\n")
		}, left: "K1", kept: "K1 contact.known_there"},
		"those that contacts opened": {kind: Contacts, file: "客户编码,姓名\nK1,王芳\nK2,李雷\n"},
		"of those that invoices opened it stays known what they owed": {kind: Invoices, file: "客户编码,发票号,开票日期,金额\nK1,F1,2026-05-01,9\n",
			left: "K1", kept: "K1 ledger.booked_on"},
	}
	for name, story := range stories {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, features, func(s *apptest.Stage) {
				work(s)
				at, _ := settled(s, story.file, story.kind, func(o *Settings) { o.CreateAccounts = true })
				ask(s, "POST", at+"/book", "")
				until(s, at, Published)
				if story.meanwhile != nil {
					story.meanwhile(s)
				}
				one := ask(s, "POST", at+"/undo", "")
				if codes(s) != story.left || staying(one) != story.kept || one.State != Undone {
					s.Errorf("%s: left %q, want %q; kept %q, want %q", one.State, codes(s), story.left, staying(one), story.kept)
				}
				if again := ask(s, "GET", at, ""); staying(again) != story.kept {
					s.Errorf("later it says %q", staying(again))
				}
				if n := count(s, "import_writes WHERE import_id IN (SELECT id FROM imports WHERE state = 'undone')"); n != 0 {
					s.Errorf("%d rows are remembered in vain", n)
				}
			})
		})
	}
}

// An import of records books in pieces; one that ends too early leaves nothing of them.
func TestAnImportOfRecordsThatEndsEarlyLeavesNothing(t *testing.T) {
	files := map[string]string{
		Accounts: "客户编码,客户名称,上级客户\n" + numbered("K%[1]d,公司%[1]d,", 1_500),
		Contacts: "客户编码,姓名\n" + numbered("K1,王芳%d", 1_500),
		Products: "产品编码,产品名称\n" + numbered("P%[1]d,轴承%[1]d", 1_500),
	}
	tables := map[string]string{Accounts: "accounts WHERE merged_into IS NULL", Contacts: "contacts", Products: "products"}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		for kind, content := range files {
			settings := Settings{Kind: kind, CreateAccounts: true}
			load := func(ctx context.Context, content string, progress func(int64)) error {
				_, err := service.Load(ctx, file(s, content), settings, false, progress)
				return err
			}
			left := func() string {
				return fmt.Sprint(count(s, tables[kind]), " ", count(s, tables[Accounts]), " ", count(s, "import_writes"))
			}
			ctx, cancel := context.WithCancel(s.As("director"))
			if err := load(ctx, content, func(int64) { cancel() }); !errors.Is(err, context.Canceled) || left() != "0 0 0" {
				s.Errorf("%s, cancelled: %v, left %s", kind, err, left())
			}
			err := load(s.As("director"), content+"\"open,", func(int64) {})
			if f, is := errors.AsType[*kernel.Fault](err); !is || f.Key != "sheet.unclosed_quote" || left() != "0 0 0" {
				s.Errorf("%s, wrong at its end: %v, left %s", kind, err, left())
			}
		}
		for i, one := range listed(s, service) {
			if want := [...]string{Failed, Cancelled}[i%2]; one.State != want || len(one.Kept) != 0 {
				s.Errorf("%s is %s, want %s", one.Settings.Kind, one.State, want)
			}
		}
	})
}

// What somebody built upon a piece before the import failed stays, and it says so.
func TestWhatWasBuiltUponAFailedImportStays(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		content := "客户编码,客户名称\n" + numbered("K%[1]d,公司%[1]d", 1_500) + "\"open,"
		built := false
		_, err := service.Load(s.As("director"), file(s, content), Settings{Kind: Accounts}, false, func(int64) {
			if !built && count(s, "accounts") > 0 {
				booked(s, service, file(s, "客户编码,姓名\nK7,王芳\n"), Settings{Kind: Contacts}, false)
				built = true
			}
		})
		if f, is := errors.AsType[*kernel.Fault](err); !is || f.Key != "sheet.unclosed_quote" || codes(s) != "K7" {
			s.Errorf("%v, left %s", err, codes(s))
		}
		for _, one := range listed(s, service) {
			if want := map[string]string{Failed: "K7 contact.known_there"}[one.State]; staying(one) != want {
				s.Errorf("%s says %q, want %q", one.State, staying(one), want)
			}
		}
	})
}

// A program of the command line that died in the middle cannot say so; whoever
// looks does it for it.
func TestAnImportThatDiedAtTheCommandLineIsTakenBack(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		booked(s, service, file(s, before), Settings{Kind: Accounts}, false)
		id := listed(s, service)[0].ID
		s.Exec(`UPDATE imports SET state = ?, published_at = 0`, Booking)
		if _, err := service.Undo(s.As("director"), id); err == nil || codes(s) != "K1 K2" {
			s.Errorf("while it lives: %v, left %s", err, codes(s))
		}
		s.Exec(`UPDATE imports SET created_at = 1, beat_at = 0`)
		one, err := service.Undo(s.As("director"), id)
		if err != nil || one.State != Undone || codes(s) != "" {
			s.Errorf("%v, %s, left %s", err, one.State, codes(s))
		}
	})
}

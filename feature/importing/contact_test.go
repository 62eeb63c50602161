package importing

import (
	"os"
	"path/filepath"
	"testing"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// What is taken along of the people of an account comes back as it was, in
// either format: who reports to whom, too, whatever the order of the rows.
func TestContactsThatWereTakenAlongComeBack(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Uncapped()
		service, _ := start(s)
		a := []account.Account{{Code: "K-77", Name: "恒信机械"}}
		must(s, account.New(s.Kit).Open(s.As("rep"), a...))
		people := contact.New(s.Kit)
		boss, err := people.Meet(s.As("rep"), contact.Contact{Account: a[0].ID, Name: "王建国", Title: "总经理", Rank: 6, Scope: "business financial",
			Phone: "02188886666", Mail: "wang@example.com", Wechat: "wangjg", Duties: "全面负责", Goals: "利润", Manner: "先看数字", Results: "扭亏", Colleagues: "李雷", Partners: "三家"})
		must(s, err)
		low, err := people.Meet(s.As("rep"), contact.Contact{Account: a[0].ID, Name: "安静", Department: "采购部", Reports: boss.ID, Rank: 2})
		must(s, err)
		gone, err := people.Meet(s.As("rep"), contact.Contact{Account: a[0].ID, Name: "周全"})
		must(s, err)
		_, err = people.Leave(s.As("rep"), gone.Contact, kernel.On(2026, 3, 1))
		must(s, err)
		for _, format := range []string{"csv", "xlsx"} {
			path := "/api/accounts/" + a[0].ID.String() + "/contacts/export?format=" + format
			taken := s.Do("rep", "GET", path, "").Body.Bytes()
			for _, id := range []kernel.ID{low.ID, boss.ID, gone.ID} {
				s.Exec(`DELETE FROM contacts WHERE id = ?`, id)
			}
			kept := filepath.Join(s.TempDir(), "contacts."+format)
			must(s, os.WriteFile(kept, taken, 0o600))
			if got := brief(booked(s, service, kept, Settings{Kind: Contacts}, false)); got != "3: 3/0/0/0 0 of 0 totals" {
				s.Errorf("%s: %s", format, got)
			}
			if got := brief(booked(s, service, kept, Settings{Kind: Contacts}, false)); got != "3: 0/0/3/0 0 of 0 totals" {
				s.Errorf("%s again: %s", format, got)
			}
			csv := s.Do("rep", "GET", "/api/accounts/"+a[0].ID.String()+"/contacts/export?format=csv", "").Body.String()
			if format == "csv" && csv != string(taken) {
				s.Errorf("%s\nbecame\n%s", taken, csv)
			}
			must(s, s.DB.Read(s.As("rep"), func(tx *db.Tx) error {
				all, err := people.Everybody(tx, a[0].ID)
				for _, c := range all {
					switch c.Name {
					case "王建国":
						boss.ID = c.ID
					case "安静":
						low.ID, low.Reports = c.ID, c.Reports
					case "周全":
						gone.ID = c.ID
					}
				}
				if low.Reports != boss.ID || len(all) != 3 {
					s.Errorf("%s: %+v", format, all)
				}
				return err
			}))
		}
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

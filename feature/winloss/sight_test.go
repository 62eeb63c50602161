package winloss

import (
	"testing"

	"erba/feature/account"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// Who names a deal out of sight as the last one of a page learns nothing of it: not
// even before or after which of his own it ended.
func TestADealOutOfSightIsNoPlaceInAList(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		deals := opportunity.New(s.Kit)
		ended := func(role string, on kernel.Date) kernel.ID {
			a := []account.Account{{Code: role, Name: "客户" + role}}
			must(s, account.New(s.Kit).Open(s.As(role), a...))
			deal := opportunity.Deal{Code: role, Name: role, Account: a[0].ID, Process: "full", Stage: "plan", State: opportunity.Lost, Opened: on.Add(-30), Closed: on, Lesson: "早谈价格"}
			must(s, s.DB.Write(s.As(role), func(tx *db.Tx) error {
				_, _, _, err := deals.Book(tx, []opportunity.Deal{deal})
				return err
			}))
			var id kernel.ID
			must(s, s.DB.Read(s.As(role), func(tx *db.Tx) error {
				all, err := deals.Deals(tx, opportunity.Filter{})
				id = all[0].ID
				return err
			}))
			return id
		}
		ended("rep", kernel.On(2026, 5, 1))
		his := ended("other", kernel.On(2026, 6, 1))
		page, err := New(s.Kit).Lessons(s.As("rep"), Learnt{After: his, Limit: 10})
		must(s, err)
		if len(page.Rows) != 0 {
			t.Errorf("a rep learns that another's deal ended after his own: %+v", page.Rows)
		}
	})
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

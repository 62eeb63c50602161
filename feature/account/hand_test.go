package account

import (
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

func TestAccountsChangeHands(t *testing.T) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		all := []Account{{Code: "H1", Name: "甲"}, {Code: "H2", Name: "乙"}}
		if err := service.Open(s.As("rep"), all...); err != nil {
			s.Fatal(err)
		}
		if _, err := service.Assign(s.As("director"), Account{ID: all[0].ID, Owner: s.User("rep").ID, Team: []kernel.ID{s.User("other").ID}, Version: 1}); err != nil {
			s.Fatal(err)
		}
		hand := func(to kernel.ID) {
			s.Helper()
			if err := s.DB.Write(s.As("director"), func(tx *db.Tx) error { return service.Hand(tx, to, all[0].ID, all[1].ID) }); err != nil {
				s.Fatal(err)
			}
		}
		hand(s.User("manager").ID)
		if _, err := service.Find(s.As("rep"), all[0].ID); err == nil {
			s.Error("who has handed it over still sees it")
		}
		if r, err := service.Find(s.As("director"), all[0].ID); err != nil || r.Owner != s.User("manager").ID || len(r.Team) != 1 {
			s.Errorf("it belongs to %v and %v: %v", r.Owner, r.Team, err)
		}
		hand(kernel.ID{})
		row, err := service.Find(s.As("director"), all[0].ID)
		if err != nil || !row.Owner.IsZero() || len(row.Team) != 0 {
			s.Errorf("nobody's account belongs to %v and %v: %v", row.Owner, row.Team, err)
		}
		history, err := service.Changes(s.As("director"), all[1].ID, kernel.ID{}, 20)
		if err != nil || len(history) != 2 {
			s.Errorf("who has owned it: %v %v", history, err)
		}
	})
}

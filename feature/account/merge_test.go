package account

import (
	"fmt"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/event"
)

// look is an account as the director sees it.
func look(s *apptest.Stage, id kernel.ID) Row {
	s.Helper()
	row, err := New(s.Kit).Find(s.As("director"), id)
	if err != nil {
		s.Fatal(err)
	}
	return row
}

func TestMergeMovesEverythingAndCanBeUndone(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		all := []Account{
			{Code: "A", Name: "上海甲电子有限公司", City: "上海", Industry: "电子", USCC: "91350100M000100Y43"},
			{Code: "B", Name: "上海甲电子", City: "浦东", Region: "华东"},
			{Code: "C", Name: "甲的子公司"},
		}
		must(s, service.Open(s.As("rep"), all...))
		from, into, child := all[1], all[0], all[2]
		child.Parent = from.ID
		if _, err := service.Save(s.As("rep"), child); err != nil {
			s.Fatal(err)
		}
		var told []string
		event.On(s.Kit.Events, func(_ *db.Tx, e Merged) error { told = append(told, "merged "+e.From.String()); return nil })
		event.On(s.Kit.Events, func(_ *db.Tx, e Parted) error { told = append(told, "parted "+e.From.String()); return nil })

		m, err := service.Merge(s.As("rep"), from.ID, into.ID, []string{"city"})
		must(s, err)
		got := look(s, into.ID)
		if got.Code != "A" || got.City != "浦东" || got.Industry != "电子" || got.Region != "华东" {
			s.Errorf("the united account is %+v", got.Account)
		}
		if parent := look(s, child.ID).Parent; parent != into.ID {
			s.Errorf("the company below hangs at %s", parent)
		}
		_, err = service.Find(s.As("director"), from.ID)
		wantKey(s.T, err, "db.missing")
		wantIDs(s, []Ref{{Code: "B"}, {Code: "A"}}, into.ID, into.ID)

		// what somebody changes in between stays
		now := got.Account
		now.Region, now.Version = "西南", got.Version
		if _, err := service.Save(s.As("rep"), now); err != nil {
			s.Fatal(err)
		}
		must(s, service.Part(s.As("rep"), m.ID))
		got = look(s, into.ID)
		if got.City != "上海" || got.Region != "西南" {
			s.Errorf("after undoing: %s, %s", got.City, got.Region)
		}
		if back := look(s, from.ID); back.City != "浦东" || back.Region != "华东" {
			s.Errorf("the account that is back: %+v", back.Account)
		}
		if parent := look(s, child.ID).Parent; parent != from.ID {
			s.Errorf("the company below hangs at %s, want back at %s", parent, from.ID)
		}
		if want := fmt.Sprintf("merged %[1]s,parted %[1]s", from.ID); strings.Join(told, ",") != want {
			s.Errorf("told %v, want %s", told, want)
		}
		wantKey(s.T, service.Part(s.As("rep"), m.ID), "account.merge_undone")
	})
}

func TestMergeKeepsWhereValuesCameFrom(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		all := []Account{{Code: "A", Name: "甲"}, {Code: "B", Name: "乙", Region: "华北"}}
		must(s, service.Open(s.As("rep"), all...))
		m, err := service.Merge(s.As("rep"), all[1].ID, all[0].ID, nil)
		must(s, err)
		changes, err := service.Changes(s.As("rep"), all[0].ID, kernel.ID{}, 10)
		must(s, err)
		if len(changes) != 1 || changes[0].Field != "region" || changes[0].New != "华北" ||
			changes[0].Origin != byMerge || changes[0].OriginID != m.ID || changes[0].Actor != "rep" {
			s.Errorf("the history is %+v", changes)
		}
		story, err := service.Timeline(s.As("rep"), all[0].ID, 0, 10)
		must(s, err)
		var keys []string
		for _, e := range story {
			keys = append(keys, e.Key)
		}
		if got := strings.Join(keys, " "); got != "account.told_region account.told_merged account.told_opened" {
			s.Errorf("the timeline tells %s", got)
		}
	})
}

func TestMergeNeverMakesACircle(t *testing.T) {
	tests := map[string]struct{ from, into, want string }{ // of 集团 > 中间 > 工厂; the parent of what is left
		"a subsidiary into its parent":        {"工厂", "中间", "集团"},
		"a parent into its subsidiary":        {"中间", "工厂", "集团"},
		"the top into the bottom":             {"集团", "工厂", ""},
		"the bottom into the top":             {"工厂", "集团", ""},
		"the middle into the one it hangs at": {"中间", "集团", ""},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		for name, tt := range tests {
			ids, names := map[string]kernel.ID{}, map[kernel.ID]string{}
			above := kernel.ID{}
			for _, n := range []string{"集团", "中间", "工厂"} {
				a := []Account{{Code: kernel.NewID().String(), Name: n, Parent: above}}
				must(s, service.Open(s.As("rep"), a...))
				above, ids[n], names[a[0].ID] = a[0].ID, a[0].ID, n
			}
			m, err := service.Merge(s.As("rep"), ids[tt.from], ids[tt.into], nil)
			if err != nil {
				s.Errorf("%s: %v", name, err)
				continue
			}
			if got := names[look(s, ids[tt.into]).Parent]; got != tt.want {
				s.Errorf("%s: it hangs below %q, want %q", name, got, tt.want)
			}
			must(s, service.Part(s.As("rep"), m.ID))
			for n, below := range map[string]string{"工厂": "中间", "中间": "集团"} {
				if got := names[look(s, ids[n]).Parent]; got != below {
					s.Errorf("%s, undone: %s hangs below %q", name, n, got)
				}
			}
		}
	})
}

func TestMergeNeedsBothInSight(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		mine, hers := open(s, "rep", "甲")[0], open(s, "director", "乙")[0]
		for _, pair := range [][2]kernel.ID{{mine.ID, hers.ID}, {hers.ID, mine.ID}} {
			_, err := service.Merge(s.As("rep"), pair[0], pair[1], nil)
			wantKey(s.T, err, "db.missing")
		}
		_, err := service.Merge(s.As("rep"), mine.ID, mine.ID, nil)
		wantKey(s.T, err, "account.merge_self")
		m, err := service.Merge(s.As("director"), mine.ID, hers.ID, nil)
		must(s, err)
		if got := look(s, hers.ID); len(got.Team) != 1 {
			s.Errorf("the owner of the swallowed account joins the team: %v", got.Team)
		}
		must(s, service.Part(s.As("director"), m.ID))
		if got := look(s, hers.ID); len(got.Team) != 0 {
			s.Errorf("and leaves it: %v", got.Team)
		}
		if _, err := service.Find(s.As("rep"), mine.ID); err != nil {
			s.Errorf("and has his own again: %v", err)
		}
	})
}

// wantIDs fails unless the references resolve to those accounts.
func wantIDs(s *apptest.Stage, refs []Ref, want ...kernel.ID) {
	s.Helper()
	var got []kernel.ID
	err := s.DB.Read(s.As("rep"), func(tx *db.Tx) (err error) {
		got, err = New(s.Kit).Resolve(tx, refs)
		return err
	})
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		s.Errorf("%v resolve to %v, %v, want %v", refs, got, err, want)
	}
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

package account

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// A rep's company belongs to a group and was referred by another customer, both
// of which are the director's: to the rep it looks like one without either, and
// so does whatever he saves.
func TestACompanyOutOfSightLooksLikeNone(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		above, mine := open(s, "director", "集团", "介绍人"), open(s, "rep", "工厂", "车间")
		group, referrer, factory := above[0].ID, above[1].ID, mine[0]
		factory.Parent, factory.Referrer = group, referrer
		row, err := New(s.Kit).Save(s.As("director"), factory)
		must(s, err)
		at := "/api/accounts/" + factory.ID.String()
		for _, path := range []string{at, "/api/accounts", at + "/tree", at + "/changes", at + "/timeline"} {
			for role, told := range map[string]bool{"rep": false, "director": true} {
				body := s.Do(role, "GET", path, "").Body.String()
				if strings.Contains(body, group.String()) && !told || !told && strings.Contains(body, "…") || strings.Contains(body, referrer.String()) && !told {
					s.Errorf("%s: %s is told %s", path, role, body)
				}
				if told && path == at && (!strings.Contains(body, group.String()) || !strings.Contains(body, referrer.String())) {
					s.Errorf("the director is not told: %s", body)
				}
			}
		}
		for role, found := range map[string]bool{"rep": false, "director": true} {
			if body := s.Do(role, "GET", "/api/accounts?parent="+group.String(), "").Body.String(); strings.Contains(body, factory.ID.String()) != found {
				s.Errorf("%s asks who belongs to the group and is told %s", role, body)
			}
		}
		save := func(role string, version int64, parent kernel.ID) int {
			body, _ := json.Marshal(map[string]any{"code": factory.Code, "name": factory.Name, "parent": parent.String(), "city": fmt.Sprint("城", version)})
			w := s.Do(role, "PUT", at, string(body), "If-Match", fmt.Sprintf(`"%d"`, version))
			if w.Code != http.StatusOK || role == "rep" && strings.Contains(w.Body.String(), group.String()) {
				s.Errorf("%s saves: %d %s", role, w.Code, w.Body)
			}
			return w.Code
		}
		save("rep", row.Version, kernel.ID{})
		if now := look(s, factory.ID); now.Parent != group || now.Referrer != referrer || now.City == "" {
			s.Errorf("whoever does not see the group has taken it away: %+v", now.Account)
		}
		save("rep", row.Version+1, mine[1].ID)
		if now := look(s, factory.ID); now.Parent != mine[1].ID {
			s.Errorf("he hangs it elsewhere: %+v", now.Account)
		}
		save("rep", row.Version+2, kernel.ID{})
		if now := look(s, factory.ID); !now.Parent.IsZero() {
			s.Errorf("what he sees he can take away: %+v", now.Account)
		}
	})
}

// What opens an account to people goes where it goes, and comes back.
func TestSharesAndFlagsFollowAMerge(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		from, into := open(s, "rep", "甲")[0].ID, open(s, "director", "乙")[0].ID
		today := kernel.Today()
		login := map[kernel.ID]string{}
		for _, role := range []string{"director", "manager", "rep", "other"} {
			login[s.User(role).ID] = role
		}
		must(s, s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			for _, share := range []identity.Share{
				{Row: from, User: s.User("other").ID, From: today, Until: today.Add(9), By: s.User("director").ID, Reason: "audit"},
				{Row: into, User: s.User("manager").ID, From: today, Until: today.Add(2), By: s.User("director").ID, Reason: "visit"},
			} {
				if err := identity.Show(tx, share); err != nil {
					return err
				}
			}
			if err := identity.Enlist(tx, identity.Member{Row: from, User: s.User("manager").ID, Role: "technical", From: today.Add(-3), Until: today.Add(30)}); err != nil {
				return err
			}
			return identity.Flag(tx, from, identity.ForService, true)
		}))
		is := func(id kernel.ID) (said string) {
			must(s, s.DB.Read(s.As("director"), func(tx *db.Tx) error {
				a, err := identity.AccessOf(tx, id)
				for _, m := range a.Members {
					said += fmt.Sprint(map[bool]string{true: "*"}[m.Owner], login[m.User], " ", m.Role, " ", m.Until, "; ")
				}
				for _, x := range a.Shares {
					said += fmt.Sprint(login[x.User], " until ", x.Until, " for ", x.Reason, "; ")
				}
				said += fmt.Sprint(a.Flags)
				return err
			}))
			return said
		}
		both := [2]string{is(from), is(into)}
		m, err := service.Merge(s.As("director"), from, into, nil)
		must(s, err)
		for _, want := range []string{"*director", "rep", "manager technical " + today.Add(30).String(), "other until " + today.Add(9).String() + " for audit", "manager until " + today.Add(2).String(), "[service]"} {
			if got := is(into); !strings.Contains(got, want) {
				s.Errorf("merged it has %s, not %s", got, want)
			}
		}
		if got := is(from); got != "[]" {
			s.Errorf("the one that went has %s", got)
		}
		must(s, service.Part(s.As("director"), m.ID))
		if got := [2]string{is(from), is(into)}; got != both {
			s.Errorf("parted: %s, want %s", got, both)
		}
	})
}

package portfolio

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
)

// orders are all orders of the account list that the portfolio knows.
var orders = []account.Filter{
	{Sort: account.ByName}, {Sort: account.ByName, Desc: true}, {Sort: account.BySales}, {Sort: account.BySales, Desc: true},
	{Sort: account.ByLastOrder, Desc: true}, {Sort: account.ByClass},
}

// listed are the codes of a whole list, page after page.
func (st *stage) listed(role string, f account.Filter, limit int) string {
	st.Helper()
	var codes []string
	for f.Limit = limit; ; {
		page, err := account.New(st.Kit).List(st.As(role), f)
		must(st.Stage, err)
		for _, r := range page.Rows {
			codes = append(codes, r.Code)
		}
		if f.After = page.Next; f.After.IsZero() {
			return strings.Join(codes, " ")
		}
	}
}

// By name the rows come from the columns for who sees some, from the database
// for who sees all: each walks what he sees once, in the same order.
func TestPagesByNameAreThoseOfTheDatabase(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for i, name := range []string{"长城", "安信", "百联", "安信", "重庆"} {
			must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i%2]), account.Account{Code: fmt.Sprint("N", i), Name: name, Region: "华东"}))
		}
		sees := map[string]string{"rep": "C01 C02 C03 C04 C05 N0 N2 N4", "manager": "C01 C02 C03 C04 C05 N0 N2 N4", "other": "C06 C07 C08 C09 C10 N1 N3"}
		must(s, st.Load(s.Context()))
		for role, codes := range sees {
			_, known, err := st.Rank(s.As(role), account.Ranking{By: account.ByName, Limit: 1})
			if err != nil || !known {
				s.Errorf("%s: the columns do not know the names: %v", role, err)
			}
			for _, f := range []account.Filter{{}, {Desc: true}, {Region: "华东"}, {Class: "none"}, {Class: "A", Desc: true}} {
				want := strings.Fields(st.listed("director", f, 50))
				want = slices.DeleteFunc(want, func(code string) bool { return !slices.Contains(strings.Fields(codes), code) })
				for _, limit := range []int{1, 2, 50} {
					if got := st.listed(role, f, limit); got != strings.Join(want, " ") {
						s.Errorf("%s, %+v, %d a page: %s, want %s", role, f, limit, got, want)
					}
				}
			}
		}
	})
}

func TestALostRightIsLostAtOnceInEveryOrder(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for i, f := range orders {
			before := st.listed("rep", f, 2)
			s.Exec(`DELETE FROM row_members WHERE row_id = ?`, st.ids[i%5]) // nothing tells the columns
			want := slices.DeleteFunc(strings.Fields(before), func(code string) bool { return code == fmt.Sprintf("C%02d", i%5+1) })
			for _, limit := range []int{1, 2, 50} {
				if got := st.listed("rep", f, limit); got != strings.Join(want, " ") {
					s.Errorf("%+v, %d a page: %s, want %s", f, limit, got, want)
				}
			}
			s.Exec(`INSERT INTO row_members (row_id, user_id, owner) VALUES (?, ?, ?)`, st.ids[i%5], s.User("rep").ID, true)
		}
	})
}

func TestWhatIsNewIsListedByNameAtOnce(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if got := st.listed("rep", account.Filter{}, 50); got != "C01 C02 C03 C04 C05" {
			s.Errorf("before: %s", got)
		}
		accounts := account.New(s.Kit)
		must(s, accounts.Open(s.As("rep"), account.Account{Code: "NEW", Name: "客户"}))
		one, err := accounts.Find(s.As("rep"), st.ids[2])
		must(s, err)
		one.Name = "客户99"
		_, err = accounts.Save(s.As("rep"), one.Account)
		must(s, err)
		if got := st.listed("rep", account.Filter{}, 2); got != "NEW C01 C02 C04 C05 C03" {
			s.Errorf("after: %s", got)
		}
	})
}

// An account that was committed late, with an early time, is missing in the
// columns; whoever sees it is answered by the database.
func TestWhatTheColumnsDoNotKnowIsListedByName(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.listed("rep", account.Filter{}, 50)
		late := account.Account{Code: "LATE", Name: "客户00"}
		must(s, account.New(s.Kit).Open(s.As("rep"), late))
		s.Exec(`UPDATE accounts SET changed_at = 1 WHERE code = ?`, "LATE")
		st.mu.Lock()
		clear(st.sights) // as if two seconds had passed
		st.mu.Unlock()
		if got := st.listed("rep", account.Filter{}, 2); got != "LATE C01 C02 C03 C04 C05" {
			s.Errorf("listed: %s", got)
		}
	})
}

func TestAListByNameDoesNotWaitForTheStart(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.loading.Lock() // somebody loads and does not come to an end
		done := make(chan error)
		go func() { done <- st.Load(s.Context()) }()
		s.Wait("the start begins", func() bool { return !st.Ready() })
		for _, role := range []string{"director", "rep"} {
			page, err := account.New(s.Kit).List(s.As(role), account.Filter{Limit: 2})
			must(s, err)
			if !page.Pending || len(page.Rows) != 2 || page.Rows[0].Code != "C01" || page.Rows[0].Figures != nil || page.Rows[0].Stage != "" {
				s.Errorf("%s, while figures load: %+v", role, page)
			}
		}
		st.loading.Unlock()
		must(s, <-done)
		page, err := account.New(s.Kit).List(s.As("rep"), account.Filter{Limit: 2})
		must(s, err)
		if page.Pending || page.Rows[0].Figures == nil || page.Rows[0].Stage == "" {
			s.Errorf("once they are there: %+v", page)
		}
	})
}

// Many who ask at once are answered by one look.
func TestOneLooksForAll(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		e, err := st.evaluated(s.As("rep"), Ask{})
		must(s, err)
		var all sync.WaitGroup
		masks, ctx := make([]Mask, 8), s.As("rep")
		for i := range masks {
			all.Go(func() {
				seen, err := st.sight(ctx, e.Columns)
				if masks[i] = seen.mask; err != nil {
					s.Error(err)
				}
			})
		}
		all.Wait()
		for _, m := range masks {
			if &m[0] != &masks[0][0] {
				s.Error("somebody looked for himself")
			}
		}
		if _, err := st.sight(s.Context(), e.Columns); key(err) != "web.signed_out" {
			s.Errorf("nobody sees something: %v", err)
		}
	})
}

// A page goes on behind what was lost meanwhile.
func TestAPageGoesOnBehindWhatWasLost(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.listed("rep", account.Filter{}, 50)
		for _, id := range st.ids[:4] {
			s.Exec(`DELETE FROM row_members WHERE row_id = ?`, id)
		}
		page, err := account.New(s.Kit).List(s.As("rep"), account.Filter{Limit: 1})
		must(s, err)
		if len(page.Rows) != 1 || page.Rows[0].ID != st.ids[4] {
			s.Errorf("%+v", page)
		}
		gone, err := account.New(s.Kit).List(s.As("rep"), account.Filter{Limit: 1, After: kernel.NewID()})
		if err != nil || len(gone.Rows) != 0 {
			s.Errorf("behind nobody: %+v, %v", gone, err)
		}
	})
}

// A search that finds few, many and nearly all walks what it found once, in the
// order of the whole list, for who sees all and for who sees some.
func TestASearchByNameWalksWhatItFound(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st, names := set(s), map[string]string{}
		for i, role := range []string{"rep", "other"} {
			all := make([]account.Account, 2*few)
			for j := range all {
				city := []string{"上海", "苏州", "上海", "无锡"}[j%4]
				all[j] = account.Account{Code: fmt.Sprint("S", i, "-", j), Name: fmt.Sprintf("%s%c机械", city, '一'+j*7%900)}
				names[all[j].Code] = all[j].Name
			}
			must(s, account.New(s.Kit).Open(s.As(role), all...))
		}
		must(s, st.Load(s.Context()))
		for _, role := range []string{"director", "rep"} {
			whole := strings.Fields(st.listed(role, account.Filter{}, 200))
			for _, word := range []string{"机械", "上海", "州一", "丁机", "没有"} {
				want := slices.DeleteFunc(slices.Clone(whole), func(code string) bool { return !strings.Contains(names[code], word) })
				if got := st.listed(role, account.Filter{Search: word}, 200); got != strings.Join(want, " ") {
					s.Errorf("%s searches %s: %d rows, want %d in the order of the list", role, word, len(strings.Fields(got)), len(want))
				}
				slices.Reverse(want)
				if got := st.listed(role, account.Filter{Search: word, Desc: true}, 150); got != strings.Join(want, " ") {
					s.Errorf("%s searches %s backwards: %d rows, want %d", role, word, len(strings.Fields(got)), len(want))
				}
			}
		}
	})
}

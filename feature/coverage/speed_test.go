package coverage

import (
	"fmt"
	"path"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// crowd are so many accounts of all tiers, which so many people look after.
func crowd(s *apptest.Stage, n, people int) {
	users := make([]kernel.ID, people)
	for i := range users {
		u, err := s.Kit.Users.Add(s.Context(), identity.User{Login: fmt.Sprint("rep", i), Name: fmt.Sprint("销售", i), Roles: identity.Roles{"rep"}, Language: "en", Boss: s.User("manager").ID}, "secret")
		must(s, err)
		users[i] = u.ID
	}
	ids := make([]kernel.ID, n)
	for i := range ids {
		ids[i] = kernel.NewID()
	}
	ctx := s.As("director")
	must(s, s.DB.Write(ctx, func(tx *db.Tx) error {
		err := tx.Bulk("accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry",
			"ownership", "source", "source_detail", "status", "opened_on", "owner_id", "version", "changed_at"}, n, func(i int, args []any) {
			code := ids[i].String()
			copy(args, []any{ids[i], code, code, "", code, code, "", "", "华东", "", "", "", "", "", "active", july, users[i*i%people], 1, int64(i + 1)})
		})
		if err != nil {
			return err
		}
		return tx.Bulk("evaluation_classes", []string{"account_id", "model", "class", "since_on", "entered_on", "way", "current_minor", "expected_minor"}, n, func(i int, args []any) {
			tier := "MASS"
			switch {
			case i%2000 == 0:
				tier = "MAJOR"
			case i%400 == 1:
				tier = "NAMED"
			case i%40 == 2:
				tier = "NONNAMED"
			}
			copy(args, []any{ids[i], "tier", tier, july, july, "initial", 0, 0})
		})
	}))
	must(s, s.DB.Analyze(ctx))
}

func TestSpeedCoverage(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		crowd(s, 100_000, 500)
		coverage, ctx := New(s.Kit), s.As("director")
		_, err := coverage.Board(ctx)
		must(s, err)
		board := apptest.Median(5, func() {
			_, err := coverage.Board(ctx)
			must(s, err)
		})
		apptest.Speed{Work: "who covers which of 100,000 accounts, 500 people, " + path.Base(s.Name()), Figure: board.Round(time.Millisecond).String(), Limit: "< 1 s", Met: board < time.Second}.Report(t)
		b, err := coverage.book(ctx)
		must(s, err)
		moves := 0
		suggest := apptest.Median(5, func() {
			found, _ := b.cfg.Suggest(&b.Accounts, b.staff)
			moves = len(found)
		})
		apptest.Speed{Work: "suggestions for 100,000 accounts and 500 people, " + path.Base(s.Name()), Figure: fmt.Sprintf("%s, %d moves", suggest.Round(time.Millisecond), moves), Limit: "< 1 s", Met: suggest < time.Second}.Report(t)
	})
}

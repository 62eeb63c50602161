package visit

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

// company are so many accounts of all tiers, which so many people look after, with
// so many visits of three years.
func company(s *apptest.Stage, accounts, people, visits int) (first kernel.ID) {
	fail := func(err error) {
		if err != nil {
			s.Fatal(err)
		}
	}
	users := make([]kernel.ID, people)
	for i := range users {
		u, err := s.Kit.Users.Add(s.Context(), identity.User{Login: fmt.Sprint("rep", i), Name: fmt.Sprint("销售", i), Roles: identity.Roles{"rep"}, Language: "en", Boss: s.User("manager").ID}, "secret")
		fail(err)
		users[i] = u.ID
	}
	ids := make([]kernel.ID, accounts)
	for i := range ids {
		ids[i] = kernel.NewID()
	}
	today := kernel.Today()
	fail(s.DB.Write(s.As("director"), func(tx *db.Tx) error {
		err := tx.Bulk("accounts", []string{"id", "code", "name", "short_name", "name_key", "sort_key", "uscc", "phone", "region", "city", "industry",
			"ownership", "source", "source_detail", "status", "opened_on", "owner_id", "version", "changed_at"}, accounts, func(i int, args []any) {
			code := ids[i].String()
			copy(args, []any{ids[i], code, code, "", code, code, "", "", "华东", "苏州", "", "", "", "", "active", today, users[i%people], 1, int64(i + 1)})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("row_members", []string{"row_id", "user_id", "owner", "team_role", "from_on", "until_on"}, accounts, func(i int, args []any) {
			copy(args, []any{ids[i], users[i%people], true, "lead", nil, nil})
		})
		if err != nil {
			return err
		}
		err = tx.Bulk("evaluation_classes", []string{"account_id", "model", "class", "since_on", "entered_on", "way", "current_minor", "expected_minor"}, accounts, func(i int, args []any) {
			tier := "MASS"
			switch {
			case i/people%40 == 0:
				tier = "MAJOR"
			case i/people%10 == 1:
				tier = "NAMED"
			case i/people%4 == 2:
				tier = "NONNAMED"
			}
			copy(args, []any{ids[i], "tier", tier, today, today, "initial", 0, 0})
		})
		if err != nil {
			return err
		}
		return travelled(tx, ids, users, visits, today)
	}))
	fail(s.DB.Analyze(s.As("director")))
	return users[0]
}

// travelled are visits of three years and of this week.
func travelled(tx *db.Tx, ids, users []kernel.ID, n int, today kernel.Date) error {
	made, at := make([]kernel.ID, n), func(i int) (int, kernel.Date, int64) {
		day := today.Add(3 - i*7919%1095)
		y, m, d := day.Parts()
		return i % len(ids), day, time.Date(y, time.Month(m), d, 1+i%8, 0, 0, 0, time.UTC).UnixMicro()
	}
	for i := range made {
		made[i] = kernel.NewID()
	}
	err := tx.Bulk("visits", []string{"id", "account_id", "owner_id", "state", "channel", "day_on", "start_minute", "minutes", "zone", "from_at", "until_at",
		"purpose", "place", "ready", "result", "voice", "topics", "next_step", "executed_on", "promised", "met", "verdict", "reason", "report_key", "made_on", "version"},
		n, func(i int, args []any) {
			a, day, from := at(i)
			state, executed := IsClosed, any(day)
			if day.Compare(today) >= 0 {
				state, executed = IsBooked, nil
			}
			copy(args, []any{made[i], ids[a], users[a%len(users)], state, InPerson, day, int64(540 + i%8*60), 60, "Asia/Shanghai", from, from + 3_600_000_000,
				"例行拜访", "", "", "一切正常", "", "", "", executed, 1, 1, "", "", "", day, 1})
		})
	if err != nil {
		return err
	}
	err = tx.Bulk("visit_users", []string{"visit_id", "user_id", "day_on", "from_at", "until_at"}, n, func(i int, args []any) {
		a, day, from := at(i)
		copy(args, []any{made[i], users[a%len(users)], day, from, from + 3_600_000_000})
	})
	if err != nil {
		return err
	}
	whole := identity.Whole(tx)
	_, err = whole.Exec(`INSERT INTO visit_rounds (account_id, last_on, called_on, next_on, next_id, revision)
		SELECT v.account_id, max(v.executed_on), max(v.executed_on), min(CASE WHEN v.state = 'booked' THEN v.day_on END),
			min(CASE WHEN v.state = 'booked' THEN v.id END), 2 FROM visits v WHERE ? GROUP BY v.account_id`, whole.Visible("v.account_id"))
	if err != nil {
		return err
	}
	_, err = whole.Exec(`UPDATE visit_state SET revision = 2 WHERE ?`, tx.Shared())
	return err
}

// 200,000 visits to 100,000 accounts: who is to be visited, of all and of one's own,
// and a week of one's own.
func TestSpeedVisits(t *testing.T) {
	apptest.Benchmark(t)
	apptest.Each(t, features, func(s *apptest.Stage) {
		first := company(s, 100_000, 500, 200_000)
		visits := New(s.Kit)
		viewer, err := s.Kit.Users.Viewer(s.Context(), first)
		if err != nil {
			s.Fatal(err)
		}
		rep := identity.With(s.Context(), viewer.For(reading))
		for _, row := range []struct {
			work string
			most time.Duration
			ask  func() error
		}{
			{"due list of all", 20 * time.Millisecond, func() error { _, err := visits.Dues(s.As("director"), Wish{Most: 20}); return err }},
			{"due list of a rep", 20 * time.Millisecond, func() error { _, err := visits.Dues(rep, Wish{Most: 20}); return err }},
			{"diary of a week", 20 * time.Millisecond, func() error { _, err := visits.Diary(rep, Span{}); return err }},
		} {
			ask := func() {
				if err := row.ask(); err != nil {
					s.Fatal(err)
				}
			}
			ask() // the first one reads the books
			took := apptest.Median(21, ask)
			apptest.Speed{Work: row.work + ", 200,000 visits to 100,000 accounts, " + path.Base(s.Name()), Figure: took.Round(10 * time.Microsecond).String(),
				Limit: "< " + row.most.String(), Met: took < row.most}.Report(t)
		}
	})
}

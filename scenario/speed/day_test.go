package speed

import (
	"fmt"
	"testing"
	"time"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// meetings are how many visits of three years lie behind a page of the day.
const meetings = 200_000

// days measures the page of the day, for who sees all, who leads and who sells.
func days(t *testing.T, c *company, s *server) {
	c.meet()
	for _, role := range roles {
		v := s.as(role)
		for _, path := range []string{"/api/today", "/api/today/side"} {
			took := measure(200, func() { v.get(path) })
			apptest.Speed{Work: t.Name()[len("TestSpeed/"):] + ": " + path + " over 100,000 accounts and 200,000 visits, " + role,
				Figure: ms(took.at(50)) + ", " + ms(took.at(99)), Reference: "p50, p99 over HTTP", Limit: "p50 < 20 ms", Met: took.at(50) < 20*time.Millisecond}.Report(t)
		}
	}
}

// meet adds visits that took place, and every tenth of them one that is planned.
func (c *company) meet() {
	accounts, owners := ids(c, `SELECT id FROM accounts ORDER BY id`), ids(c, `SELECT coalesce(owner_id, 0) FROM accounts ORDER BY id`)
	today, n := kernel.Today(), share(meetings)
	made := make([]kernel.ID, n)
	for i := range made {
		made[i] = kernel.NewID()
	}
	of := func(i int) int { return i * 7919 % len(accounts) }
	on := func(i int) kernel.Date {
		if i%10 == 0 {
			return today.Add(i / 10 % 28)
		}
		return today.Add(-i * 1095 / n)
	}
	must(c, c.DB.Write(identity.With(c.Context(), identity.System()), func(tx *db.Tx) error {
		columns := []string{"id", "account_id", "owner_id", "state", "channel", "day_on", "minutes", "zone", "from_at", "until_at", "purpose", "place", "ready", "result",
			"voice", "topics", "next_step", "executed_on", "promised", "met", "verdict", "reason", "report_key", "made_on", "version"}
		err := tx.Bulk("visits", columns, n, func(i int, args []any) {
			state, executed := "closed", any(on(i))
			if i%10 == 0 {
				state, executed = "planned", nil
			}
			copy(args, []any{made[i], accounts[of(i)], owners[of(i)], state, "visit", on(i), 60, "Asia/Shanghai", 0, 0, "Look after it", "", "", "", "", "", "", executed, 0, 0, "", "", fmt.Sprint("k", i), on(i), 1})
		})
		if err != nil {
			return err
		}
		return tx.Bulk("visit_users", []string{"visit_id", "user_id", "day_on", "from_at", "until_at"}, n, func(i int, args []any) {
			copy(args, []any{made[i], owners[of(i)], on(i), 0, 0})
		})
	}))
	must(c, c.DB.Analyze(c.Context()))
}

// ids are the first column of a query.
func ids(c *company, query string) (all []kernel.ID) {
	rows, err := c.DB.Bare(query)
	must(c, err)
	defer rows.Close()
	for rows.Next() {
		var id kernel.ID
		must(c, rows.Scan(&id))
		all = append(all, id)
	}
	return all
}

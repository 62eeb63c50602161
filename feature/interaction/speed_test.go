package interaction

import (
	"fmt"
	"testing"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
)

// The last contact of all accounts, who was touched in a week and who knows whom,
// among 200,000 contacts of 10,000 accounts.
func TestSpeedOfContacts(t *testing.T) {
	apptest.Benchmark(t)
	const customers, each = 10_000, 20
	apptest.Each(t, features, func(s *apptest.Stage) {
		all := make([]account.Account, customers)
		for i := range all {
			all[i] = account.Account{Code: fmt.Sprintf("C%05d", i), Name: fmt.Sprintf("客户%05d", i)}
		}
		if err := account.New(s.Kit).Open(s.As("director"), all...); err != nil {
			s.Fatal(err)
		}
		service, now := New(s.Kit), kernel.Today()
		err := s.DB.Write(s.As("director"), func(tx *db.Tx) error {
			told := make([]Interaction, 0, customers*each)
			for n := range customers * each {
				told = append(told, Interaction{Account: all[n%customers].ID, On: now.Add(-1 - n*7%1000), Channel: Phone, Direction: Out, Subject: "例行回访",
					Users: []kernel.ID{s.User("rep").ID}})
			}
			return service.Recall(tx, told)
		})
		if err != nil {
			s.Fatal(err)
		}
		if err := s.DB.Analyze(t.Context()); err != nil {
			s.Fatal(err)
		}
		bare := apptest.Median(5, func() {
			drain(s, `SELECT account_id, max(held_on) FROM interactions WHERE NOT waits GROUP BY account_id`)
		})
		ours := apptest.Median(5, func() {
			if err := s.DB.Read(s.As("director"), func(tx *db.Tx) error { _, err := service.Latest(tx); return err }); err != nil {
				s.Fatal(err)
			}
		})
		apptest.Speed{Work: "last contact of 10,000 accounts, 200,000 contacts, " + s.Name(), Figure: ours.Round(time.Millisecond / 10).String(),
			Reference: "the bare query: " + bare.Round(time.Millisecond/10).String(), Ratio: float64(ours) / float64(bare), Most: 3}.Report(t)
		week := apptest.Median(5, func() {
			if err := s.DB.Read(s.As("director"), func(tx *db.Tx) error { _, err := service.Touched(tx, now.Add(-7), now); return err }); err != nil {
				s.Fatal(err)
			}
		})
		apptest.Speed{Work: "accounts contacted in a week, 200,000 contacts, " + s.Name(), Figure: week.Round(time.Millisecond / 10).String(),
			Reference: "last contact of all: " + ours.Round(time.Millisecond/10).String(), Ratio: float64(week) / float64(ours), Most: 1}.Report(t)
	})
}

func drain(s *apptest.Stage, query string) {
	rows, err := s.Bare(query)
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		s.Fatal(err)
	}
}

package rights

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"erba/feature"
	"erba/feature/account"
	"erba/platform/apptest"
	"erba/platform/identity"
	"erba/platform/web"
)

// limits are the design's row on exports, a hundredth of it: how many rows a
// role takes along by itself, in how many hours, and whether a second person helps.
var limits = map[string]struct {
	rows, hours int
	second      bool
}{"rep": {5, 24, false}, "key_account_manager": {20, 24, false}, "sales_manager": {100, 24, false}, "director": {100, 1, true}, "operations": {100, 24, false}}

// taking is what somebody took along, and how many minutes ago.
type taking struct{ rows, minutes int }

// naive judges an export as the design words it, over a list in memory.
func naive(role string, rows int, commercial bool, all int, before []taking) string {
	l, sum := limits[role], 0
	for _, t := range before {
		if t.minutes < l.hours*60 {
			sum += t.rows
		}
	}
	switch {
	case sum+rows > l.rows && l.second:
		return "a second person"
	case sum+rows > l.rows:
		return "no"
	case commercial && rows*10 >= all*9:
		return "a second person"
	}
	return "yes"
}

// However exports follow each other, and whatever time lies between, they are
// let through and refused as the naive evaluator says.
func TestMatrixOfExportCaps(t *testing.T) {
	apptest.Whole(t, feature.Product, func(s *apptest.Stage) {
		sizes := map[string]int{"one": 1, "three": 3, "eight": 8, "forty": 40}
		all := flock(s, sizes)
		for role, l := range limits {
			s.Cap(role, identity.Cap{Rows: int64(l.rows), Within: time.Duration(l.hours) * time.Hour, Second: l.second}, identity.Cap{})
		}
		dice, taken, judged := rand.New(rand.NewPCG(2026, 11)), map[string][]taking{}, map[string]int{}
		for range 400 {
			role := pick(dice, "rep", "key_account_manager", "sales_manager", "director", "operations")
			region := pick(dice, "one", "three", "eight", "forty", "")
			columns := pick(dice, "code", "code,sales", "")
			rows, commercial := sizes[region], columns != "code"
			if region == "" {
				rows = all
			}
			want := naive(role, rows, commercial, all, taken[role])
			got := answer(s.Do(role, "GET", "/api/accounts/export?format=csv&columns="+columns+"&region="+region, ""))
			if judged[got]++; got != want {
				s.Fatalf("%s takes %d of %d rows, %q, after %v: %s, want %s", role, rows, all, columns, taken[role], got, want)
			}
			if got == "yes" {
				taken[role] = append(taken[role], taking{rows, 0})
			}
			passing(s, taken, dice.IntN(4)*25)
		}
		if len(judged) != 3 || judged["yes"] < 50 {
			s.Errorf("%v", judged)
		}
		fmt.Printf("%d exports judged: %v\n", 400, judged)
	})
}

// flock opens accounts that everybody of the five sees, so many in each region.
func flock(s *apptest.Stage, sizes map[string]int) (all int) {
	var accounts []account.Account
	for region, n := range sizes {
		for range n {
			accounts = append(accounts, account.Account{Code: fmt.Sprint("F", all), Name: "one of the flock", Region: region, Owner: s.User("rep").ID})
			all++
		}
	}
	if err := account.New(s.Kit).Open(identity.With(s.Context(), identity.System()), accounts...); err != nil {
		s.Fatal(err)
	}
	s.Exec(`INSERT INTO row_members (row_id, user_id, owner, team_role) SELECT id, ?, FALSE, '' FROM accounts`, s.User("key_account_manager").ID)
	return all
}

func pick(dice *rand.Rand, of ...string) string { return of[dice.IntN(len(of))] }

// answer is what an export was answered, in the words of the naive evaluator.
func answer(w *httptest.ResponseRecorder) string {
	var p web.Problem
	_ = json.Unmarshal(w.Body.Bytes(), &p) // a file has no problem
	switch {
	case w.Code == 200:
		return "yes"
	case w.Code == 403 && strings.HasPrefix(p.Key, "exporting.second_"):
		return "a second person"
	case w.Code == 403 && strings.HasPrefix(p.Key, "exporting."):
		return "no"
	}
	return fmt.Sprint(w.Code, " ", w.Body)
}

// passing lets time pass, for the program and in memory.
func passing(s *apptest.Stage, taken map[string][]taking, minutes int) {
	s.Exec(`UPDATE privacy_exports SET at = at - ?`, (time.Duration(minutes) * time.Minute).Microseconds())
	for _, some := range taken {
		for i := range some {
			some[i].minutes += minutes
		}
	}
}

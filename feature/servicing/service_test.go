package servicing

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
)

var features = []app.Feature{account.Feature, approval.Feature, ledger.Feature, method.Feature, portfolio.Feature, Feature}

const yuan = 100

// stage are three accounts, the last one the other's. In the first quarter of 2026
// C1 left 1,000,000 yuan and took 5,000,000 to serve; in the second it left
// 1,065,000 and took 5,050,000: the worked example of the specification. C2 took
// 100,000 in both and left 30,000.
type stage struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

var first, second = kernel.On(2026, 1, 1), kernel.On(2026, 4, 1)

func set(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), nil}
	var lines []ledger.Line
	var costs []ledger.Cost
	for i, sums := range [][2][2]int64{{{1_000_000, 5_000_000}, {1_065_000, 5_050_000}}, {{30_000, 100_000}, {30_000, 100_000}}, {{30_000, 100_000}, {30_000, 50_000}}} {
		a := []account.Account{{Code: fmt.Sprint("C", i+1), Name: fmt.Sprint("客户", i+1)}}
		must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i/2]), a...))
		st.ids = append(st.ids, a[0].ID)
		for q, on := range []kernel.Date{kernel.On(2026, 2, 10), kernel.On(2026, 6, 30)} {
			lines = append(lines, ledger.Line{Account: a[0].ID, Order: on.String(), Product: "P1", On: on, Quantity: kernel.Whole(1),
				Price: kernel.Whole(9_000_000), Amount: 9_000_000 * yuan, Cost: (9_000_000 - sums[q][0]) * yuan, Costed: true})
			costs = append(costs, ledger.Cost{Account: a[0].ID, Number: fmt.Sprint(i, q), On: on, Kind: ledger.Serving, Amount: sums[q][1] * yuan})
		}
	}
	led := ledger.New(s.Kit)
	publish(st, ledger.Orders, lines, led.BookLines, (*ledger.Tally).Line)
	publish(st, ledger.Costs, costs, led.BookCosts, (*ledger.Tally).Cost)
	return st
}

func publish[Row any](st *stage, kind string, all []Row, book func(context.Context, kernel.ID, []Row) (ledger.Outcome, error), number func(*ledger.Tally, *Row)) {
	st.Helper()
	ctx, led, tally := st.As("director"), ledger.New(st.Kit), ledger.NewTally()
	b, err := led.Begin(ctx, ledger.Batch{Source: kind, Kind: kind, File: kind + ".csv"})
	must(st.Stage, err)
	for i := range all {
		number(tally, &all[i])
	}
	o, err := book(ctx, b.ID, all)
	must(st.Stage, err)
	_, err = led.Publish(ctx, b.ID, o, nil)
	must(st.Stage, err)
}

func must(s *apptest.Stage, err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func read[T any](s *apptest.Stage, w *httptest.ResponseRecorder) (into T) {
	s.Helper()
	if w.Code != 200 {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	must(s, json.Unmarshal(w.Body.Bytes(), &into))
	return into
}

func (st *stage) rate(role string, account int, quarter kernel.Date, version, value int) *httptest.ResponseRecorder {
	return st.Do(role, "PUT", fmt.Sprintf("/api/accounts/%s/servicing/%s", st.ids[account], quarter),
		fmt.Sprintf(`{"value":%d,"source":"survey","evidence":"二季度满意度调查"}`, value), "If-Match", fmt.Sprintf(`"%d"`, version))
}

func (st *stage) rated(account int, before, after int) {
	st.Helper()
	for quarter, value := range map[kernel.Date]int{first: before, second: after} {
		if w := st.rate("director", account, quarter, 0, value); w.Code != 200 {
			st.Fatalf("%d %s", w.Code, w.Body)
		}
	}
}

func (st *stage) list(role, query string) Servings {
	st.Helper()
	return read[Servings](st.Stage, st.Do(role, "GET", "/api/servicing?"+query, ""))
}

// The worked example of method M44, from files and ratings to the list.
func TestM44InTheList(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if l := st.list("director", ""); len(l.Rows) != 0 || !l.After.IsZero() {
			s.Errorf("before anything is rated: %+v", l)
		}
		st.rated(0, 80, 88)
		st.rated(1, 80, 70)
		l := st.list("director", "")
		if len(l.Rows) != 2 || l.Before != first || l.After != second {
			s.Fatalf("%+v", l)
		}
		r := l.Rows[0]
		if r.Type != "T3" || *r.Marginal != 1.3 || !r.Pays || *r.Service != 0.1 || *r.Compared.Cost != 0.01 || *r.After.Cost != 5_050_000*yuan {
			s.Errorf("%+v", r)
		}
		if r := l.Rows[1]; r.Type != "worse" || r.Marginal != nil {
			s.Errorf("%+v", r)
		}
		if l := st.list("director", "type=worse"); len(l.Rows) != 1 || l.Rows[0].Code != "C2" {
			s.Errorf("narrowed: %+v", l.Rows)
		}
		sheet := read[Sheet](s, s.Do("director", "GET", "/api/accounts/"+st.ids[0].String()+"/servicing", ""))
		if sheet.Compared == nil || sheet.Compared.Type != "T3" || !sheet.May || len(sheet.Quarters) < shown {
			s.Errorf("%+v", sheet)
		}
	})
}

// A quarter of which ten days have passed costs little, and is no reason to cheer.
func TestAQuarterThatIsNotOverIsNotCompared(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.rated(0, 80, 80)
		led, on, third := ledger.New(s.Kit), kernel.On(2026, 7, 10), kernel.On(2026, 7, 1)
		line := ledger.Line{Account: st.ids[0], Order: "late", Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(900), Amount: 900 * yuan, Cost: 500 * yuan, Costed: true}
		cost := ledger.Cost{Account: st.ids[0], Number: "late", On: on, Kind: ledger.Serving, Amount: 100 * yuan}
		publish(st, ledger.Orders, []ledger.Line{line}, led.BookLines, (*ledger.Tally).Line)
		publish(st, ledger.Costs, []ledger.Cost{cost}, led.BookCosts, (*ledger.Tally).Cost)
		if w := st.rate("director", 0, third, 0, 95); w.Code != 200 {
			s.Fatal(w.Body)
		}
		l := st.list("director", "")
		if len(l.Rows) != 1 || l.After != third || l.Rows[0].Type != "unknown" || l.Rows[0].After.Cost != nil || l.Rows[0].Before.Cost == nil {
			s.Errorf("%+v", l.Rows)
		}
	})
}

// A new rating takes the place of the one that its author has read.
func TestARatingIsReplaced(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		for i, tt := range []struct{ version, value, want int }{{0, 80, 200}, {0, 90, 412}, {1, 85, 200}, {1, 86, 412}} {
			if w := st.rate("manager", 0, first, tt.version, tt.value); w.Code != tt.want {
				s.Errorf("%d: %d %s", i, w.Code, w.Body)
			}
		}
		if i := read[Index](s, s.Do("manager", "GET", "/api/accounts/"+st.ids[0].String()+"/servicing/2026-01-01", "")); i.Value != 85 || i.Version != 2 || i.By == "" {
			s.Errorf("%+v", i)
		}
	})
}

func TestRatingsThatMakeNoSense(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		at := func(day, body string) *httptest.ResponseRecorder {
			return s.Do("director", "PUT", "/api/accounts/"+st.ids[0].String()+"/servicing/"+day, body, "If-Match", `"0"`)
		}
		const good = `{"value":80,"source":"survey","evidence":"二季度满意度调查"}`
		tests := map[string]struct {
			day, body, says string
		}{
			"within a quarter":        {"2026-02-01", good, "servicing.bad_quarter"},
			"of a quarter to come":    {"2199-01-01", good, "servicing.future"},
			"without evidence":        {"2026-01-01", `{"value":80,"source":"survey","evidence":"好"}`, "servicing.short_evidence"},
			"more than everything":    {"2026-01-01", `{"value":101,"source":"survey","evidence":"二季度满意度调查"}`, ""},
			"from nobody knows where": {"2026-01-01", `{"value":80,"source":"dream","evidence":"二季度满意度调查"}`, ""},
		}
		for name, tt := range tests {
			if w := at(tt.day, tt.body); w.Code != 422 || !strings.Contains(w.Body.String(), tt.says) {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
		if w := s.Do("director", "GET", "/api/servicing?before=2026-04-01&after=2026-01-01", ""); w.Code != 422 {
			s.Errorf("backward: %d", w.Code)
		}
	})
}

// Ratings go with their account; of a quarter that both know, its own counts.
func TestRatingsFollowTheirAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		st.rated(0, 80, 88)
		if w := st.rate("director", 1, first, 0, 60); w.Code != 200 {
			s.Fatal(w.Body)
		}
		of := func(account int) (all []int64) {
			sheet := read[Sheet](s, s.Do("director", "GET", "/api/accounts/"+st.ids[account].String()+"/servicing", ""))
			for _, q := range sheet.Quarters {
				if q.Version > 0 {
					all = append(all, q.Value)
				}
			}
			return all
		}
		m, err := account.New(s.Kit).Merge(s.As("director"), st.ids[0], st.ids[1], nil)
		must(s, err)
		if got := fmt.Sprint(of(1)); got != "[88 60]" {
			s.Errorf("merged: %s", got)
		}
		must(s, account.New(s.Kit).Part(s.As("director"), m.ID))
		if got := fmt.Sprint(of(0), of(1)); got != "[88 80] [60]" {
			s.Errorf("parted: %s", got)
		}
	})
}

func TestWhoSeesServicing(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		st.rated(0, 80, 88)
		st.rated(2, 80, 81)
		if l := st.list("other", ""); l.Scope != "own" || len(l.Rows) != 1 || l.Rows[0].Code != "C3" || l.Rows[0].Type != "T1" {
			s.Errorf("the other sees %+v", l)
		}
		if w := st.rate("manager", 2, first, 1, 90); w.Code != 404 {
			s.Errorf("a stranger rates: %d", w.Code)
		}
		w := s.Do("director", "GET", "/api/servicing/export?format=csv", "", "Accept-Language", "en")
		if !strings.Contains(w.Body.String(), "C1,客户1,T3,80,88,5000000.00,5050000.00,1000000.00,1065000.00,0.1,0.01,1.3") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		for _, grant := range []string{"margin:read", "servicing:read", "servicing:export", "servicing:rate"} {
			s.Grant("rep", grant, Grants[grant]["rep"])
		}
		id := st.ids[0].String()
		for _, path := range []string{"/servicing", "/servicing/export", "/accounts/" + id + "/servicing", "/accounts/" + id + "/servicing/2026-01-01"} {
			if w := s.Do("rep", "GET", "/api"+path, ""); w.Code != 403 {
				s.Errorf("a rep reads %s: %d", path, w.Code)
			}
		}
	})
}

// Who reads the margins of all and takes along his own accounts takes those.
func TestNobodyTakesAlongMoreThanHeMay(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		st.rated(0, 80, 88)
		st.rated(1, 80, 88)
		s.Grant("director", "servicing:export", "O")
		s.Exec(`UPDATE row_members SET user_id = ? WHERE row_id = ?`, s.User("director").ID, st.ids[1])
		w := s.Do("director", "GET", "/api/servicing/export?format=csv", "")
		if all := w.Body.String(); w.Code != 200 || strings.Count(all, "\n") != 2 || !strings.Contains(all, "C2,") {
			s.Errorf("%d %s", w.Code, all)
		}
	})
}

package portfolio

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/identity"
)

// What an answer could change is found at a handful of values; asked at every
// value along the way, nothing else would turn.
func TestNothingElseCouldTurn(t *testing.T) {
	c := company()
	e := judge(c, []Estimate{estimateOf(c, "C01", Potential, 1000*wan), estimateOf(c, "C10", Demand, 3*wan), estimateOf(c, "C04", Influence, 5)})
	turned := 0
	for row := range int32(e.Len()) {
		for _, kind := range openKinds {
			now := e.stands(row, e.demand[row], e.expected[row], e.influence[row])
			found := map[string]bool{}
			try := func(value int64) {
				then := e.standing(row, kind, value)
				for model, other := range map[string]bool{inGrid: then.grid != now.grid, inQuadrant: then.quadrant != now.quadrant,
					inPyramid: then.pyramid != now.pyramid, inRegister: then.key != now.key} {
					found[model] = found[model] || other
				}
			}
			if kind == Influence {
				for value := range int64(5) {
					try(value + 1)
				}
			} else {
				for value := int64(0); value < 2500*wan; value += wan / 2 {
					try(value)
				}
			}
			for _, model := range []string{inGrid, inQuadrant, inPyramid, inRegister} {
				if slices.Contains(e.turns(row, kind), model) != found[model] {
					t.Errorf("%s, %s: %v, and %s turns: %v", c.Account(row).Code, kind, e.turns(row, kind), model, found[model])
				}
				if found[model] {
					turned++
				}
			}
		}
	}
	if turned < 20 {
		t.Errorf("only %d classes could turn", turned)
	}
}

// Where an account stands without another answer is what the models say of it.
func TestWhereItStandsIsWhatTheModelsSay(t *testing.T) {
	c := company()
	e := judge(c, []Estimate{estimateOf(c, "C01", Potential, 1000*wan), estimateOf(c, "C10", Demand, 3*wan), estimateOf(c, "C04", Influence, 5)})
	for row := range int32(e.Len()) {
		s := e.stands(row, e.demand[row], e.expected[row], e.influence[row])
		if s.grid != e.letter(row) || s.quadrant != typeNames[e.types[row]] || s.pyramid != e.tiers[row].String() || s.key != (e.fired[row] != 0) {
			t.Errorf("%s: %+v", c.Account(row).Code, s)
		}
	}
}

// The list leaves as a workbook, is filled in, and comes back: what was asked is
// answered, what has expired is asked again, and of a wrong row nothing is taken.
func TestTheListComesBackFilledIn(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		g, err := st.Gaps(s.As("rep"), Filter{}, "", 0, 200)
		must(s, err)
		if g.Count != 15 || g.Missing != 15 || g.Expired != 0 || g.Scope != Own {
			s.Fatalf("three estimates of five accounts: %+v", g)
		}
		if !slices.IsSortedFunc(g.Rows, func(a, b Gap) int { return int(b.Stake/wan - a.Stake/wan) }) {
			s.Errorf("what could change most does not come first: %+v", g.Rows)
		}
		r := s.Do("rep", "GET", "/api/portfolio/gaps/export?kind=demand", "")
		if r.Code != 200 {
			s.Fatalf("%d %s", r.Code, r.Body)
		}
		answer := func(code, value, evidence string) string {
			return filledIn(s, r.Body.String(), map[string][2]string{code: {value, evidence}})
		}
		wrong := map[string]struct{ sheet, want string }{
			"no number":              {answer("C01", "many", "customer's own budget"), "portfolio.bad_number"},
			"without evidence":       {answer("C01", "1000", ""), "portfolio.short_evidence"},
			"somebody else's":        {strings.Clone(filledIn(s, r.Body.String(), map[string][2]string{"C01": {"1000", "customer's own budget"}}, "C01", "C06")), "portfolio.no_such_code"},
			"an account that is not": {filledIn(s, r.Body.String(), map[string][2]string{"C01": {"1000", "customer's own budget"}}, "C01", "C99"), "portfolio.no_such_code"},
		}
		for name, tt := range wrong {
			w := s.Do("rep", "POST", "/api/portfolio/estimates", tt.sheet, "Content-Type", "application/octet-stream")
			if w.Code != 200 || !strings.Contains(w.Body.String(), tt.want) || !strings.Contains(w.Body.String(), `"taken":0`) {
				s.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
		w := s.Do("rep", "POST", "/api/portfolio/estimates", answer("C01", "1,234.5", "customer's own budget"), "Content-Type", "application/octet-stream")
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"taken":1,"blank":4`) {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		e, err := st.Estimate(s.As("rep"), st.ids[0], Demand)
		if err != nil || e.Value != 123450 || e.By != "rep" || e.Expires != kernel.Today().Add(holds) {
			s.Errorf("%+v, %v", e, err)
		}
		if g, err = st.Gaps(s.As("rep"), Filter{}, Demand, 0, 200); err != nil || g.Count != 4 {
			s.Errorf("%+v, %v", g, err)
		}
		s.Exec(`UPDATE portfolio_estimates SET expires_on = ?`, kernel.Today())
		s.Exec(`UPDATE portfolio_state SET revision = revision + 1`)
		if g, err = elsewhere(s).Gaps(s.As("rep"), Filter{}, Demand, 0, 200); err != nil || g.Count != 5 || g.Expired != 1 {
			s.Errorf("it has expired: %+v, %v", g, err)
		}
	})
}

// The list is a file like any other: who may bring in none brings none, and
// nobody brings more rows than his role may.
func TestTheListHasACap(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		set(s)
		s.Grant("rep", identity.Bringing, "")
		s.Cap("manager", identity.Cap{Rows: identity.Any}, identity.Cap{Rows: 2})
		list := s.Do("rep", "GET", "/api/portfolio/gaps/export?kind=demand", "").Body.String()
		answer, all := [2]string{"1000", "customer's own budget"}, map[string][2]string{}
		for _, code := range []string{"C01", "C02", "C03"} {
			all[code] = answer
			code := map[int]int{1: 200, 2: 200, 3: 409}[len(all)]
			if w := s.Do("manager", "POST", "/api/portfolio/estimates", filledIn(s, list, all), "Content-Type", "application/octet-stream"); w.Code != code {
				s.Errorf("%d rows: %d %s", len(all), w.Code, w.Body)
			}
		}
		w := s.Do("rep", "POST", "/api/portfolio/estimates", filledIn(s, list, all), "Content-Type", "application/octet-stream")
		if w.Code != 403 || !strings.Contains(w.Body.String(), "portfolio.no_lists") {
			s.Errorf("who brings in nothing: %d %s", w.Code, w.Body)
		}
	})
}

// filledIn is a workbook with the answers and the evidence of some codes in
// their columns; others are put in the place of codes, in pairs.
func filledIn(s *apptest.Stage, workbook string, answers map[string][2]string, instead ...string) string {
	s.Helper()
	book, err := excelize.OpenReader(strings.NewReader(workbook))
	must(s, err)
	rows, err := book.GetRows("Sheet1")
	must(s, err)
	for i, row := range rows {
		if a, ok := answers[row[0]]; ok {
			must(s, book.SetCellValue("Sheet1", fmt.Sprint("H", i+1), a[0]))
			must(s, book.SetCellValue("Sheet1", fmt.Sprint("I", i+1), a[1]))
		}
		if len(instead) == 2 && row[0] == instead[0] {
			must(s, book.SetCellValue("Sheet1", fmt.Sprint("A", i+1), instead[1]))
		}
	}
	out, err := book.WriteToBuffer()
	must(s, err)
	return out.String()
}

func TestRowsOfAFilledInList(t *testing.T) {
	on := kernel.On(2026, 6, 30)
	tests := map[string]struct {
		cells []string
		want  string
		value int64
	}{
		"a sum":                   {[]string{"C1", "", "demand", "", "", "", "", "12.34", "from the customer", ""}, "", 1234},
		"with its own unit":       {[]string{"C1", "", "potential", "", "", "", "", "3万", "from the customer", ""}, "", 3 * wan},
		"a score":                 {[]string{"C1", "", "influence", "", "", "", "", "4", "from the customer", ""}, "", 4},
		"half a score":            {[]string{"C1", "", "influence", "", "", "", "", "4.5", "from the customer", ""}, "portfolio.bad_influence", 4},
		"a score beyond":          {[]string{"C1", "", "influence", "", "", "", "", "6", "from the customer", ""}, "portfolio.bad_influence", 6},
		"another kind":            {[]string{"C1", "", "需求", "", "", "", "", "1", "from the customer", ""}, "portfolio.no_such_estimate", 0},
		"no day":                  {[]string{"C1", "", "demand", "", "", "", "", "1", "from the customer", "soon"}, "portfolio.bad_day", 100},
		"a day that has gone":     {[]string{"C1", "", "demand", "", "", "", "", "1", "from the customer", "2026-06-01"}, "portfolio.expired", 100},
		"cut off after the value": {[]string{"C1", "", "demand", "", "", "", "", "1"}, "portfolio.short_evidence", 100},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e, code, filled, err := fill(tt.cells, on)
			if !filled || code != "C1" || e.Value != tt.value || (err == nil) != (tt.want == "") || err != nil && !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("%+v, %v", e, err)
			}
		})
	}
}

package lifetime

import (
	"encoding/json"
	"fmt"
	"math"
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

// stage are ten accounts, the last one the other's. Nine bought in the year to
// June 2025; all but C9 did so again, on 30 June 2026. What C1 to C8 bought left 30 % of
// 100,000 yuan a year; of C9's and C10's nobody recorded a cost; C10 never bought
// before. So eight of nine stayed.
type stage struct {
	*apptest.Stage
	*Service
	ids []kernel.ID
}

func set(s *apptest.Stage) *stage {
	st := &stage{s, New(s.Kit), nil}
	var lines []ledger.Line
	for i := range 10 {
		a := []account.Account{{Code: fmt.Sprint("C", i+1), Name: fmt.Sprint("客户", i+1)}}
		must(s, account.New(s.Kit).Open(s.As([]string{"rep", "other"}[i/9]), a...))
		st.ids = append(st.ids, a[0].ID)
		if i < 9 {
			lines = append(lines, line(a[0].ID, fmt.Sprint("A", i), kernel.On(2025, 6, 30), i < 8))
		}
		if i != 8 {
			lines = append(lines, line(a[0].ID, fmt.Sprint("B", i), kernel.On(2026, 6, 30), i < 8))
		}
	}
	st.publish(lines)
	return st
}

func line(of kernel.ID, order string, on kernel.Date, costed bool) ledger.Line {
	l := ledger.Line{Account: of, Order: order, Product: "P1", On: on, Quantity: kernel.Whole(1), Price: kernel.Whole(100_000), Amount: 100_000 * yuan}
	if costed {
		l.Cost, l.Costed = 70_000*yuan, true
	}
	return l
}

func (st *stage) publish(lines []ledger.Line) {
	st.Helper()
	ctx, led, tally := st.As("director"), ledger.New(st.Kit), ledger.NewTally()
	b, err := led.Begin(ctx, ledger.Batch{Source: "erp", Kind: ledger.Orders, File: "orders.csv"})
	must(st.Stage, err)
	for i := range lines {
		tally.Line(&lines[i])
	}
	o, err := led.BookLines(ctx, b.ID, lines)
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

func (st *stage) list(role, query string) Lifetimes {
	st.Helper()
	return read[Lifetimes](st.Stage, st.Do(role, "GET", "/api/lifetime?"+query, ""))
}

// In a ledger of few orders it is the formula, and it is said why: too few bought
// again. 30,000 a year at 8/9 and 10 %: m·r/(1+d−r).
func TestFewOrdersAreValuedByTheFormula(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		if l := st.list("director", ""); l.Ready || len(l.Rows) != 0 {
			s.Fatalf("before the fit: %+v", l)
		}
		must(s, st.Fit(s.Context()))
		l := st.list("director", "")
		r, d, m := 8.0/9, 0.10, 30_000.0*yuan
		want := int64(m * r / (1 + d - r))
		first := l.Rows[0]
		if first.Way != "formula" || first.Why != "lifetime.too_few" || math.Abs(float64(*first.Whole-want)) > 1 || *first.Year != 30_000*yuan {
			s.Errorf("%+v, want %d", first, want)
		}
		if l.Told == nil || math.Abs(*l.Told.Retention-r) > 1e-9 || l.Told.Repeats != 8 {
			s.Errorf("told %+v", l.Told)
		}
		last := l.Rows[len(l.Rows)-1]
		if last.Why != "lifetime.no_margin" || last.Five != nil {
			s.Errorf("without costs: %+v", last)
		}
		sheet := read[Sheet](s, s.Do("director", "GET", "/api/accounts/"+st.ids[0].String()+"/lifetime", ""))
		if sheet.Why == nil || sheet.Why.Rule != "lifetime.too_few" || *sheet.Row.Five != *first.Five {
			s.Errorf("sheet %+v", sheet)
		}
	})
}

// Sales stand in for margins only for who asks for it.
func TestSalesAreNoMarginUnlessAskedFor(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		must(s, st.Fit(s.Context()))
		for query, known := range map[string]int{"": 8, "basis=sales": 10, "way=formula": 8, "way=unknown": 0, "basis=sales&way=unknown": 0} {
			n := 0
			for _, r := range st.list("director", query).Rows {
				if r.Five != nil {
					n++
				}
			}
			if n != known {
				s.Errorf("%q: %d known, want %d", query, n, known)
			}
		}
		if l := st.list("director", "basis=sales"); l.Basis != Sales || *l.Rows[0].Year != 100_000*yuan {
			s.Errorf("%+v", l.Rows[0])
		}
	})
}

// Who sees some accounts is told their values, which are those for everybody, and
// not how many of all stay. A rep is told nothing.
func TestWhoSeesWhat(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		must(s, st.Fit(s.Context()))
		all, own := st.list("director", ""), st.list("other", "")
		if own.Told != nil || own.Scope != "own" || len(own.Rows) != 1 || own.Rows[0].Code != "C10" {
			s.Errorf("the other sees %+v", own)
		}
		if all.Scope != "all" || len(all.Rows) != 10 {
			s.Errorf("the director sees %d", len(all.Rows))
		}
		manager := st.list("manager", "")
		if len(manager.Rows) != 9 || *manager.Rows[0].Five != *all.Rows[0].Five {
			s.Errorf("the manager sees %+v", manager)
		}
		sheet := read[Sheet](s, s.Do("manager", "GET", "/api/accounts/"+st.ids[0].String()+"/lifetime", ""))
		for _, f := range sheet.Why.Inputs {
			if f.Key == "lifetime.retention" {
				s.Error("the manager is told how many of all accounts stay")
			}
		}
		if w := s.Do("other", "GET", "/api/accounts/"+st.ids[0].String()+"/lifetime", ""); w.Code != 404 {
			s.Errorf("a stranger: %d", w.Code)
		}
		for _, grant := range []string{"margin:read", "lifetime:read", "lifetime:export"} {
			s.Grant("rep", grant, Grants[grant]["rep"])
		}
		for _, path := range []string{"/lifetime", "/lifetime?basis=sales", "/lifetime/export", "/accounts/" + st.ids[0].String() + "/lifetime"} {
			if w := s.Do("rep", "GET", "/api"+path, ""); w.Code != 403 {
				s.Errorf("a rep reads %s: %d", path, w.Code)
			}
		}
	})
}

// A new revision of the ledger and other settings set a fit off in the background.
func TestItIsFittedInTheBackground(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Work()
		st := set(s)
		s.Wait("it is fitted", func() bool { return st.list("director", "").Ready })
		before := st.list("director", "").FittedOn
		st.publish([]ledger.Line{line(st.ids[0], "Z", kernel.On(2026, 7, 31), true)})
		s.Wait("it is fitted again", func() bool { return st.list("director", "").FittedOn != before })
	})
}

// Who has bought nothing in the last year leaves nothing, which is known as long
// as the cost of what it bought before is.
func TestWhoBoughtNothingOfLateLeavesNothing(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		a := []account.Account{{Code: "GONE", Name: "不再买的"}}
		must(s, account.New(s.Kit).Open(s.As("rep"), a...))
		st.publish([]ledger.Line{line(a[0].ID, "G1", kernel.On(2024, 3, 1), true)})
		must(s, st.Fit(s.Context()))
		sheet := read[Sheet](s, s.Do("director", "GET", "/api/accounts/"+a[0].ID.String()+"/lifetime", ""))
		if r := sheet.Row; r.Way != "formula" || r.Five == nil || *r.Five != 0 || *r.Year != 0 {
			s.Errorf("%+v", r)
		}
	})
}

// The list leaves whole, page by page on the screen, and with gaps where nothing is known.
func TestTheListLeaves(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		must(s, st.Fit(s.Context()))
		first, second := st.list("director", "limit=6"), st.list("director", "limit=6&from=6")
		if len(first.Rows) != 6 || first.Next != 6 || len(second.Rows) != 4 || second.Next != 0 {
			s.Errorf("%d, then %d", len(first.Rows), len(second.Rows))
		}
		w := s.Do("director", "GET", "/api/lifetime/export?format=csv", "", "Accept-Language", "en")
		if body := w.Body.String(); w.Code != 200 || strings.Count(body, "\n") != 11 || !strings.Contains(body, "C10,客户10,,,,,,") {
			s.Errorf("%d %s", w.Code, body)
		}
	})
}

// Who reads the margins of all and takes along his own accounts takes those.
func TestNobodyTakesAlongMoreThanHeMay(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		st := set(s)
		s.Uncapped()
		must(s, st.Fit(s.Context()))
		s.Grant("director", "lifetime:export", "O")
		s.Exec(`UPDATE row_members SET user_id = ? WHERE row_id = ?`, s.User("director").ID, st.ids[1])
		w := s.Do("director", "GET", "/api/lifetime/export?format=csv", "")
		if all := w.Body.String(); w.Code != 200 || strings.Count(all, "\n") != 2 || !strings.Contains(all, "C2,") {
			s.Errorf("%d %s", w.Code, all)
		}
	})
}
